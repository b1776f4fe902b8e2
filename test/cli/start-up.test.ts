import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const program = join(root, 'dist/cli/main.js');

/** Tells each module on stderr: those that are imported by a hook, those that are required at the end. */
const hook = `import { writeSync } from 'node:fs';
export async function load(url, context, next) {
  writeSync(2, 'LOADED ' + url + '\\n');
  return next(url, context);
}`;
const observer = `import { createRequire, register } from 'node:module';
register(${JSON.stringify(`data:text/javascript,${encodeURIComponent(hook)}`)});
const { cache } = createRequire(${JSON.stringify(program)});
process.on('exit', () => Object.keys(cache).forEach((path) => console.error('LOADED ' + path)));`;

/** The modules of which a file of the bundle is made: each begins with a line that names it. */
function partsOf(line: string): readonly string[] {
  const url = /file:\S+[\\/]dist[\\/]\S+/.exec(line)?.[0];
  if (url === undefined) return [];
  return [...readFileSync(fileURLToPath(url), 'utf8').matchAll(/^\/\/ (node_modules\/.+)$/gm)].map(
    ([, path]) => path ?? '',
  );
}

/** What a command says and the packages that it loads, each once. */
function start(...words: string[]) {
  const run = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(observer)}`, program, ...words],
    { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  const loaded = run.stderr.split('\n').filter((line) => line.startsWith('LOADED '));
  const other = run.stderr.split('\n').filter((line) => line !== '' && !line.startsWith('LOADED '));
  const files = loaded.flatMap((line) => [line, ...partsOf(line)]);
  const packages = files.flatMap(
    (line) => /.*[\\/]?node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(line)?.[1] ?? [],
  );
  return { code: run.status, out: run.stdout, other, loaded, packages: new Set(packages) };
}

const isBuilt = existsSync(program);

test('the program is built where nothing may be left out', () => {
  expect(isBuilt || !process.env.CI).toBe(true);
});

test.skipIf(!isBuilt).each([['--help'], ['--version'], ['no-such-command']])(
  '%s loads no package and hardly a module of ours',
  (word) => {
    const { loaded, packages, out, other } = start(word);
    expect([...packages]).toEqual([]);
    expect(loaded.length).toBeGreaterThan(3);
    expect(loaded.filter((line) => line.includes('/dist/')).length).toBeLessThan(12);
    expect(out + other.join('\n')).not.toBe('');
  },
);

test.skipIf(!isBuilt)('list loads what reads profiles, and nothing else', () => {
  const { code, packages } = start('list');
  expect(code).toBe(0);
  expect([...packages].sort()).toEqual(['yaml', 'zod']);
});

test.skipIf(!isBuilt)(
  'one report as plain text loads nothing of the other formats, and says nothing amiss',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'start-up-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const report = 'sources/liverpool-ccg-equality-and-diversity.md';
    const words = ['convert', report, '--profile', 'plain-text', '--out', folder, '--fail-on', 'never'];
    const { code, packages, other } = start(...words);
    expect(code).toBe(0);
    expect(other).toEqual([]);
    expect(packages).toContain('micromark');
    const heavy = [
      'pdfkit',
      'fontkit',
      'pdf-lib',
      'linebreak',
      'harfbuzzjs',
      'bidi-js',
      'sharp',
      '@resvg/resvg-js',
    ];
    const others = [
      'parse5',
      'rehype',
      'saxes',
      'yauzl',
      'fflate',
      'liblouis-build',
      'piscina',
      'xastscript',
    ];
    expect([...heavy, ...others].filter((name) => packages.has(name))).toEqual([]);
  },
);
