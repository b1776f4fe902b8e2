import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { direction } from '../../../src/document/writing-direction.ts';
import { type FontSet, loadFontSet } from '../../../src/media/pages/fonts.ts';
import { addScriptFonts } from '../../../src/media/pages/script-fonts.ts';
import { type Shaped, shape } from '../../../src/media/pages/shaping.ts';
import { findProgram } from '../../../src/tools/find-program.ts';
import { mustBeChecked } from '../../support/must-be-checked.ts';

/** Each script that HarfBuzz shapes, with a sample that makes its font load. */
const scripts = [
  ['ar', 'Arab', 'ع'],
  ['ur', 'Arab', 'ع'],
  ['he', 'Hebr', 'ש'],
  ['bn', 'Beng', 'ক'],
  ['hi', 'Deva', 'क'],
  ['pa', 'Guru', 'ਕ'],
  ['gu', 'Gujr', 'ક'],
  ['ta', 'Taml', 'க'],
] as const;

/** Names of all regions and of many languages in a language: about 500 words that nobody chose for this test. */
function wordsIn(language: string, letters: RegExp): readonly string[] {
  const words = new Set<string>();
  const add = (text: string | undefined): void => {
    for (const word of text?.split(/[^\p{L}\p{M}\u200c\u200d]+/u) ?? [])
      if (word !== '' && [...word].every((letter) => letters.test(letter) || /[\u200c\u200d]/.test(letter)))
        words.add(word);
  };
  const letter = (index: number): string => String.fromCharCode(65 + index);
  for (const type of ['region', 'language'] as const) {
    const names = new Intl.DisplayNames([language], { type, fallback: 'none' });
    for (let one = 0; one < 26 * 26; one++) {
      const code = letter(Math.floor(one / 26)) + letter(one % 26);
      add(names.of(type === 'region' ? code : code.toLowerCase()));
    }
  }
  return [...words];
}

interface HbGlyph {
  readonly g: number;
  readonly ax: number;
  readonly dx: number;
  readonly dy: number;
}

function byTool(words: readonly string[], font: string, language: string, script: string) {
  const program = findProgram(['hb-shape']);
  if (program === undefined)
    return { state: 'not-checked', why: 'hb-shape is not installed (libharfbuzz-bin).' } as const;
  const folder = mkdtempSync(join(tmpdir(), 'allformats-shape-'));
  try {
    writeFileSync(join(folder, 'words.txt'), `${words.join('\n')}\n`);
    const run = spawnSync(
      program,
      [
        '--output-format=json',
        '--no-glyph-names',
        '--no-clusters',
        '--remove-default-ignorables',
        `--direction=${direction(language)}`,
        `--language=${language}`,
        `--script=${script}`,
        `--text-file=${join(folder, 'words.txt')}`,
        font,
      ],
      { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
    );
    if (run.status !== 0) throw new Error(run.stderr);
    const lines = run.stdout.trim().split('\n');
    return {
      state: 'checked',
      lines: lines.map((line) =>
        (JSON.parse(line) as readonly HbGlyph[]).map(({ g, ax, dx, dy }) => ({ g, ax, dx, dy })),
      ),
    } as const;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** As hb-shape tells glyphs, in the font's units. Blanks that say the first letters of a shape are a part of it. */
function told({ face, glyphs, advances, offsets }: Shaped): readonly HbGlyph[] {
  const units = face.font.unitsPerEm / 1000;
  const blank = face.font.glyphForCodePoint(0x20).id;
  const out: HbGlyph[] = [];
  glyphs.forEach((g, index) => {
    const [right, up] = offsets?.[index] ?? [0, 0];
    const ax = (advances[index] ?? 0) * units;
    const last = out.at(-1);
    if (g === blank && last) out[out.length - 1] = { ...last, ax: last.ax + ax };
    else out.push({ g, ax, dx: Math.round(right * units), dy: Math.round(up * units) });
  });
  return out.map((glyph) => ({ ...glyph, ax: Math.round(glyph.ax) }));
}

describe('words', () => {
  let family: FontSet;
  beforeAll(async () => {
    family = await loadFontSet('Atkinson Hyperlegible Next');
  });

  test.for(scripts)(
    'in %s (%s) have the glyphs and places of another HarfBuzz',
    async ([language, script, letter], context) => {
      const fonts = await addScriptFonts(family, [letter.codePointAt(0) as number]);
      const face = fonts.regular.find((one) => one.script?.covers.test(letter));
      if (face?.script === undefined) throw new Error('No font was loaded.');
      const { covers } = face.script;
      const words = wordsIn(language, covers);
      expect(words.length).toBeGreaterThan(300);
      const { lines } = mustBeChecked(context, byTool(words, face.path ?? '', language, script));
      expect(lines).toHaveLength(words.length);
      const isRightToLeft = direction(language) === 'rtl';
      const ignore = (): void => {};
      const others = words.filter((word, index) => {
        const pieces = shape(word, false, fonts, ignore, { isRightToLeft, language });
        const [only] = pieces;
        return (
          pieces.length !== 1 ||
          only === undefined ||
          JSON.stringify(told(only)) !== JSON.stringify(lines[index])
        );
      });
      expect(others).toEqual([]);
    },
  );
});
