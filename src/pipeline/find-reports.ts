import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, extname, join, resolve, sep } from 'node:path';
import { Failure } from '../kernel/failure.ts';
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
  return [...asked].sort().map((path) => {
    const easyRead = `${path.slice(0, path.length - extname(path).length)}.easy.md`;
    const beside = existsSync(easyRead);
    const hasEasyRead = beside || holdsLayer(path);
    return { id: ids.get(path)!, path, ...(beside && { easyRead }), hasEasyRead };
  });
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
  const file = path.replace(/\.easy\.md$/, '.md');
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
