import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readingOf } from '../../src/document/passages.ts';
import type { Document } from '../../src/document/tree.ts';
import { Failure } from '../../src/kernel/failure.ts';
import type { Finding } from '../../src/kernel/finding.ts';
import { compareNumbers } from '../../src/translation/numbers.ts';
import { readXliff } from '../../src/translation/read-xliff.ts';
import { keyOfTokens, type Token } from '../../src/translation/tokens.ts';
import { translateDocument } from '../../src/translation/translate-document.ts';
import { type Unit, unitsOf } from '../../src/translation/units.ts';
import { writeTbx } from '../../src/translation/write-glossary.ts';
import { writePo } from '../../src/translation/write-po.ts';
import { writeTmx } from '../../src/translation/write-tmx.ts';
import { type Exported, writeXliff } from '../../src/translation/write-xliff.ts';
import { details, readBody, readText } from '../support/read-text.ts';

const body = `## What we do

We *care* for **12 parks**,[^1] see [our page](https://example.org/parks). The NHS helps :lang[Cymru]{lang=cy}.

- First point, 3 March 2021
- [x] A done point

| Park | Trees |
| --- | --- |
| Hill | many trees |
| Dale | 1,250 |

:::note{title="Please note"}
Write to bins@example.org.
:::

:::abbreviations
- NHS: National Health Service
:::

:::glossary
- Lake: a place with water
:::

[^1]: Parks of the *whole* town.
`;
const easy = ':pic[park] We look after parks.\n';
const sample = readBody(body, easy).document;
const head = { original: 'report.md', from: 'en-GB', to: 'pl', keep: [] };
const accents: Readonly<Record<string, string>> = { a: 'ą', e: 'ę', o: 'ó', n: 'ń', s: 'ś', z: 'ż' };

/** Other letters for words, but not where the source must be kept. */
function accented(unit: Unit): Token[] {
  return unit.source.tokens.map((token) => {
    if (token.kind !== 'text' || token.mark === 'keep' || token.value.includes('@')) return token;
    return { ...token, value: token.value.replace(/[aeonsz]/g, (letter) => accents[letter]!) };
  });
}

const translatedUnits = (document: Document): Exported[] =>
  unitsOf(document).map((unit) => ({ unit, target: accented(unit) }));
const read = (text: string) => readXliff({ file: 'report.pl.xlf', bytes: new TextEncoder().encode(text) });
const translated = (document: Document, text: string) => translateDocument(document, read(text));
const rulesOf = (findings: readonly Finding[]) => findings.map(({ rule }) => rule);

test('the files for translators are these', async () => {
  const untold = unitsOf(sample).map((unit) => ({ unit }));
  await expect(writeXliff(head, untold)).toMatchFileSnapshot('golden/report.pl.xlf');
  const units = translatedUnits(sample);
  await expect(writePo(head, units)).toMatchFileSnapshot('golden/report.pl.po');
  await expect(writeTbx(head, sample, units)).toMatchFileSnapshot('golden/report.pl.tbx');
  await expect(writeTmx(head, units.slice(0, 12))).toMatchFileSnapshot('golden/report.pl.tmx');
});

test('a translation has the structure of its report, and every word of its own', () => {
  const { document, findings } = translated(sample, writeXliff(head, translatedUnits(sample)));
  expect(findings).toEqual([]);
  expect(document.meta.language).toBe('pl');
  const [before, after] = [readingOf(sample), readingOf(document)];
  const shape = ({ passages }: typeof before) =>
    passages.map(({ kind, level, lists, cell }) => ({ kind, level, lists, cell }));
  expect(shape(after)).toEqual(shape(before));
  const plain = (text: string) =>
    text.replace(/[ąęóńśż]/g, (l) => Object.keys(accents).find((k) => accents[k] === l)!);
  const words = ({ passages }: typeof before) =>
    passages.map(({ text }) => text.replace(/^(?:May|maj) /, ''));
  expect(words(after).map(plain)).toEqual(words(before));
  expect(after.links.map(({ url }) => url)).toEqual(before.links.map(({ url }) => url));
  expect(JSON.stringify(document)).toContain('"expansion":"Nątióńąl Hęąlth Sęrvicę"');
});

test('an inserted paragraph changes few ids, and no translation is lost by it', () => {
  const more = readBody(
    body.replace('## What we do\n', '## What we do\n\nA new paragraph.\n'),
    easy,
  ).document;
  const ids = new Set(unitsOf(sample).map(({ id }) => id));
  expect(unitsOf(more).filter(({ id }) => !ids.has(id))).toHaveLength(1);
  const { findings } = translated(more, writeXliff(head, translatedUnits(sample)));
  expect(findings).toHaveLength(1);
  expect(findings[0]!.message).toContain('A new paragraph.');
});

test('what is missing stays in the language of the report, marked, under a notice', () => {
  const units = translatedUnits(sample).map((one) => {
    const isLost =
      one.unit.id.startsWith('what-we-do.paragraph') || one.unit.kind === 'box' || one.unit.kind === 'idea';
    return isLost ? { unit: one.unit } : one;
  });
  const { document, findings } = translated(sample, writeXliff(head, units));
  expect(new Set(rulesOf(findings))).toEqual(new Set(['translation/missing']));
  expect(document.children[0]).toMatchObject({ type: 'box', kind: 'note' });
  expect(document.easyRead?.children[0]).toMatchObject({ type: 'box', kind: 'note' });
  const english = readingOf(document).passages.filter(({ languages }) =>
    languages?.some(({ lang }) => lang === 'en-GB'),
  );
  expect(english.map(({ text }) => text)).toEqual([
    'We care for 12 parks, see our page. The NHS helps Cymru.',
    'Please note',
    'Write to bins@example.org.',
  ]);
});

test('why Easy Read leaves out a section is told in the language too', () => {
  const layer = `${easy}\n:::left-out{section="what-we-do" why="That part is for those who plan parks."}\n:::\n`;
  const { document } = readBody(body, layer);
  expect(document.easyRead?.leftOut).toHaveLength(1);
  const polish = translated(document, writeXliff(head, translatedUnits(document))).document;
  expect(polish.easyRead?.leftOut[0]?.why).toMatch(/ę/);
});

test('where the report says so, an unfinished translation is not made', () => {
  const strict = readText(
    details.replace('signOff:', 'translations:\n  missing: block\nsignOff:') + body,
  ).document;
  const units = translatedUnits(strict);
  expect(translated(strict, writeXliff(head, units)).findings).toEqual([]);
  const text = writeXliff(head, [{ unit: units[0]!.unit }, ...units.slice(1)]);
  expect(() => translated(strict, text)).toThrow(/1 of \d+ texts are not translated/);
});

describe('every mutation of a translation is found', () => {
  const units = translatedUnits(sample);
  const change = (at: number, target: readonly Token[] | undefined) =>
    units.map((one, index) => {
      if (index !== at) return one;
      return target === undefined ? { unit: one.unit } : { unit: one.unit, target };
    });
  const check = (changed: readonly Exported[]) =>
    rulesOf(translated(sample, writeXliff(head, changed)).findings);
  const sites = units.map((one, at) => ({ ...one, at }));
  const codes = sites.flatMap(({ target, at }) =>
    (target ?? []).flatMap((token, place) => (token.kind === 'text' ? [] : [{ at, place }])),
  );
  const numbers = sites.filter(({ target }) =>
    (target ?? []).some((token) => token.kind === 'text' && /\d/.test(token.value)),
  );

  test('a code lost, a code doubled', () => {
    expect(codes.length).toBeGreaterThan(8);
    for (const { at, place } of codes) {
      const target = units[at]!.target!;
      const id = (target[place] as { id: string }).id;
      const without = target.filter((token) => token.kind === 'text' || token.id !== id);
      expect(check(change(at, without)), units[at]!.unit.id).toContain('translation/codes');
      const alone = target.filter((token) => token.kind !== 'text' && token.id === id);
      expect(check(change(at, [...target, ...alone])), units[at]!.unit.id).toContain('translation/codes');
    }
  });

  test('a number dropped, a number changed', () => {
    expect(numbers.length).toBeGreaterThan(1);
    for (const { at, target } of numbers) {
      for (const other of ['', '77']) {
        const mutated = target!.map((token) =>
          token.kind === 'text' ? { ...token, value: token.value.replace(/\d[\d,]*/, other) } : token,
        );
        expect(check(change(at, mutated)), units[at]!.unit.id).toContain('translation/number');
      }
    }
  });

  test('a unit without translation, and one whose source has changed', () => {
    for (const { at, unit } of sites) {
      expect(check(change(at, undefined)), unit.id).toContain('translation/missing');
      const old = units.map((one, index) =>
        index === at
          ? {
              ...one,
              unit: {
                ...unit,
                source: {
                  ...unit.source,
                  tokens: [...unit.source.tokens, { kind: 'text', value: ' or so' } as const],
                },
              },
            }
          : one,
      );
      expect(check(old), unit.id).toContain('translation/stale');
    }
  });

  test('an address that is changed', () => {
    const at = sites.findIndex(({ target }) =>
      (target ?? []).some((token) => token.kind === 'text' && token.value.includes('@')),
    );
    const mutated = units[at]!.target!.map((token) =>
      token.kind === 'text' ? { ...token, value: token.value.replace('bins@', 'bin@') } : token,
    );
    expect(check(change(at, mutated))).toContain('translation/kept');
  });

  test('running text that is not translated', () => {
    const copies = sites.filter(
      ({ unit }) => unit.kind === 'paragraph' || unit.kind === 'idea' || unit.kind === 'footnote',
    );
    expect(copies.length).toBeGreaterThan(3);
    for (const { at, unit } of copies)
      expect(check(change(at, unit.source.tokens)), unit.id).toContain('translation/same');
  });

  test.each(['ur', 'ar', 'uk', 'zh', 'bn', 'pa', 'gu'])('Latin letters in a translation into "%s"', (to) => {
    const { findings } = translated(sample, writeXliff({ ...head, to }, units));
    expect(rulesOf(findings).filter((rule) => rule === 'translation/language').length).toBeGreaterThan(1);
  });
});

describe('numbers', () => {
  test.each([
    ['We have 2,500 bins and 6.8% growth in 2021', 'Mamy 2 500 koszy i wzrost 6,8% w 2021'],
    ['2,500 bins', '2.500 Tonnen'],
    ['2,500 and 6.8', '٢٬٥٠٠ و ٦٫٨'],
    ['12 parks in 2021', '۱۲ پارک ۲۰۲۱'],
    ['5 November 2021', '2021年11月5日'],
    ['twelve parks', '12 parków'],
    ['29th of May 2020', '২৯ মে ২০২০'],
  ])('%s = %s', (source, target) => {
    expect(compareNumbers(source, target)).toEqual({ lost: [], added: [] });
  });

  test.each([
    ['2,500 bins', '250 koszy'],
    ['6.8%', '68%'],
    ['12 and 12', '12'],
    ['6.8', '٦٨'],
    ['many', '7'],
  ])('%s is not %s', (source, target) => {
    const { lost, added } = compareNumbers(source, target);
    expect(lost.length + added.length).toBeGreaterThan(0);
  });

  test('figures of any size are the same in Arabic digits', () => {
    fc.assert(
      fc.property(fc.nat(), (number) => {
        const arabic = String(number).replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)));
        expect(compareNumbers(`x ${number} y`, `س ${arabic} ص`)).toEqual({ lost: [], added: [] });
      }),
    );
  });
});

describe('what other programs make of a file', () => {
  test('segments of a unit, spanning codes and other vocabularies are read', () => {
    const text = `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:x="urn:x" version="2.0" srcLang="en" trgLang="cy"><file id="f"><group id="g"><unit id="u">
<x:meta>not <x:words/> text</x:meta>
<segment><source>One <sc id="1"/>two. </source><target>Un <sc id="1"/>dau. </target></segment>
<ignorable><source> </source></ignorable>
<segment><source>Three<ec startRef="1"/>.</source><target>Tri<ec startRef="1"/>.</target></segment>
</unit></group></file></xliff>`;
    const [entry] = read(text).entries;
    expect(entry).toMatchObject({ id: 'u', at: { line: 1 } });
    expect(keyOfTokens(entry!.source)).toBe('One \u00011\u0002two. Three\u0001c1\u0002.');
    expect(keyOfTokens(entry!.target!)).toBe('Un \u00011\u0002dau. Tri\u0001c1\u0002.');
  });

  test('a unit of which one sentence is missing is not translated', () => {
    const text = `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="cy"><file id="f"><unit id="u"><segment><source>One.</source><target>Un.</target></segment><segment><source>Two.</source></segment></unit></file></xliff>`;
    expect(read(text).entries[0]).not.toHaveProperty('target');
  });

  test.each([
    ['no XML', 'Dear translator,'],
    [
      'XML that ends early',
      '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="cy"><file>',
    ],
    ['XLIFF 1.2', '<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file/></xliff>'],
    ['another vocabulary', '<html/>'],
    [
      'a DTD with entities',
      '<!DOCTYPE xliff [<!ENTITY a "b">]><xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="cy">&a;</xliff>',
    ],
    [
      'an unknown entity',
      '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="cy">&a;</xliff>',
    ],
    [
      'no language',
      '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en"><file id="f"/></xliff>',
    ],
    [
      'deep nesting',
      `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="cy">${'<group>'.repeat(100_000)}`,
    ],
    ['nothing', ''],
  ])('%s is refused in a sentence', (_, text) => {
    expect(() => read(text)).toThrow(Failure);
    expect(() => read(text)).toThrow(/^report\.pl\.xlf.*\.$/s);
  });

  test('the translation of another report is refused', () => {
    const other = readBody('## Other\n\nAbout something else.\n').document;
    const foreign = translatedUnits({
      ...other,
      meta: { ...other.meta, title: 'Other title', organisation: 'Someone', signOff: [] },
    });
    expect(() => translated(sample, writeXliff(head, foreign))).toThrow(/another report/);
  });
});

test('words of any kind come through a file as they are', () => {
  const [unit] = unitsOf(sample);
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (words) => {
      // Control characters are taken out of reports; XML has white space of one kind.
      const value = words.replace(/[\p{Cc}\ufffe\uffff]/gu, ' ');
      if (value.trim() === '') return;
      const target: Token[] = [{ kind: 'text', value }];
      const [entry] = read(writeXliff(head, [{ unit: unit!, target }])).entries;
      expect(keyOfTokens(entry!.target!)).toBe(keyOfTokens(target));
    }),
  );
});

test('the sample of this project goes out and comes back', () => {
  const file = join(import.meta.dirname, '../../sources/st-helens-ccg-equality-report.md');
  const { document } = readText(readFileSync(file));
  const { findings, document: polish } = translated(document, writeXliff(head, translatedUnits(document)));
  expect(findings.filter(({ rule }) => rule !== 'translation/length')).toEqual([]);
  expect(readingOf(polish).passages).toHaveLength(readingOf(document).passages.length);
});
