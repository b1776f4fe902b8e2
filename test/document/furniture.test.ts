import { describe, expect, it } from 'vitest';
import { dateInWords } from '../../src/document/date.ts';
import { english } from '../../src/document/furniture/english.ts';
import { fill } from '../../src/document/furniture/furniture.ts';
import { catalogues, furnitureOf, isForeign } from '../../src/document/furniture/furniture-of.ts';

/** Every text of a catalogue with the names that lead to it. */
function texts(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => texts(one, `${path}/${name}`));
}

const holes = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort().join(' ');

describe('the catalogues of fixed words', () => {
  const wanted = texts(english);

  it.each(catalogues.map((one) => [one.language, one] as const))('%s is whole', (_, catalogue) => {
    const found = new Map(texts(catalogue));
    const keys = [...found.keys()].filter((path) => !path.startsWith('/monthsAlone/'));
    expect(keys.sort()).toEqual(wanted.map(([path]) => path).sort());
    for (const [path, text] of wanted) {
      if (path === '/language') continue;
      expect([path, holes(found.get(path) ?? '')]).toEqual([path, holes(text)]);
      expect([path, found.get(path)?.trim()]).not.toEqual([path, '']);
    }
  });

  it.each(catalogues.map((one) => [one.language, one] as const))(
    '%s has marks that can be told apart',
    (_, catalogue) => {
      const marks = Object.values(catalogue.textMarks);
      expect(new Set(marks).size).toBe(marks.length);
      expect(marks.filter((mark) => /[:[\]\n]/.test(mark))).toEqual([]);
      const { deleted, picture, done, notDone, empty } = catalogue.textWords;
      const inLine = [deleted, picture, done, notDone, empty];
      expect(new Set([...marks, ...inLine]).size).toBe(marks.length + inLine.length);
      const signs = Object.values(catalogue.braille.signs);
      expect(new Set(signs).size).toBe(signs.length);
      const own = Object.values(catalogue.months);
      expect([own.length, new Set(own).size]).toEqual([12, 12]);
      expect([undefined, 12]).toContain(catalogue.monthsAlone?.length);
    },
  );

  it('are found again by the first mark of a plain text', () => {
    const first = catalogues.map(({ textMarks }) => textMarks.about);
    expect(new Set(first).size).toBe(first.length);
  });

  it('are found by language, region and script', () => {
    expect(furnitureOf('en-GB')).toBe(english);
    expect(furnitureOf('EN').language).toBe('en');
    expect(furnitureOf('tlh')).toBe(english);
    expect(furnitureOf('pa-PK')).toBe(english);
    expect(furnitureOf('zh-Hant')).toBe(english);
    expect(isForeign(english, 'en-IE')).toBe(false);
    expect(isForeign(english, 'tlh')).toBe(true);
  });
});

describe('fixed words', () => {
  it('are filled in, and a slip stays to be seen', () => {
    expect(fill('Page {page} of {pages}', { page: 3, pages: 9 })).toBe('Page 3 of 9');
    expect(fill('Page {page}', {})).toBe('Page {page}');
  });

  it('tell dates in the language', () => {
    expect(dateInWords('2021-11-05')).toBe('5 November 2021');
    expect(dateInWords('2021-11-05', furnitureOf('pl'))).toBe('5 listopada 2021');
    expect(dateInWords('2021-11', furnitureOf('pl'))).toBe('listopad 2021');
    expect(dateInWords('2021-11-05', furnitureOf('zh-Hans'))).toBe('2021年11月5日');
    expect(dateInWords('2021-11', furnitureOf('en-XA'))).toMatch(/^\P{ASCII}+ 2021$/u);
  });
});
