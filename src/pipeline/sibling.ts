import type { Profile } from '../profiles/profile.ts';
import type { Report } from './find-reports.ts';
import type { ManifestOutput } from './manifest.ts';
import type { Sibling } from './run-job.ts';

const kinds: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF',
  'text/html': 'web page',
  'text/plain': 'text file',
};

/** Another format of the same report, as a page links to it: pages link to each other before they have a size. */
export function siblingOf(report: Report, profile: Profile, output: ManifestOutput | undefined): Sibling {
  if (output === undefined) {
    return { title: profile.title, href: `${report.id}.${profile.id}.html`, note: 'web page' };
  }
  const kind = kinds[output.mediaType.replace(/;.*/, '')] ?? output.mediaType;
  const pages = output.pages === undefined ? [] : [`${output.pages} pages`];
  const href = output.path.slice(output.path.lastIndexOf(`${report.id}.${profile.id}`));
  return {
    title: profile.title,
    href: href.split('/').map(encodeURIComponent).join('/'),
    note: [kind, ...pages, sizeInWords(output.bytes)].join(', '),
  };
}

/** Decimal units, as GOV.UK and NHS pages tell file sizes. */
export function sizeInWords(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
