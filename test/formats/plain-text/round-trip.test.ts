import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readingOf } from '../../../src/document/passages.ts';
import { wordsOf } from '../../../src/document/tokens.ts';
import type { Document } from '../../../src/document/tree.ts';
import plainText from '../../../src/formats/plain-text/index.ts';
import type { PlainTextOptions } from '../../../src/formats/plain-text/options.ts';
import { anyDocument } from '../../support/text-documents.ts';

const options: fc.Arbitrary<PlainTextOptions> = fc.constantFrom<PlainTextOptions>(
  { width: 0, flowed: false, lineEnding: 'lf', characters: 'unicode', contents: true },
  { width: 72, flowed: true, lineEnding: 'crlf', characters: 'latin', contents: true },
  { width: 40, flowed: true, lineEnding: 'lf', characters: 'unicode', contents: false },
  { width: 50, flowed: false, lineEnding: 'lf', characters: 'latin', contents: true },
);

/** What the document says without the details of its front matter, which the plan puts into the body. */
function expected(document: Document) {
  const { title, organisation, date, version } = document.meta;
  const details = [title, organisation, date, version].length;
  const { passages, links } = readingOf(document);
  const said = passages
    .slice(details)
    .map(({ kind, text, level, cell, lists }) => ({ kind, words: wordsOf(text), level, cell, lists }))
    .filter(({ words }) => words.length > 0);
  return {
    passages: said,
    links: links.map(({ text, url }) => ({ words: wordsOf(text), url: url.startsWith('#') ? '#' : url })),
  };
}

test('whatever a document says, the text says the same passages and links in the same order', async () => {
  await fc.assert(
    fc.asyncProperty(anyDocument, options, async (document, chosen) => {
      const { outputs } = await plainText.write(document, chosen);
      const read = await plainText.readBack(outputs);
      const passages = read.passages
        .map(({ kind, text, level, cell, lists }) => ({ kind, words: wordsOf(text), level, cell, lists }))
        .filter(({ words }) => words.length > 0);
      const wanted = expected(document);
      expect(passages).toEqual(wanted.passages);
      const links = read.links.map(({ text, url }) =>
        JSON.stringify({ words: wordsOf(text), url: url.startsWith('#') ? '#' : url }),
      );
      let from = 0;
      for (const link of wanted.links) {
        const at = links.indexOf(JSON.stringify(link), from);
        expect(at, `${JSON.stringify(link)} in ${links.join(' ')}`).toBeGreaterThanOrEqual(from);
        from = at + 1;
      }
      expect(await plainText.check?.(outputs, chosen)).toEqual([]);
    }),
    { numRuns: 400 },
  );
});
