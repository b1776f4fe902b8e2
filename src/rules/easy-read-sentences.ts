import { easyReadingOf } from '../document/passages.ts';
import { wordsOf } from '../document/tokens.ts';
import { sentencesOf } from '../wording/sentences.ts';
import { withoutAddresses } from './addresses.ts';
import type { Rule } from './rule.ts';

/** GOV.UK: no more than 10 to 15 words. */
const aim = 10;
const most = 15;

export const easyReadSentences: Rule = {
  id: 'easy-read/sentence-length',
  title: 'Easy Read sentences are short',
  severity: 'warning',
  why: 'A long sentence must be kept in mind until its end. Short ones can be taken in one by one.',
  clauses: [
    'GOV.UK accessible communication formats: Easy Read',
    'Department of Health Easy Read guidelines 2009',
  ],
  *check(document) {
    for (const passage of easyReadingOf(document).passages) {
      if (passage.kind !== 'paragraph' && passage.kind !== 'definition') continue;
      for (const sentence of sentencesOf(withoutAddresses(passage.text))) {
        const count = wordsOf(sentence.replace(/(?<=\p{L})['’](?=\p{L})/gu, '')).length;
        if (count <= most) continue;
        yield {
          severity: 'error',
          message: `This Easy Read sentence has ${count} words: "${sentence.slice(0, 60)}…".`,
          fix: `Split it: aim at ${aim} words, never more than ${most}.`,
          ...(passage.at && { at: passage.at }),
        };
      }
    }
  },
};
