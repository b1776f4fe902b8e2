import type { Profile } from '../profiles/profile.ts';
import { fileDetails } from './file-details.ts';
import type { Report } from './find-reports.ts';
import type { ManifestOutput } from './manifest.ts';

/** Another output of the same report that a page may link to. */
export interface Sibling {
  readonly title: string;
  readonly href: string;
  readonly note: string;
}

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
