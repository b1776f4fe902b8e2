import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block } from '../../../src/document/tree.ts';
import { heading, list, paragraph, pdfDocument, richDocument, table } from '../../support/pdf-samples.ts';
import { bodyPassages, writePdf } from '../../support/pdf-writing.ts';

describe('reading back', () => {
  test.each([12, 16, 20, 28, 40])(
    'gives every passage of the document in its order at %i point',
    async (size) => {
      const document = richDocument();
      const { readBack, written, findings } = await writePdf(document, { size, contents: true });
      expect(findings).toEqual([]);
      const address = ' (https://www.example.org/report)';
      const added = ['[deleted] ', ' [end of deleted text]', address];
      const got = readBack.passages
        .filter((passage) => !['Notes', 'Key facts'].includes(passage.text))
        .map(({ text, languages = [], ...rest }) => ({
          ...rest,
          text: added.reduce((words, one) => words.replace(one, ''), text),
          languages: languages.map(({ lang, start, end }) => [lang, text.slice(start, end)]),
        }));
      const wanted = bodyPassages(document).map(({ languages = [], ...passage }) => ({
        ...passage,
        languages: languages.map(({ lang, start, end }) => [lang, passage.text.slice(start, end)]),
      }));
      expect(got).toEqual(wanted);
      expect(wanted.filter(({ languages }) => languages.length > 0).length).toBeGreaterThan(0);
      expect(written.changes.map(({ kind, text }) => [kind, text])).toEqual([
        ['added', '[deleted]'],
        ['added', '[end of deleted text]'],
        ['added', 'https://www.example.org/report'],
        ['added', 'Key facts'],
        ['added', 'Notes'],
      ]);
      expect(readBack.pages).toBe(written.pages);
    },
  );

  test('gives links with their addresses, and not the address that is printed behind one', async () => {
    const { readBack } = await writePdf(richDocument());
    expect(readBack.links).toEqual([
      { text: '01234 567890', url: 'tel:01234567890' },
      { text: 'the report of 2020', url: 'https://www.example.org/report' },
      { text: 'our plan', url: '#our-plan' },
      { text: 'minutes', url: 'https://example.org/m' },
    ]);
  });

  test('notices a sentence that is not in the file', async () => {
    const document = richDocument();
    const { readBack } = await writePdf({
      ...document,
      children: document.children.filter(({ type }) => type !== 'blockquote'),
    });
    expect(readBack.passages.some(({ text }) => text === 'We were heard.')).toBe(false);
    expect(bodyPassages(document).some(({ text }) => text === 'We were heard.')).toBe(true);
  });

  test('holds for any document of headings, paragraphs, lists and tables', async () => {
    const words = fc
      .array(fc.stringMatching(/^[a-zA-Z0-9é€–.,()'@/-]{1,30}$/), { minLength: 1, maxLength: 30 })
      .map((list) => list.join(' '));
    const block: fc.Arbitrary<Block> = fc.oneof(
      words.map((one) => paragraph(one)),
      words.map((one) => heading(2, one)),
      fc.array(words, { minLength: 1, maxLength: 4 }).map((items) => list(true, ...items)),
      fc
        .tuple(
          fc.array(fc.tuple(words, words), { minLength: 2, maxLength: 4 }),
          fc.constantFrom('auto', 'records'),
        )
        .map(([rows, layout]) => table(rows, { layout, caption: 'Table' })),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(block, { maxLength: 6 }),
        fc.integer({ min: 12, max: 40 }),
        async (blocks, size) => {
          const document = pdfDocument(blocks);
          const { readBack, findings } = await writePdf(document, { size });
          expect(findings).toEqual([]);
          expect(readBack.passages).toEqual(bodyPassages(document));
        },
      ),
      { numRuns: 25 },
    );
  });
});
