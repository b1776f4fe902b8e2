import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ProofCount } from '../kernel/check-report.ts';
import type { Finding } from '../kernel/finding.ts';
import { libraryRoot } from '../kernel/library-root.ts';
import { readerScript } from '../media/hast/reader-script.ts';
import { searchScript } from '../media/hast/search-script.ts';
import { readAccessibilityTrees } from '../tools/accessibility-tree.ts';
import { aceFolder, checkWithAce } from '../tools/ace.ts';
import { checkWithAxe } from '../tools/axe.ts';
import { checkWithEpubCheck, epubCheckFolder } from '../tools/epubcheck.ts';
import { checkPages } from '../tools/pages/check-pages.ts';
import { checkWithVeraPdf, veraPdfJar } from '../tools/verapdf.ts';
import { checkWithVnu, vnuJar } from '../tools/vnu.ts';
import { checkHeard, compareWithOrca } from './listen.ts';
import type { ManifestOutput } from './manifest.ts';
import { type Project, projectPath } from './project.ts';
import { readPagesAgain, readPdfsAgain } from './second-readers.ts';

/** What one of the field's own checkers says of the outputs. */
export interface Verdict {
  readonly judge: string;
  /** How many files it read. */
  readonly files: number;
  /** The files that it was asked about, relative to the project's root. */
  readonly paths: readonly string[];
  /** Why nothing was checked; absent when it was. */
  readonly notChecked?: string;
  /** By output path; only files with findings. */
  readonly findings: readonly { readonly path: string; readonly findings: readonly Finding[] }[];
  /** What a second reader found again of the words of the sources. */
  readonly counts?: readonly ProofCount[];
  /** What it left out, and why. */
  readonly note?: string;
  /** Milliseconds. */
  readonly time: number;
}

/** A file of another program, to be judged as it is. */
export interface ForeignFile {
  /** Relative to the project's root, or absolute. */
  readonly path: string;
  readonly mediaType: 'text/html' | 'application/pdf' | 'application/epub+zip';
}

/**
 * Asks axe-core, the Nu HTML Checker and our own rules about the pages and about what is heard of them, veraPDF about the PDFs, EPUBCheck and Ace by DAISY about
 * the e-books: each is started once for all of them, and two of them work at a time. Our PDFs are held to what they declare, and must declare PDF/UA; PDFs of other programs are held to PDF/UA-1 and to rules of ours.
 */
export async function judge(
  project: Project,
  outputs: readonly ManifestOutput[],
  foreign: readonly ForeignFile[] = [],
  withOrca = false,
): Promise<readonly Verdict[]> {
  const of = (type: string, all: readonly { readonly path: string; readonly mediaType: string }[]) =>
    all.filter((one) => one.mediaType.startsWith(type)).map((one) => resolve(project.root, one.path));
  const made = of('text/html', outputs);
  const pages = [...made, ...(made.length > 0 ? [join(project.outputs, 'index.html')] : [])];
  const files = [...pages, ...of('text/html', foreign)];
  const own = (type: string) => outputs.filter(({ mediaType }) => mediaType === type);
  const pdfs = of('application/pdf', outputs);
  const others = of('application/pdf', foreign);
  const books = of('application/epub+zip', [...outputs, ...foreign]);
  const browser = () => homeOf(project, browserFolder);
  const inBrowser = async (): Promise<Verdict[]> => {
    const verdicts: Verdict[] = [];
    if (files.length > 0) {
      verdicts.push(await ask('axe-core', files, project, () => checkWithAxe(files, browser())));
      verdicts.push(...(await askPageRules(files, project, browser())));
    }
    if (files.length > 0) {
      const started = performance.now();
      const trees = await readAccessibilityTrees(files, browser());
      const time = Math.round(performance.now() - started);
      if (made.length > 0) {
        const again = await ask('Chromium (accessibility tree)', made, project, () =>
          readPagesAgain(project, own('text/html'), trees),
        );
        verdicts.push({ ...again, time: again.time + time });
      }
      verdicts.push(await ask('what is heard (speech model)', files, project, async () => checkHeard(trees)));
      if (withOrca) {
        const compare = () => compareWithOrca(trees, files, browser());
        verdicts.push(await ask('Orca (screen reader)', files, project, compare));
      }
    }
    return verdicts;
  };
  const inOtherPrograms = async (): Promise<Verdict[]> => {
    const verdicts: Verdict[] = [];
    if (files.length > 0)
      verdicts.push(
        await ask('vnu (Nu HTML Checker)', files, project, () =>
          checkWithVnu(files, homeOf(project, vnuJar)),
        ),
      );
    if (pdfs.length > 0) {
      verdicts.push(
        await ask('Poppler (second reader of PDFs)', pdfs, project, () =>
          readPdfsAgain(project, own('application/pdf')),
        ),
      );
      verdicts.push(
        await ask('veraPDF (PDF/UA and PDF/A)', pdfs, project, () =>
          checkWithVeraPdf(pdfs, homeOf(project, veraPdfJar), '0'),
        ),
      );
    }
    if (others.length > 0) {
      verdicts.push(...(await askFileRules(others, project)));
      verdicts.push(
        await ask('veraPDF (PDF/UA-1)', others, project, () =>
          checkWithVeraPdf(others, homeOf(project, veraPdfJar), 'ua1'),
        ),
      );
    }
    if (books.length > 0) {
      verdicts.push(
        await ask('EPUBCheck', books, project, () =>
          checkWithEpubCheck(books, homeOf(project, epubCheckFolder)),
        ),
      );
      verdicts.push(
        await ask('Ace by DAISY', books, project, () => checkWithAce(books, homeOf(project, aceFolder))),
      );
    }
    return verdicts;
  };
  // Two at a time: each waits for a program of its own, and even small machines have two processors.
  const [first, second] = await Promise.all([inBrowser(), inOtherPrograms()]);
  return [...first, ...second];
}

async function askPageRules(
  files: readonly string[],
  project: Project,
  toolRoot: string,
): Promise<readonly Verdict[]> {
  let missed: ReadonlyMap<string, string> = new Map();
  const verdict = await ask('page rules (keyboard, zoom, spacing)', files, project, async () => {
    const answer = await checkPages(files, toolRoot, process.env, [readerScript, searchScript]);
    if (answer.state === 'checked') missed = answer.missed;
    return answer;
  });
  return [verdict, ...leftOut('page rules', missed, project)];
}

/** Our own rules for PDFs of other programs: what who gets them cannot use. */
async function askFileRules(files: readonly string[], project: Project): Promise<readonly Verdict[]> {
  const missed = new Map<string, string>();
  const verdict = await ask('file rules (what people meet in the PDF)', files, project, async () => {
    const { checkReceivedPdf } = await import('../media/pages/received/check-received-pdf.ts');
    const findings = new Map<string, readonly Finding[]>();
    for (const file of files) {
      const checked = await checkReceivedPdf(readFileSync(file));
      findings.set(file, checked.findings);
      if (checked.missed !== undefined) missed.set(file, checked.missed);
    }
    return { state: 'checked', findings };
  });
  return [verdict, ...leftOut('file rules', missed, project)];
}

/** What a judge could not check is told as such, file by file. */
function leftOut(judge: string, missed: ReadonlyMap<string, string>, project: Project): Verdict[] {
  return [...missed].map(([file, why]): Verdict => {
    const path = projectPath(project.root, file);
    const notChecked = `${path} could not be checked: ${why}`;
    return { judge: `${judge} for ${path}`, files: 0, paths: [path], notChecked, findings: [], time: 0 };
  });
}

/** Where the set-up puts a browser, from a root. */
export const browserFolder = '.cache/sparticuz';

/** Whose cache holds a tool: the project's, else that of allformats itself. */
export function homeOf(project: Project, path: string): string {
  const isThere = (root: string) => existsSync(join(root, path));
  return !isThere(project.root) && isThere(libraryRoot) ? libraryRoot : project.root;
}

type Answer =
  | {
      readonly state: 'checked';
      readonly findings: ReadonlyMap<string, readonly Finding[]>;
      readonly counts?: readonly ProofCount[];
      readonly note?: string;
    }
  | { readonly state: 'not-checked'; readonly why: string };

async function ask(
  name: string,
  files: readonly string[],
  project: Project,
  check: () => Promise<Answer>,
): Promise<Verdict> {
  const started = performance.now();
  const paths = files.map((file) => projectPath(project.root, file));
  const answer = await check();
  const time = Math.round(performance.now() - started);
  if (answer.state === 'not-checked')
    return { judge: name, files: 0, paths, notChecked: answer.why, findings: [], time };
  const findings = [...answer.findings]
    .filter(([, all]) => all.length > 0)
    .map(([path, all]) => ({ path: projectPath(project.root, path), findings: all }));
  const { counts, note } = answer;
  return {
    judge: name,
    files: answer.findings.size,
    paths,
    findings,
    ...(counts && { counts }),
    ...(note !== undefined && { note }),
    time,
  };
}
