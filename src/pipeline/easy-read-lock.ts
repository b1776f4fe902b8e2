import { stringify } from 'yaml';
import { easyReadParts, type PartState } from '../document/easy-read-parts.ts';
import { easyReadStanding } from '../document/easy-read-standing.ts';
import type { Document, EasyReadLock } from '../document/tree.ts';
import { Failure } from '../kernel/failure.ts';
import type { Report } from './find-reports.ts';
import { type Project, projectPath } from './project.ts';
import { easyReadLockPath, readReport } from './read-report.ts';
import { writeWhole } from './write-file.ts';

const head = `# What the Easy Read version was compared with, and what its readers saw.
# Written by "npx allformats easy-read". Keep it beside the report; do not edit it.
`;

/** What was written, for people. */
export interface Recorded {
  /** From the project's root. */
  readonly file: string;
  readonly parts: readonly PartState[];
}

/**
 * Records that somebody has compared the Easy Read parts with the sections that they cover: all of them, or those whose keys
 * are given.
 * @throws Failure `layer-missing`, `usage` for a key that no part has
 */
export function acceptEasyRead(project: Project, report: Report, keys: readonly string[]): Recorded {
  const { document, parts } = partsOf(project, report);
  const unknown = keys.find((key) => !parts.some((part) => part.key === key));
  if (unknown !== undefined) {
    const known = parts.map(({ key }) => `"${key}"`).join(', ');
    throw new Failure('usage', `No Easy Read block covers "${unknown}". There are: ${known}.`);
  }
  const chosen = keys.length === 0 ? parts : parts.filter(({ key }) => keys.includes(key));
  const known = document.easyRead?.lock;
  const hashes = new Map(
    parts.map(({ key, report: now }) => {
      const before = known?.parts.get(key);
      const isChosen = chosen.some((part) => part.key === key);
      const of = isChosen ? now : before?.report;
      return [key, { ...(of && { report: of }), ...(before?.words && { words: before.words }) }];
    }),
  );
  // What readers saw and is no more stays known: without it their check would be as good as before.
  for (const [key, { words }] of known?.parts ?? [])
    if (words && !hashes.has(key)) hashes.set(key, { words });
  return write(project, report, { ...known, parts: hashes }, chosen);
}

/**
 * Records that the people whom the report names have checked the Easy Read version as it is now.
 * @throws Failure `layer-missing`; `usage` where the report names nobody, or the day of a check that saw other words
 */
export function signOffEasyRead(project: Project, report: Report): Recorded {
  const { document, parts } = partsOf(project, report);
  const { claim, lock } = document.easyRead ?? {};
  const file = projectPath(project.root, report.path);
  if (claim === undefined) {
    const how = 'easyRead with checkedBy and checkedOn: docs/writing.md, part 9';
    throw new Failure(
      'usage',
      `${file} does not say who checked the Easy Read version, and when. Write ${how}.`,
    );
  }
  const { check, changed } = easyReadStanding(document);
  if (check === 'changed') {
    const what = changed.map(({ title, key }) => `"${title || key}"`).join(', ');
    throw new Failure(
      'usage',
      `${claim.checkedBy} saw other words on ${claim.checkedOn}${what && `: ${what} changed since`}. Write the day on which they saw these ones into checkedOn of ${file}.`,
    );
  }
  const hashes = new Map(
    parts.map(({ key, words }) => {
      const of = lock?.parts.get(key)?.report;
      return [key, { ...(of && { report: of }), words }];
    }),
  );
  const checked = { by: claim.checkedBy, on: claim.checkedOn };
  return write(project, report, { checked, parts: hashes }, parts);
}

function partsOf(
  project: Project,
  report: Report,
): { readonly document: Document; readonly parts: readonly PartState[] } {
  const { document } = readReport(project.root, report);
  const parts = easyReadParts(document);
  if (parts.length > 0) return { document, parts };
  throw new Failure('layer-missing', `"${document.meta.title}" has no Easy Read layer.`);
}

function write(
  { root }: Project,
  report: Report,
  { checked, parts }: EasyReadLock,
  told: readonly PartState[],
): Recorded {
  const path = easyReadLockPath(report.path);
  const data = { ...(checked && { checked }), parts: Object.fromEntries(parts) };
  writeWhole(path, head + stringify(data, { lineWidth: 0, defaultStringType: 'PLAIN' }));
  return { file: projectPath(root, path), parts: told };
}
