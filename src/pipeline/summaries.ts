import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dateInWords } from '../document/date.ts';
import type { Finding } from '../kernel/finding.ts';
import type { Made } from './fingerprints.ts';
import { type IndexOutput, type IndexReport, indexPage } from './index-page.ts';
import { type Manifest, type ManifestOutput, manifestSchema } from './manifest.ts';
import { byOffer } from './offer-order.ts';
import { type Project, projectPath } from './project.ts';
import { writeWhole } from './write-file.ts';

/** Writes `manifest.json`, `findings.json` and `index.html` about all outputs that are known. */
export function writeSummaries(project: Project, made: ReadonlyMap<string, Made>): readonly ManifestOutput[] {
  const entries = [...made.entries()].sort(([a], [b]) => (a < b ? -1 : 1));
  const outputs = entries.flatMap(([, one]) => one.outputs);
  const manifest: Manifest = { version: 1, outputs };
  write(project, 'manifest.json', `${JSON.stringify(manifest, null, 2)}\n`);
  write(project, 'findings.json', `${JSON.stringify({ version: 1, ...allFindings(entries) }, null, 2)}\n`);
  write(project, 'index.html', indexPage(indexReports(project, entries)));
  return outputs;
}

function write(project: Project, name: string, text: string): void {
  writeWhole(join(project.outputs, name), text);
}

/** What earlier runs made, where they left a manifest that can be read. */
export function readManifest(project: Project): Manifest | undefined {
  try {
    return manifestSchema.parse(JSON.parse(readFileSync(join(project.outputs, 'manifest.json'), 'utf8')));
  } catch {
    return undefined;
  }
}

type Entries = readonly (readonly [string, Made])[];

function allFindings(entries: Entries) {
  const sources = new Map<string, readonly Finding[]>();
  const outputs: { path: string; profile: string; findings: readonly Finding[] }[] = [];
  for (const [, made] of entries) {
    const first = made.outputs[0];
    if (first === undefined) continue;
    sources.set(first.source, made.sourceFindings);
    if (made.findings.length > 0)
      outputs.push({ path: first.path, profile: first.profile, findings: made.findings });
  }
  return { sources: [...sources].map(([source, findings]) => ({ source, findings })), outputs };
}

function indexReports(project: Project, entries: Entries): IndexReport[] {
  const folder = projectPath(project.root, project.outputs);
  const reports = new Map<string, IndexReport & { outputs: IndexOutput[] }>();
  for (const [name, made] of entries) {
    const id = name.slice(0, name.lastIndexOf('/'));
    const profile = project.profiles.find((one) => one.id === made.outputs[0]?.profile);
    const [first] = made.outputs;
    if (profile === undefined || first === undefined) continue;
    const { title, organisation, language } = made;
    const known = reports.get(id) ?? {
      id,
      title,
      organisation,
      language,
      date: dateInWords(made.date),
      outputs: [],
    };
    reports.set(id, known);
    known.outputs.push({
      profile: profile.id,
      title: profile.title,
      description: profile.description,
      href: first.path
        .slice(folder.length + 1)
        .split('/')
        .map(encodeURIComponent)
        .join('/'),
      mediaType: first.mediaType,
      bytes: made.outputs.reduce((sum, output) => sum + output.bytes, 0),
      ...(first.pages !== undefined && { pages: first.pages }),
      words: first.words,
      needs: profile.needs.map((need) => need.term),
      draft: made.draft,
      findings: first.findings,
    });
  }
  const order = [...project.profiles].sort(byOffer).map(({ id }) => id);
  for (const { outputs } of reports.values()) {
    outputs.sort((one, other) => order.indexOf(one.profile) - order.indexOf(other.profile));
  }
  return [...reports.values()];
}
