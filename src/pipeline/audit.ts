import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Finding } from '../kernel/finding.ts';
import { type AuditOptions, auditPages } from '../tools/pages/audit-pages.ts';
import { checkWithVnu, vnuJar } from '../tools/vnu.ts';
import { browserFolder, homeOf, type Verdict } from './judge.ts';
import type { Project } from './project.ts';

export interface Audit {
  readonly verdicts: readonly Verdict[];
  /** Title by address, in the order in which they were opened. */
  readonly titles: ReadonlyMap<string, string>;
}

/** Asks axe-core, our page rules and the Nu HTML Checker about web pages by their addresses. */
export async function audit(
  project: Project,
  addresses: readonly string[],
  options: AuditOptions,
): Promise<Audit> {
  const started = performance.now();
  const answer = await auditPages(addresses, options, homeOf(project, browserFolder));
  const time = Math.round(performance.now() - started);
  const nothing = { files: 0, findings: [], time: 0 };
  if (answer.state === 'not-checked') {
    const verdict = {
      ...nothing,
      judge: 'axe-core and page rules',
      paths: addresses,
      notChecked: answer.why,
    };
    return { verdicts: [verdict], titles: new Map() };
  }
  const { pages, missed, files, left } = answer;
  const paths = pages.map(({ address }) => address);
  const told = (name: string, of: (index: number) => readonly Finding[], note?: string): Verdict => ({
    judge: name,
    files: pages.length,
    paths,
    findings: paths
      .map((path, index) => ({ path, findings: of(index) }))
      .filter((one) => one.findings.length > 0),
    time,
    ...(note !== undefined && { note }),
  });
  const notes = [
    ...(left > 0 ? [`${left} more pages are linked (--limit opens more)`] : []),
    ...(files.length > 0
      ? [
          `not opened: ${files.length} linked ${files.length === 1 ? 'file' : 'files'} of other kinds, such as ${files[0]}`,
        ]
      : []),
  ];
  const verdicts = [
    told('axe-core', (index) => pages[index]!.axe),
    told(
      'page rules (keyboard, zoom, spacing)',
      (index) => pages[index]!.rules,
      notes.length > 0 ? notes.join('; ') : undefined,
    ),
    ...(pages.length > 0 ? [await nu(project, pages)] : []),
    ...[...missed].map(([path, why]) => ({
      ...nothing,
      judge: `all rules for ${path}`,
      paths: [path],
      notChecked: `${path} could not be checked: ${why}`,
    })),
  ];
  return { verdicts, titles: new Map(pages.map(({ address, title }) => [address, title])) };
}

/** The HTML as the servers sent it. */
async function nu(
  project: Project,
  pages: readonly { readonly address: string; readonly html: string }[],
): Promise<Verdict> {
  const folder = mkdtempSync(join(tmpdir(), 'allformats-audit-'));
  const started = performance.now();
  const paths = pages.map(({ address }) => address);
  const verdict = { judge: 'vnu (Nu HTML Checker)', paths };
  try {
    const files = pages.map(({ html }, index) => {
      const file = join(folder, `${index + 1}.html`);
      writeFileSync(file, html);
      return file;
    });
    const answer = await checkWithVnu(files, homeOf(project, vnuJar));
    const time = Math.round(performance.now() - started);
    if (answer.state === 'not-checked') {
      return { ...verdict, files: 0, notChecked: answer.why, findings: [], time };
    }
    const findings = files.map((file, index) => ({
      path: paths[index]!,
      findings: answer.findings.get(file) ?? [],
    }));
    return {
      ...verdict,
      files: files.length,
      findings: findings.filter((one) => one.findings.length > 0),
      time,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
