import { bodyReadingOf } from '../document/passages.ts';
import { fold, textOf } from '../document/text.ts';
import { wordsOf } from '../document/tokens.ts';
import type { Document } from '../document/tree.ts';
import type { DeclaredChange } from '../kernel/change.ts';
import { Failure, type FailureCode } from '../kernel/failure.ts';
import type { Finding } from '../kernel/finding.ts';
import type { Output } from '../kernel/output.ts';
import { expectedReading, plan } from '../plan/plan.ts';
import type { Profile } from '../profiles/profile.ts';
import { checkClearInformation } from './clear-information.ts';
import type { Report } from './find-reports.ts';
import { formatOf } from './format-of.ts';
import { pagePath } from './page-path.ts';
import { type Proof, prove } from './prove.ts';
import { type ReportReading, readReport } from './read-report.ts';
import type { Sibling } from './sibling.ts';

/** One report in one profile. */
export interface Job {
  readonly root: string;
  readonly report: Report;
  readonly profile: Profile;
  readonly siblings: readonly Sibling[];
}

export interface JobResult {
  readonly outputs: readonly Output[];
  /** About the report itself: the same for every profile. */
  readonly sourceFindings: readonly Finding[];
  /** About this output. */
  readonly findings: readonly Finding[];
  readonly changes: readonly DeclaredChange[];
  readonly words: number;
  readonly proof: Omit<Proof, 'findings'>;
  readonly pages?: number;
  readonly title: string;
  readonly organisation: string;
  readonly language: string;
  readonly date: string;
  readonly draft: boolean;
  /** The people who checked it, as the report says. */
  readonly checked?: { readonly by: string; readonly on: string };
  /** Its headings, where it is a page to which others may lead. */
  readonly parts: readonly { readonly id: string; readonly text: string }[];
  readonly files: ReportReading['files'];
  /** Milliseconds of this job itself. */
  readonly time: number;
}

/** A failure that can be sent between threads. */
export interface JobFailure {
  readonly failure: { readonly code: FailureCode; readonly message: string };
}

let last: { readonly key: string; readonly reading: ReportReading } | undefined;

/** Reads, plans, writes, reads back and proves. Expected impossibilities come back as a failure; bugs are thrown. */
export async function runJob(job: Job): Promise<JobResult | JobFailure> {
  try {
    return await run(job);
  } catch (error) {
    if (error instanceof Failure) return { failure: { code: error.code, message: error.message } };
    throw error;
  }
}

async function run({ root, report, profile, siblings }: Job): Promise<JobResult> {
  const started = performance.now();
  const reading = readOnce(root, report);
  const { document } = reading;
  const { format, options } = await formatOf(profile, siblings, pagePath(report.id, profile.id));
  const planned = plan(document, profile);
  const written = await format.write(planned.document, options);
  const readBack = await format.readBack(written.outputs);
  const changes = [...planned.changes, ...written.changes];
  const body = bodyReadingOf(planned.document);
  const proof = prove(expectedReading(document, profile), readBack, changes, document.meta, body);
  const { words, found, links, linksFound, structure } = proof;
  const checked = (await format.check?.(written.outputs, options)) ?? [];
  const isClear = profile.transforms.includes('summary-first');
  const clear = isClear ? await checkClearInformation(document, planned.document, readBack) : [];
  const isEasy = profile.transforms.includes('easy-read-layer');
  const checkedBy = isEasy ? document.meta.easyReadCheck : undefined;
  const pages = written.pages ?? readBack.pages;
  return {
    outputs: written.outputs,
    sourceFindings: reading.findings,
    findings: [...written.findings, ...proof.findings, ...checked, ...clear],
    changes,
    words: readBack.passages.reduce((sum, passage) => sum + wordsOf(passage.text).length, 0),
    proof: { words, found, links, linksFound, structure },
    ...(pages !== undefined && { pages }),
    title: document.meta.title,
    organisation: document.meta.organisation,
    language: document.meta.language,
    date: document.meta.date,
    draft: profile.transforms.includes('easy-read-layer') && document.meta.easyReadCheck === undefined,
    ...(checkedBy !== undefined && { checked: { by: checkedBy.checkedBy, on: checkedBy.checkedOn } }),
    parts: profile.format === 'html' ? partsOf(planned.document) : [],
    files: reading.files,
    time: Math.round(performance.now() - started),
  };
}

function partsOf({ children }: Document): JobResult['parts'] {
  return children.flatMap((block) => {
    if (block.type !== 'heading' || (block.depth !== 2 && block.depth !== 3)) return [];
    const text = fold(textOf(block.children));
    return text === '' ? [] : [{ id: block.id, text }];
  });
}

/** Jobs of one report come one after another: it is read once. */
function readOnce(root: string, report: Report): ReportReading {
  const key = `${root}\0${report.id}\0${report.path}`;
  if (last?.key !== key) last = { key, reading: readReport(root, report) };
  return last.reading;
}

/** Forgets what was read, so that a changed file is read again. */
export function forgetReadings(): void {
  last = undefined;
}
