import { join, resolve } from 'node:path';
import type { Finding } from '../kernel/finding.ts';
import { checkWithAxe } from '../tools/axe.ts';
import { checkWithVeraPdf } from '../tools/verapdf.ts';
import { checkWithVnu } from '../tools/vnu.ts';
import type { ManifestOutput } from './manifest.ts';
import { type Project, projectPath } from './project.ts';

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
  /** Milliseconds. */
  readonly time: number;
}

/** Asks axe-core and the Nu HTML Checker about the pages and veraPDF about the PDFs: each is started once for all of them. */
export async function judge(
  project: Project,
  outputs: readonly ManifestOutput[],
): Promise<readonly Verdict[]> {
  const of = (type: string) =>
    outputs.filter((one) => one.mediaType.startsWith(type)).map((one) => resolve(project.root, one.path));
  const pages = of('text/html');
  const verdicts: Verdict[] = [];
  if (pages.length > 0) {
    const files = [...pages, join(project.outputs, 'index.html')];
    verdicts.push(await ask('axe-core', files, project, () => checkWithAxe(files, project.root)));
    verdicts.push(
      await ask('vnu (Nu HTML Checker)', files, project, () => checkWithVnu(files, project.root)),
    );
  }
  const pdfs = of('application/pdf');
  if (pdfs.length > 0) {
    verdicts.push(
      await ask('veraPDF (PDF/UA and PDF/A)', pdfs, project, () => checkWithVeraPdf(pdfs, project.root, '0')),
    );
  }
  return verdicts;
}

type Answer =
  | { readonly state: 'checked'; readonly findings: ReadonlyMap<string, readonly Finding[]> }
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
  return { judge: name, files: answer.findings.size, paths, findings, time };
}
