import type { Passage } from '../document/passage.ts';
import { readingOf } from '../document/passages.ts';
import { wordsOf } from '../document/tokens.ts';
import { sentencesOf } from '../wording/sentences.ts';
import type { Rule } from './rule.ts';

/** GOV.UK, "Publishing accessible documents": no sentence of more than 25 words. */
const most = 25;

/** One finding for a report: it is a habit, not a slip. */
export const longSentences: Rule = {
  id: 'content/long-sentences',
  title: 'Sentences are short',
  severity: 'warning',
  why: 'At the end of a long sentence its beginning is forgotten: first by people who listen, who read large print line by line, or for whom reading is work.',
  clauses: ['GOV.UK: Publishing accessible documents', 'NHS digital service manual: plain English'],
  *check(document) {
    let sentences = 0;
    let long = 0;
    let longest = { words: most, text: '', at: undefined as Passage['at'] };
    for (const { kind, cell, text, at } of readingOf(document).passages) {
      if (kind !== 'paragraph' || cell !== undefined) continue;
      for (const sentence of sentencesOf(text)) {
        const words = wordsOf(sentence).length;
        sentences++;
        if (words <= most) continue;
        long++;
        if (words > longest.words) longest = { words, text: sentence, at };
      }
    }
    if (long === 0) return;
    yield {
      message: `${long} of ${sentences} sentences ${long === 1 ? 'has' : 'have'} more than ${most} words. The longest has ${longest.words}: "${longest.text.slice(0, 60)}…"`,
      fix: 'Make two or three sentences of it, or a list.',
      ...(longest.at && { at: longest.at }),
    };
  },
};
