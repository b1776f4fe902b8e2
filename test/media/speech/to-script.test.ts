import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readingOf } from '../../../src/document/passages.ts';
import { wordsOf } from '../../../src/document/tokens.ts';
import type { Document } from '../../../src/document/tree.ts';
import { type Script, spoken, utterancesOf } from '../../../src/media/speech/script.ts';
import { toScript } from '../../../src/media/speech/to-script.ts';
import { plan } from '../../../src/plan/plan.ts';
import { readSource } from '../../../src/source/read-source.ts';

function documentOf(text: string): Document {
  const bytes = new TextEncoder().encode(text);
  const loadAsset = () => ({ problem: 'There is none.', fix: 'None.' });
  const { document } = readSource({ report: { file: 'report.md', bytes }, loadAsset });
  return plan(document, { transforms: ['opening', 'name-lists', 'expand-abbreviations'] }).document;
}

/** What is heard, one utterance a line: announcements start with a tilde. */
function heard(script: Script): string {
  const lines = script.parts.flatMap((part, index) => [
    `== track ${index + 1}: ${part.title}`,
    ...part.passages.flatMap(({ kind, utterances }) =>
      utterances.map((one) => {
        const said = spoken(one, {}).map(({ language, text }) =>
          language === script.language || language === 'en' ? text : `<${language}> ${text}`,
        );
        return `${kind === 'announcement' ? '~ ' : ''}${said.join(' ')} (${one.pause} ms)`;
      }),
    ),
  ]);
  return `${lines.join('\n')}\n`;
}

const everything = readFileSync(new URL('everything.md', import.meta.url), 'utf8');

describe('a report as it is read aloud', () => {
  it('is heard like this', async () => {
    await expect(heard(toScript(documentOf(everything)))).toMatchFileSnapshot('golden/everything.txt');
  });

  it('says every word of the report in its order', () => {
    const document = documentOf(everything);
    const script = toScript(document);
    const words = script.parts.flatMap((part) =>
      utterancesOf(part).flatMap(({ segments }) =>
        segments.filter(({ isAdded }) => !isAdded).map(({ text }) => text),
      ),
    );
    const { passages } = readingOf(document);
    const start = passages.findIndex(({ kind }) => kind === 'heading');
    expect(wordsOf(words.join(' '))).toEqual(passages.slice(start).flatMap(({ text }) => wordsOf(text)));
  });

  it('gives each utterance an id of its own, and no silence over three seconds', () => {
    const all = toScript(documentOf(everything)).parts.flatMap((part) => utterancesOf(part));
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(Math.max(...all.map(({ pause }) => pause))).toBeLessThanOrEqual(3000);
  });

  it('cuts a paragraph of 5,000 words into utterances that a voice can say', () => {
    const long = toScript(documentOf(everything.replace('A last paragraph.', 'word '.repeat(5000))));
    const lengths = long.parts.flatMap((part) =>
      utterancesOf(part).map(({ segments }) => segments.map(({ text }) => text).join('').length),
    );
    expect(Math.max(...lengths)).toBeLessThanOrEqual(400);
  });
});
