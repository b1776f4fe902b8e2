import { linksToSiblings } from '../formats/registry.ts';
import type { Profile } from '../profiles/profile.ts';
import { fileDetails } from './file-details.ts';
import type { Report } from './find-reports.ts';
import type { Made } from './fingerprints.ts';
import type { ManifestOutput } from './manifest.ts';
import { byOffer } from './offer-order.ts';
import type { Sibling } from './sibling.ts';

/** The other formats of a report that exist, or are pages that the same round will write. */
export function siblingsOf(
  report: Report,
  self: Profile,
  profiles: readonly Profile[],
  round: readonly Profile[],
  made: ReadonlyMap<string, Made>,
): Sibling[] {
  const siblings: Sibling[] = [];
  for (const profile of [...profiles].sort(byOffer)) {
    if (profile.id === self.id) continue;
    const output = made.get(`${report.id}/${profile.id}`)?.outputs[0];
    const isPage = linksToSiblings(profile.format);
    const comes =
      round.includes(profile) && (report.hasEasyRead || !profile.transforms.includes('easy-read-layer'));
    // Pages link to each other, so neither can tell the other's size.
    if (isPage ? comes || output : output)
      siblings.push(siblingOf(report, profile, isPage ? undefined : output));
  }
  return siblings;
}

function siblingOf(report: Report, profile: Profile, output: ManifestOutput | undefined): Sibling {
  if (output === undefined) {
    return {
      title: profile.title,
      href: `${encodeURIComponent(report.id)}.${profile.id}.html`,
      note: 'web page',
    };
  }
  const name = output.path.slice(output.path.lastIndexOf(`${report.id}.${profile.id}`));
  const href = name.split('/').map(encodeURIComponent).join('/');
  return { title: profile.title, href, note: fileDetails({ ...output, href }) };
}
