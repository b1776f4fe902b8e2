import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, resolve, sep } from 'node:path';
import { Failure } from '../kernel/failure.ts';
import { maxTranslationBytes } from '../translation/translation.ts';
import { type Project, projectPath } from './project.ts';

export interface Report {
  /** Folder name below `outputs/`; unique in the project. */
  readonly id: string;
  /** Absolute path. */
  readonly path: string;
  /** The Easy Read layer beside it, where there is one. Absolute path. */
  readonly easyRead?: string;
  /** Whether there is a layer, beside it or in it. */
  readonly hasEasyRead: boolean;
  /** The file beside it that makes it the report in another language: absolute path, and the BCP 47 code of its name. */
  readonly translation?: { readonly path: string; readonly language: string };
}

/** The file that a report is made from in the first place: its text, or its translation. */
export function sourceOf(report: Report): string {
  return report.translation?.path ?? report.path;
}

/** The reports named, or all in `sources/`. @throws Failure `file-missing` */
export function findReports(project: Project, paths: readonly string[]): Report[] {
  const sources = join(project.root, 'sources');
  const wanted = paths.length > 0 ? paths.map((path) => resolve(path)) : [sources];
  const asked = new Set(wanted.flatMap((path) => filesOf(path, project)));
  // An id depends on all reports of the project, so that it is the same whichever of them are asked for.
  const all = existsSync(sources) ? walk(sources) : [];
  const outside = [...asked].filter((path) => !all.includes(path));
  const ids = new Map<string, string>();
  const taken = new Set<string>();
  for (const path of [...all.sort(), ...outside.sort()]) {
    const base = idOf(project, path);
    let id = base;
    // Some file systems hold capital and small letters for the same.
    for (let count = 2; taken.has(id.toLowerCase()); count++) id = `${base}-${count}`;
    taken.add(id.toLowerCase());
    ids.set(path, id);
  }
  return [...asked].sort().flatMap((path) => {
    const easyRead = `${path.slice(0, path.length - extname(path).length)}.easy.md`;
    const beside = existsSync(easyRead);
    const hasEasyRead = beside || holdsLayer(path);
    const report = { id: ids.get(path)!, path, ...(beside && { easyRead }), hasEasyRead };
    const translated = translationsOf(path).map((translation) => ({
      ...report,
      id: `${report.id}.${translation.language}`,
      translation,
    }));
    // A translation that is named is asked for alone.
    if (wanted.includes(path) || !translated.some((one) => wanted.includes(one.translation.path)))
      return [report, ...translated];
    return translated.filter((one) => wanted.includes(one.translation.path));
  });
}

/** `name.cy.xlf` beside `name.md`, where something in it is translated. */
function translationsOf(path: string): { path: string; language: string }[] {
  const stem = basename(path, extname(path));
  return readdirSync(dirname(path))
    .sort()
    .flatMap((name) => {
      const language = name.startsWith(`${stem}.`)
        ? translationName.exec(name.slice(stem.length))?.[1]
        : undefined;
      const file = join(dirname(path), name);
      return language !== undefined && isBegun(file) ? [{ path: file, language }] : [];
    });
}

const translationName = /^\.([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\.xlf$/;

/** A file that was only exported has nothing for readers. One that cannot be read is told when it is used. */
function isBegun(path: string): boolean {
  try {
    const { size } = statSync(path);
    const text = size > maxTranslationBytes ? '' : readFileSync(path, 'latin1');
    return text === '' || !text.includes('<segment') || text.includes('<target');
  } catch {
    return true;
  }
}

/** Files in `sources/` that nothing is made from, though a person may expect it, each with the reason. */
export function ignoredFiles(project: Project): { readonly file: string; readonly why: string }[] {
  const sources = join(project.root, 'sources');
  const files = existsSync(sources) ? walk(sources, (name) => !name.startsWith('.')) : [];
  return files.sort().flatMap((path) => {
    const file = projectPath(project.root, path);
    if (path.endsWith('.easy.md')) {
      const report = path.replace(/\.easy\.md$/, '.md');
      return existsSync(report)
        ? []
        : [{ file, why: `There is no report beside it: it would be called ${basename(report)}.` }];
    }
    return /\.(docx?|odt|rtf|pdf|txt|html?|markdown)$/i.test(path)
      ? [{ file, why: 'Only reports with the ending .md are converted: see docs/writing.md.' }]
      : [];
  });
}

function holdsLayer(path: string): boolean {
  try {
    return readFileSync(path).includes(':::easy-read');
  } catch {
    return false;
  }
}

function filesOf(path: string, project: Project): string[] {
  const file = path.replace(/\.easy\.md$/, '.md').replace(/\.[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*\.xlf$/, '.md');
  for (const one of [path, file]) {
    if (!existsSync(one)) throw new Failure('file-missing', `There is no ${projectPath(project.root, one)}.`);
  }
  return statSync(path).isDirectory() ? walk(path) : [file];
}

function idOf(project: Project, path: string): string {
  const inside = join(project.root, 'sources') + sep;
  const short = path.startsWith(inside) ? path.slice(inside.length) : basename(path);
  const id = short
    .slice(0, short.length - extname(short).length)
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^[-.]+|[-.]+$/g, '');
  return id || 'report';
}

function walk(folder: string, wanted: (name: string) => boolean = isReport): string[] {
  const found: string[] = [];
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules')
      found.push(...walk(path, wanted));
    else if (wanted(entry.name) && !entry.isDirectory()) found.push(path);
  }
  return found;
}

function isReport(name: string): boolean {
  return name.endsWith('.md') && !name.endsWith('.easy.md') && !/^(readme|\.)/i.test(name);
}
