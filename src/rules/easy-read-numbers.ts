import { easyReadingOf } from '../document/passages.ts';
import { withoutAddresses } from './addresses.ts';
import type { Rule } from './rule.ts';

const hard = /(?<!\d)\d+(?:\.\d+)?\s?(?:%|per ?cent)|\bper ?cent(?:age)?\b|(?<![\d.])\d+\.\d+(?!\.?\d)/i;

export const easyReadNumbers: Rule = {
  id: 'easy-read/numbers',
  title: 'Easy Read tells numbers as people count',
  severity: 'error',
  why: 'Per cent and decimals need arithmetic. People can picture 7 of 100 persons.',
  clauses: ['NHS digital service manual: numbers', 'Inclusion Europe: Information for all'],
  *check(document) {
    for (const passage of easyReadingOf(document).passages) {
      const match = hard.exec(withoutAddresses(passage.text));
      if (match === null) continue;
      yield {
        message: `"${match[0]}" is hard to picture.`,
        fix: 'Say "about 7 in 100", "few", "half" or "most", as the report has it.',
        ...(passage.at && { at: passage.at }),
      };
    }
  },
};
