import { furnitureOf } from '../document/furniture/furniture-of.ts';
import type { Rule } from './rule.ts';

/** The words that formats add come from catalogues; those that no native reader has checked are told. */
export const languageNotChecked: Rule = {
  id: 'content/language-not-checked',
  title: 'A reader of the language has checked the fixed words that each format adds',
  severity: 'person',
  why: 'Words such as "Contents", "Page 3" or the offer of other formats are added in the language of the report. A wrong one stands in every copy, and those who know no other language cannot guess what is meant.',
  clauses: ['Our own: a program cannot say whether a translation is right'],
  *check({ meta }) {
    const words = furnitureOf(meta.language);
    if (words.isChecked) return;
    const { contents, page } = words.body;
    yield {
      message: `The fixed words in the language "${words.language}", such as "${contents}" and "${page.replace('{page}', '3')}", have not been checked by a native reader.`,
      fix: 'Ask a reader of the language to look at each format. The words stand in src/document/furniture, one file a language: mend them there, and set isChecked when all are right.',
    };
  },
};
