import type { Profile } from '../profiles/profile.ts';
import { fileDetails } from './file-details.ts';
import type { Report } from './find-reports.ts';
import type { ManifestOutput } from './manifest.ts';
import type { Sibling } from './run-job.ts';

/** Another format of the same report, as a page links to it: pages link to each other before they have a size. */
export function siblingOf(report: Report, profile: Profile, output: ManifestOutput | undefined): Sibling {
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
