import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { dateInWords } from '../document/date.ts';
import type { Finding } from '../kernel/finding.ts';
import { ownAddress } from '../media/hast/own-address.ts';
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
  const reports = indexReports(project, entries);
  write(project, 'index.html', indexPage(reports, siteAddress(project, entries)));
  writeSitemap(project, entries);
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

/** A report of the index while its outputs are gathered. */
type Filling = IndexReport & { outputs: IndexOutput[]; parts?: IndexReport['parts'] };

function hrefOf(path: string, folder: string): string {
  return path
    .slice(folder.length + 1)
    .split('/')
    .map(encodeURIComponent)
    .join('/');
}

/** The base address that a profile of pages names. */
function baseOf(project: Project, { outputs }: Made): string | undefined {
  const profile = project.profiles.find(({ id }) => id === outputs[0]?.profile);
  const base = profile?.options.baseAddress;
  return typeof base === 'string' ? base : undefined;
}

/** Where the outputs are published, when all pages agree. */
function siteAddress(project: Project, entries: Entries): string | undefined {
  const bases = new Set(entries.flatMap(([, made]) => baseOf(project, made) ?? []));
  return bases.size === 1 ? ownAddress([...bases][0], '') : undefined;
}

/** `sitemap.xml` (sitemaps.org, 0.9) of the pages whose address is known, each with the day of its report. */
function writeSitemap(project: Project, entries: Entries): void {
  const folder = projectPath(project.root, project.outputs);
  const pages = entries.flatMap(([, made]) => {
    const base = baseOf(project, made);
    const [first] = made.outputs;
    if (base === undefined || first === undefined) return [];
    const day = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(made.date) ? `<lastmod>${made.date}</lastmod>` : '';
    return [`<url><loc>${escapeXml(ownAddress(base, hrefOf(first.path, folder))!)}</loc>${day}</url>`];
  });
  if (pages.length === 0) {
    rmSync(join(project.outputs, 'sitemap.xml'), { force: true });
    return;
  }
  const start = siteAddress(project, entries);
  const all = [...(start === undefined ? [] : [`<url><loc>${escapeXml(start)}</loc></url>`]), ...pages];
  const head =
    '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">';
  write(project, 'sitemap.xml', `${head}\n${all.join('\n')}\n</urlset>\n`);
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll("'", '&apos;');
}

function indexReports(project: Project, entries: Entries): IndexReport[] {
  const folder = projectPath(project.root, project.outputs);
  const reports = new Map<string, Filling>();
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
    if (made.parts?.length > 0)
      known.parts = made.parts.map(({ id: part, text }) => ({
        text,
        href: `${hrefOf(first.path, folder)}#${encodeURIComponent(part)}`,
      }));
    reports.set(id, known);
    known.outputs.push({
      profile: profile.id,
      title: profile.title,
      description: profile.description,
      href: hrefOf(first.path, folder),
      mediaType: first.mediaType,
      bytes: made.outputs.reduce((sum, output) => sum + output.bytes, 0),
      ...(first.pages !== undefined && { pages: first.pages }),
      words: first.words,
      needs: profile.needs.map((need) => need.term),
      draft: made.draft,
      ...(made.checked && { checked: made.checked }),
      findings: first.findings,
    });
  }
  const order = [...project.profiles].sort(byOffer).map(({ id }) => id);
  for (const { outputs } of reports.values()) {
    outputs.sort((one, other) => order.indexOf(one.profile) - order.indexOf(other.profile));
  }
  // A translation stands behind its report.
  return [...reports.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
}
