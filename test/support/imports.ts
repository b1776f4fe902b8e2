import { posix } from 'node:path';

/** The text of each file by its path from `src/`, with `/`. */
export type Sources = ReadonlyMap<string, string>;

export interface Import {
  readonly from: string;
  readonly to: string;
}

/** Which rooms a room may import from. A room that is not in the table may not exist. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  kernel: [],
  document: ['kernel'],
  profiles: ['kernel'],
  tools: ['kernel'],
  report: ['kernel'],
  source: ['document', 'kernel'],
  importers: ['document', 'kernel', 'tools'],
  media: ['document', 'kernel'],
  wording: ['document', 'kernel'],
  translation: ['wording', 'document', 'kernel'],
  rules: ['wording', 'document', 'kernel'],
  drafting: ['wording', 'document', 'kernel'],
  plan: ['wording', 'document', 'profiles', 'kernel'],
  formats: ['media', 'tools', 'document', 'kernel'],
  pipeline: [
    'source',
    'importers',
    'profiles',
    'plan',
    'media',
    'tools',
    'formats',
    'rules',
    'translation',
    'wording',
    'drafting',
    'document',
    'kernel',
  ],
  cli: ['pipeline', 'report', 'profiles', 'kernel'],
  server: ['pipeline', 'report', 'profiles', 'kernel'],
  'index.ts': ['pipeline', 'profiles', 'document', 'kernel'],
};

const statement = /\b(?:import|export)\b[^'"`;()]*?\bfrom\s*(['"])([^'"]+)\1/g;
const bare = /\bimport\s*(['"])([^'"]+)\1/g;
const call = /\b(?:import|require)\s*\(\s*(['"`])([^'"`]+)\1/g;
const asset = /\bnew\s+URL\s*\(\s*(['"`])(\.[^'"`]+)\1\s*,\s*import\.meta\.url/g;

/**
 * The relative imports of every file: static, type-only, re-exported, dynamic, and workers by `new URL`. Imports in comments
 * are left out. A path built at run time is not seen.
 */
export function importsOf(sources: Sources): readonly Import[] {
  const imports: Import[] = [];
  for (const [from, text] of sources) {
    const code = withoutComments(text);
    for (const pattern of [statement, bare, call, asset]) {
      for (const match of code.matchAll(pattern)) {
        const target = match[2]!;
        if (target.startsWith('.')) imports.push({ from, to: posix.join(posix.dirname(from), target) });
      }
    }
  }
  return imports;
}

/** Keeps strings whole: `//` and `/*` inside them begin no comment. */
function withoutComments(text: string): string {
  const part = /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g;
  return text.replace(part, (found) => (found.startsWith('/*') || found.startsWith('//') ? ' ' : found));
}

/** Each import that the table of rooms does not allow, as a sentence. */
export function forbiddenImports(sources: Sources): readonly string[] {
  const problems = importsOf(sources).flatMap((link) => {
    const why = whyForbidden(link);
    return why === undefined ? [] : [`${link.from} imports ${link.to}: ${why}`];
  });
  const unknown = [...sources.keys()].filter((file) => allowed[roomOf(file)] === undefined);
  return [...problems, ...unknown.map((file) => `${file}: ${roomOf(file)} is not a room of the house`)];
}

function whyForbidden({ from, to }: Import): string | undefined {
  const [here, there] = [roomOf(from), roomOf(to)];
  if (there === '..') return 'it is outside src';
  if (here === 'formats' && there === 'formats') return whyForbiddenBetweenFormats(from, to);
  if (here === there || allowed[here]?.includes(there)) return undefined;
  return `${here} may not import ${there}`;
}

/** formats/format.ts is the contract, for all. Only formats/registry.ts knows every format. */
function whyForbiddenBetweenFormats(from: string, to: string): string | undefined {
  if (to === 'formats/format.ts' || from === 'formats/registry.ts') return undefined;
  const [own, other] = [from.split('/')[1], to.split('/')[1]];
  return own === other ? undefined : 'a format may not import another one';
}

function roomOf(file: string): string {
  return file.split('/')[0]!;
}

/** A circle of imports, as the files in their order with the first one again at the end; undefined when there is none. */
export function importCircle(sources: Sources): readonly string[] | undefined {
  const targets = new Map<string, string[]>([...sources.keys()].map((file) => [file, []]));
  for (const { from, to } of importsOf(sources)) if (targets.has(to)) targets.get(from)!.push(to);
  const done = new Set<string>();
  for (const start of targets.keys()) {
    if (done.has(start)) continue;
    const path = [start];
    const rest = [[...targets.get(start)!]];
    while (path.length > 0) {
      const next = rest.at(-1)!.pop();
      if (next === undefined) {
        done.add(path.pop()!);
        rest.pop();
      } else if (path.includes(next)) {
        return [...path.slice(path.indexOf(next)), next];
      } else if (!done.has(next)) {
        path.push(next);
        rest.push([...targets.get(next)!]);
      }
    }
  }
  return undefined;
}
