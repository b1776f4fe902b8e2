import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join, resolve, sep } from 'node:path';
import { Failure } from '../kernel/failure.ts';
import { type Project, projectPath } from './project.ts';

export interface Report {
  /** Folder name below `outputs/`; unique in the project. */
  readonly id: string;
  /** Absolute path. */
  readonly path: string;
  /** The Easy Read layer beside it, where there is one. Absolute path. */
  readonly easyRead?: string;
}

/** The reports named, or all in `sources/`. @throws Failure `file-missing` */
export function findReports(project: Project, paths: readonly string[]): Report[] {
  const wanted =
    paths.length > 0 ? paths.map((path) => resolve(project.root, path)) : [join(project.root, 'sources')];
  const files = new Set<string>();
  for (const path of wanted) {
    if (!existsSync(path)) {
      throw new Failure('file-missing', `There is no ${projectPath(project.root, path)}.`);
    }
    if (statSync(path).isDirectory()) for (const file of walk(path)) files.add(file);
    else files.add(path.replace(/\.easy\.md$/, '.md'));
  }
  const ids = new Set<string>();
  return [...files].sort().map((path) => {
    const base = idOf(project, path);
    let id = base;
    for (let count = 2; ids.has(id); count++) id = `${base}-${count}`;
    ids.add(id);
    const easyRead = path.replace(/\.[^.]*$/, '.easy.md');
    return { id, path, ...(easyRead !== path && existsSync(easyRead) && { easyRead }) };
  });
}

function idOf(project: Project, path: string): string {
  const inside = join(project.root, 'sources') + sep;
  const short = path.startsWith(inside) ? path.slice(inside.length) : basename(path);
  const id = short
    .replace(/\.[^./\\]*$/, '')
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^[-.]+|[-.]+$/g, '');
  return id || 'report';
}

function walk(folder: string): string[] {
  const found: string[] = [];
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules')
      found.push(...walk(path));
    else if (isReport(entry.name) && !entry.isDirectory()) found.push(path);
  }
  return found;
}

function isReport(name: string): boolean {
  return name.endsWith('.md') && !name.endsWith('.easy.md') && !/^(readme|\.)/i.test(name);
}
