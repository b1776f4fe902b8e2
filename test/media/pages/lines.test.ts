import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { type FontSet, loadFontSet } from '../../../src/media/pages/fonts.ts';
import { breakLines, type Line, type Run } from '../../../src/media/pages/lines.ts';
import { addScriptFonts } from '../../../src/media/pages/script-fonts.ts';
import { layoutArtifact } from '../../../src/media/pages/structure.ts';
import { unbreakableParts } from '../../../src/media/pages/unbreakable.ts';

let fonts: FontSet;
beforeAll(async () => {
  fonts = await loadFontSet('Atkinson Hyperlegible Next');
});

const run = (text: string, bold = false): Run => ({ text, bold, colour: '#000000', leaf: layoutArtifact });

function lines(text: string | readonly Run[], width = 300, characters = 70) {
  const troubles: string[] = [];
  const runs = typeof text === 'string' ? [run(text)] : text;
  const report = (trouble: string): void => {
    troubles.push(trouble);
  };
  const broken = breakLines(runs, { width, size: 20, fonts, characters, report });
  return { words: broken.map(wordsOf), broken, troubles };
}

/** What the pieces of a line say, in the order in which they are read. */
function wordsOf({ pieces }: Line): string {
  return pieces
    .map(({ shaped: { actualText, codePoints, isReversed } }) => {
      const letters = codePoints.map((points) => String.fromCodePoint(...points));
      return actualText ?? (isReversed ? letters.reverse() : letters).join('');
    })
    .join('');
}

describe('lines', () => {
  test('break at spaces, and keep one at their end for those who copy the text', () => {
    const { words } = lines('We asked how people from every background are treated at work');
    expect(words.length).toBeGreaterThan(1);
    expect(words.slice(0, -1).every((line) => line.endsWith(' '))).toBe(true);
    expect(words.join('')).toBe('We asked how people from every background are treated at work');
  });

  test('never break a date, a telephone number, an amount, a postcode or an e-mail address', () => {
    const whole = [
      '5 November 2021',
      'March 2022',
      '01234 567890',
      '+44 1234 567 890',
      '18001 01234 567890',
      '£5 million',
      '12 per cent',
      'AN1 1AA',
      'info@example.nhs.uk',
    ];
    for (const one of whole) {
      expect(unbreakableParts(`see ${one} now`)).toEqual(['see', one, 'now']);
      for (let pad = 0; pad < 24; pad++) {
        const { words, troubles } = lines(`${'i'.repeat(pad)} so ${one} it is`, 260);
        expect(
          words.some((line) => line.includes(one)),
          `${pad} ${words.join('|')}`,
        ).toBe(true);
        expect(troubles).toEqual([]);
      }
    }
  });

  test('break an e-mail address that is longer than a line after its @', () => {
    expect(lines('Zafeira.Bisti@liverpoolccg.nhs.uk', 240).words).toEqual([
      'Zafeira.Bisti@',
      'liverpoolccg.nhs.uk',
    ]);
  });

  test('end with a hyphen of an address only where it has no other sign', () => {
    expect(lines('https://www.example.org/about-us/equality-and-diversity-in-work/', 340).words).toEqual([
      'https://www.example.org/about-us/',
      'equality-and-diversity-in-work/',
    ]);
    expect(
      lines('https://example.org/equality-and-diversity-in-all-our-work', 200).words.slice(0, 2),
    ).toEqual(['https://example.org/', 'equality-and-diversity-']);
  });

  test('break an address that is longer than a line after its own signs only', () => {
    const address = 'https://www.example.org/reports/2020/workforce-race_equality?in=one&line=of';
    const { words, troubles } = lines(`see ${address} there`);
    expect(words.join('')).toBe(`see ${address} there`);
    for (const line of words.slice(1, -1)) expect(line.trimEnd()).toMatch(/[/.\-?&_=]$/);
    expect(troubles).toEqual([]);
  });

  test('break a word that no line holds between letters, and say so', () => {
    const { words, troubles } = lines('a'.repeat(200));
    expect(words.join('')).toBe('a'.repeat(200));
    expect(troubles).toEqual(['long-word']);
  });

  test('break a date only where it is longer than a line', () => {
    const { words } = lines('29 September 2021', 120);
    expect(words).toEqual(['29 ', 'September ', '2021']);
  });

  test('end at a line feed', () => {
    expect(lines('One\nTwo  three').words).toEqual(['One ', 'Two three']);
  });

  test('break between ideographs', () => {
    const { words, troubles } = lines('日本語の文章'.repeat(8), 200);
    expect(words.join('')).toBe('日本語の文章'.repeat(8));
    expect(troubles.every((trouble) => trouble === 'no-glyph')).toBe(true);
  });

  test('of Chinese and Japanese do not start with a stop nor end with an opening bracket', async () => {
    const han = await addScriptFonts(fonts, [0x6587]);
    const chinese = '请告诉我们（电话、电子邮件或信件都可以）。我们会在7天内寄给您，2021年11月5日。';
    const japanese = 'ちょっとした「パーティー」をしましょう。きっと楽しいですよ。';
    for (const text of [chinese, japanese]) {
      for (let width = 180; width < 400; width += 7) {
        const options = { width, size: 20, fonts: han, characters: 70, report: () => {} };
        const words = breakLines([run(text)], options).map(wordsOf);
        expect(words.join('')).toBe(text);
        for (const line of words.slice(1)) expect(line).toMatch(/^[^、。，」）ょっー]/u);
        for (const line of words.slice(0, -1)) expect(line).toMatch(/[^（「]$/u);
        if (width > 200) expect(words.some((line) => line.includes('7天')) || text === japanese).toBe(true);
        if (width > 200)
          expect(words.some((line) => line.includes('2021年11月5日')) || text === japanese).toBe(true);
      }
    }
  });

  test('have no more characters than they may, and keep to their width', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ minLength: 1, maxLength: 120 }), { maxLength: 20 }),
        fc.integer({ min: 120, max: 900 }),
        (parts, width) => {
          const { broken } = lines(
            parts.map((part, index) => run(`${part} `, index % 2 === 0)),
            width,
          );
          for (const line of broken) {
            expect(line.width).toBeLessThanOrEqual(width + 0.01);
            expect(wordsOf(line).trimEnd().length).toBeLessThanOrEqual(70);
          }
          const said = broken.map(wordsOf).join('').replace(/\s+/g, ' ').trim();
          expect(said).toBe(parts.join(' ').replace(/\s+/g, ' ').trim());
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('text from right to left', () => {
  const places = (text: string) => {
    const [line] = lines(text, 500).broken;
    return [...(line?.pieces ?? [])]
      .sort((a, b) => a.x - b.x)
      .map(
        ({ shaped }) =>
          shaped.actualText ??
          wordsOf({ pieces: [{ shaped, x: 0, colour: '', leaf: layoutArtifact }], width: 0 }),
      );
  };

  test('is placed from the right, and read in its own order', () => {
    const { words, broken, troubles } = lines('שלום עולם NHS England סוף', 500);
    expect(words).toEqual(['שלום עולם NHS England סוף']);
    expect(broken[0]?.isRightToLeft).toBe(true);
    expect(troubles).toEqual([]);
    expect(places('שלום עולם NHS England סוף').join('')).toBe('סוף NHS England עולם שלום');
  });

  test('keeps the signs and brackets of telephone numbers where they stand', () => {
    expect(places('אל +44 1234 567 890 עד').join('')).toBe('עד +44 1234 567 890 אל');
    expect(places('אל (020) 7946 0000 עד').join('')).toBe('עד (020) 7946 0000 אל');
  });

  test('has its brackets mirrored, and read as they were written', () => {
    expect(lines('שלום (עולם) סוף', 500).words).toEqual(['שלום (עולם) סוף']);
    const [line] = lines('שלום (עולם) סוף', 500).broken;
    const first = [...(line?.pieces ?? [])]
      .sort((a, b) => a.x - b.x)
      .find(({ shaped }) => shaped.codePoints.some(([point]) => point === 0x28 || point === 0x29));
    // Leftmost stands the bracket that closes: drawn as the one that opens.
    expect(first?.shaped.codePoints[0]).toEqual([0x29]);
    expect(first?.shaped.glyphs[0]).toBe(first?.shaped.face.font.glyphForCodePoint(0x28).id);
  });

  test('stands on the right where its surroundings do, and a label turns with it', () => {
    const inside = (text: string) =>
      breakLines([run(text)], {
        width: 400,
        size: 20,
        fonts,
        characters: 70,
        isRightToLeft: true,
        report: () => {},
      })[0];
    expect(inside('NHS England')?.isRightToLeft).toBe(true);
    expect(inside('Several lines in English, '.repeat(4))?.isRightToLeft).toBeUndefined();
    const label = inside('1.');
    const dot = label?.pieces.find(({ shaped }) => shaped.codePoints[0]?.[0] === 0x2e);
    expect(dot?.x).toBe(0);
    expect(lines('NHS England').broken[0]?.isRightToLeft).toBeUndefined();
  });

  test('joins its letters over the edge between two looks', async () => {
    const arabic = await addScriptFonts(fonts, [0x628]);
    const glyphs = (runs: readonly Run[]) =>
      breakLines(runs, {
        width: 400,
        size: 20,
        fonts: arabic,
        characters: 70,
        report: () => {},
      })[0]?.pieces.map(({ shaped }) => shaped.glyphs);
    const other = (text: string): Run => ({ ...run(text), colour: '#0000ff' });
    const [whole = []] = glyphs([run('بيت')]) ?? [];
    expect((glyphs([run('ب'), other('يت')]) ?? []).reverse().flat()).toEqual(whole);
    expect((glyphs([run('ب'), run(' '), other('يت')]) ?? []).reverse().flat()).not.toEqual(whole);
  });

  test('does not turn telephone numbers and dates around', () => {
    expect(places('אל 01234 567890 עד').join('')).toBe('עד 01234 567890 אל');
  });

  test('stands inside a line from left to right', () => {
    const { broken } = lines('English שלום עולם here', 500);
    expect(broken[0]?.isRightToLeft).toBeUndefined();
    expect(places('English שלום עולם here').join('')).toBe('English עולם שלום here');
  });
});
