import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ReadBack } from '../../src/document/passage.ts';
import { bodyReadingOf } from '../../src/document/passages.ts';
import { readAccessibilityTree } from '../../src/media/hast/read-accessibility-tree.ts';
import { pageDifferences, pdfDifferences, wordsNotFound } from '../../src/pipeline/compare-readings.ts';
import { formatOf } from '../../src/pipeline/format-of.ts';
import { openProject } from '../../src/pipeline/project.ts';
import { prove } from '../../src/pipeline/prove.ts';
import { expectedReading, plan } from '../../src/plan/plan.ts';
import { readAccessibilityTrees } from '../../src/tools/accessibility-tree.ts';
import { readWithPoppler } from '../../src/tools/poppler.ts';
import { mustBeChecked } from '../support/must-be-checked.ts';
import { sound, soundEasyRead } from '../support/mutations.ts';
import { readText } from '../support/read-text.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { document } = readText(sound, soundEasyRead);

async function write(id: string) {
  const profile = openProject(root).profiles.find((one) => one.id === id)!;
  const { format, options } = await formatOf(profile, []);
  const planned = plan(document, profile);
  const { outputs, changes } = await format.write(planned.document, options);
  const all = [...planned.changes, ...changes];
  const body = bodyReadingOf(planned.document);
  const check = (back: ReadBack) => prove(expectedReading(document, profile), back, all, document.meta, body);
  return { format, output: outputs[0]!, check };
}

/** Rules at the end of the style sheet that hide a part of the report, and what must not be hidden by them. */
const styles: readonly (readonly [name: string, css: string])[] = [
  ['not displayed', '.body > p{display:none}'],
  ['invisible', 'blockquote{visibility:hidden}'],
  ['transparent', 'blockquote{opacity:0}'],
  ['without size', 'li{font-size:0}'],
  ['white on white', 'td,td *{color:#fff!important;background:#fff!important}'],
  ['transparent letters', 'figcaption{color:transparent!important}'],
  ['off screen', 'blockquote{position:absolute;left:-9999px}'],
  ['above the page', 'blockquote{position:absolute;top:-9999px}'],
  ['clipped', 'figcaption{clip-path:inset(50%)}'],
  ['cut to nothing', 'figure{height:0;overflow:hidden}'],
  ['scaled to nothing', 'blockquote{transform:scale(0)}'],
  ['not rendered', '.body{content-visibility:hidden}'],
];

/** Changes of the markup that a reader of HTML may not notice. */
const markups: readonly (readonly [name: string, from: string | RegExp, to: string])[] = [
  ['in a closed fold', '<blockquote>', '<details><summary></summary><blockquote>'],
  ['inert', '<blockquote>', '<blockquote inert>'],
  ['named otherwise', '<table role="table"', '<table role="presentation"'],
  ['a heading of another level by its role', '<h2 ', '<h2 aria-level="4" '],
  ['a list item of no list', /<ul(?=[^>]*>\s*<li[^>]*>\s*(?:<p>)?Oaks)/, '<ul role="group"'],
  ['another name of a picture', 'alt="Map', 'aria-label="Nothing" alt="Map'],
  [
    'a link that is no link',
    'href="https://example.org/list"',
    'role="none" data-href="https://example.org/list"',
  ],
  ['another language', '<p>Croeso', '<p lang="de">Croeso'],
];

describe('a page is read again by the tree that Chromium gives to screen readers', () => {
  const folder = mkdtempSync(join(tmpdir(), 'allformats-second-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  let made: Awaited<ReturnType<typeof write>>;
  let easy: Awaited<ReturnType<typeof write>>;
  let read: Awaited<ReturnType<typeof readAccessibilityTrees>>;
  const pages = new Map<string, string>();
  const pathOf = (name: string) => join(folder, `${name.replaceAll(' ', '-')}.html`);
  beforeAll(async () => {
    [made, easy] = await Promise.all([write('html'), write('easy-read')]);
    const page = new TextDecoder().decode(made.output.bytes);
    pages.set('sound', page);
    pages.set('easy', new TextDecoder().decode(easy.output.bytes));
    for (const [name, css] of styles) pages.set(name, page.replace('</style>', `${css}</style>`));
    for (const [name, from, to] of markups) pages.set(name, page.replace(from, to));
    for (const [name, text] of pages) writeFileSync(pathOf(name), text);
    read = await readAccessibilityTrees([...pages.keys()].map(pathOf), root);
  }, 120_000);

  const judge = async (context: Parameters<typeof mustBeChecked>[0], name: string, of = made) => {
    const { trees } = mustBeChecked(context, read);
    const bytes = new TextEncoder().encode(pages.get(name)!);
    const first = await of.format.readBack([{ ...of.output, bytes }]);
    const tree = trees.get(pathOf(name))!;
    const again = readAccessibilityTree(tree);
    return { first, again, findings: pageDifferences(first, again, tree.unseen), tree };
  };

  test('both agree on sound pages', async (context) => {
    for (const [name, of] of [
      ['sound', made],
      ['easy', easy],
    ] as const) {
      const { again, first, findings } = await judge(context, name, of);
      expect(findings, name).toEqual([]);
      expect(again.passages).toEqual(first.passages);
      expect(again.links).toEqual(first.links);
      expect(of.check(again).findings, name).toEqual([]);
    }
  });

  test.each([...styles, ...markups].map(([name]) => name))('%s', async (name) => {
    expect(pages.get(name)).not.toBe(pages.get('sound'));
  });

  test('every part that is hidden or told otherwise is found by one of them', async (context) => {
    const missed: string[] = [];
    for (const [name] of [...styles, ...markups]) {
      const { first, findings } = await judge(context, name);
      const own = made.check(first).findings.filter(({ severity }) => severity === 'error');
      if (own.length + findings.length === 0) missed.push(name);
    }
    expect(missed).toEqual([]);
  });
});

describe('a PDF is read again by poppler', () => {
  test('both agree on a sound file, and a word that is not painted is found', async (context) => {
    const folder = mkdtempSync(join(tmpdir(), 'allformats-poppler-'));
    context.onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const { output, format } = await write('large-print-16');
    const path = join(folder, 'sound.pdf');
    writeFileSync(path, output.bytes);
    const { texts } = mustBeChecked(context, await readWithPoppler([{ path, pages: 5 }]));
    const text = texts.get(path)!;
    const first = await format.readBack([output]);
    expect([...wordsNotFound(first, text)]).toEqual([]);
    const less = { ...text, painted: text.painted.replace(/\bslowly\b/, '') };
    expect(pdfDifferences(first, wordsNotFound(first, less))).toMatchObject([
      { rule: 'poppler/differs', outputAt: { page: expect.any(Number) } },
    ]);
    const structure = text.structure!;
    const swapped = { ...text, structure: structure.replace('grow slowly', 'slowly grow') };
    expect(swapped.structure).not.toBe(structure);
    expect(wordsNotFound(first, swapped).size).toBe(1);
  }, 120_000);

  test('a program that is missing is no pass', async () => {
    const answer = await readWithPoppler([{ path: '/nowhere.pdf', pages: 1 }], { PATH: '' });
    expect(answer).toMatchObject({ state: 'not-checked', why: expect.stringContaining('poppler-utils') });
  });
});
