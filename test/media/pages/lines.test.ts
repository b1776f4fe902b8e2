import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { type FontSet, loadFontSet } from '../../../src/media/pages/fonts.ts';
import { breakLines, type Line, type Run } from '../../../src/media/pages/lines.ts';
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
    .map(
      ({ shaped }) =>
        shaped.actualText ?? shaped.codePoints.map((points) => String.fromCodePoint(...points)).join(''),
    )
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

  test('does not turn telephone numbers and dates around', () => {
    expect(places('אל 01234 567890 עד').join('')).toBe('עד 01234 567890 אל');
  });

  test('stands inside a line from left to right', () => {
    const { broken } = lines('English שלום עולם here', 500);
    expect(broken[0]?.isRightToLeft).toBeUndefined();
    expect(places('English שלום עולם here').join('')).toBe('English עולם שלום here');
  });
});
