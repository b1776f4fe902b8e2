import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { describe, expect, test } from 'vitest';
import { forbiddenImports, importCircle, importsOf, type Sources } from './support/imports.ts';

const folder = join(import.meta.dirname, '../src');

function readSources(): Sources {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  return new Map(files.map((file) => [file.split(sep).join('/'), readFileSync(join(folder, file), 'utf8')]));
}

const planted = (files: Record<string, string>): Sources => new Map(Object.entries(files));

describe('the sources', () => {
  const sources = readSources();

  test('hold imports, and each leads to a file that is there', () => {
    const imports = importsOf(sources);
    expect(imports.length).toBeGreaterThan(100);
    const lost = imports.filter(({ to }) => to.endsWith('.ts') && !sources.has(to));
    expect(lost).toEqual([]);
  });

  test('import only from the rooms below', () => {
    expect(forbiddenImports(sources)).toEqual([]);
  });

  test('have no circle of imports', () => {
    expect(importCircle(sources)).toBeUndefined();
  });
});

describe('the scan sees', () => {
  test.each([
    ['a static import', `import { a } from '../cli/main.ts';`],
    ['a type-only import', `import type { A } from "../cli/main.ts";`],
    ['an import over several lines', `import {\n  a,\n  b,\n} from '../cli/main.ts';`],
    ['an import for its effect', `import '../cli/main.ts';`],
    ['a re-export', `export * from '../cli/main.ts';`],
    ['a dynamic import', 'const a = await import(`../cli/main.ts`);'],
    ['a type in place', `let a: import('../cli/main.ts').A;`],
    ['a worker', `new Worker(new URL('../cli/main.ts', import.meta.url));`],
    ['an import after a comment', `const a = '/*'; // it's\nimport '../cli/main.ts';`],
  ])('%s upward', (_, text) => {
    const sources = planted({ 'kernel/low.ts': text, 'cli/main.ts': '' });
    expect(forbiddenImports(sources)).toEqual([
      'kernel/low.ts imports cli/main.ts: kernel may not import cli',
    ]);
  });

  test('no import in a comment', () => {
    const text = `/* import '../cli/main.ts'; */\n// import '../cli/main.ts';\nconst a = 1;`;
    expect(importsOf(planted({ 'kernel/low.ts': text }))).toEqual([]);
  });

  test('a format that imports another one, and neither the contract nor the registry', () => {
    const sources = planted({
      'formats/format.ts': '',
      'formats/registry.ts': `import html from './html/index.ts';`,
      'formats/html/index.ts': `import './write.ts'; import '../format.ts';`,
      'formats/html/write.ts': `import '../plain-text/write.ts';`,
      'formats/plain-text/write.ts': '',
    });
    expect(forbiddenImports(sources)).toEqual([
      'formats/html/write.ts imports formats/plain-text/write.ts: a format may not import another one',
    ]);
  });

  test('a format that imports the registry', () => {
    const sources = planted({
      'formats/html/index.ts': `import '../registry.ts';`,
      'formats/registry.ts': '',
    });
    expect(forbiddenImports(sources)).toHaveLength(1);
  });

  test('an import from outside the sources, and a room that is new', () => {
    const sources = planted({ 'kernel/low.ts': `import '../../test/x.ts';`, 'attic/a.ts': '' });
    expect(forbiddenImports(sources)).toEqual([
      'kernel/low.ts imports ../test/x.ts: it is outside src',
      'attic/a.ts: attic is not a room of the house',
    ]);
  });

  test('a circle, also through types', () => {
    const sources = planted({
      'kernel/a.ts': `import './b.ts';`,
      'kernel/b.ts': `import type { C } from './c.ts';`,
      'kernel/c.ts': `export { b } from './b.ts'; import './d.ts';`,
      'kernel/d.ts': '',
    });
    expect(importCircle(sources)).toEqual(['kernel/b.ts', 'kernel/c.ts', 'kernel/b.ts']);
  });

  test('no circle where two paths lead to one file', () => {
    const sources = planted({
      'kernel/a.ts': `import './b.ts'; import './c.ts';`,
      'kernel/b.ts': `import './d.ts';`,
      'kernel/c.ts': `import './d.ts';`,
      'kernel/d.ts': '',
    });
    expect(importCircle(sources)).toBeUndefined();
  });
});
