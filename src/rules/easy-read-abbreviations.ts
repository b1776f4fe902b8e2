import { easyReadingOf } from '../document/passages.ts';
import type { Rule } from './rule.ts';

const familiar = new Set(['NHS', 'GP', 'UK', 'BBC']);
const capitals = /(?<![\p{L}\p{N}])\p{Lu}{2,}\p{N}?(?=s?(?![\p{L}\p{N}]))/gu;

export const easyReadAbbreviations: Rule = {
  id: 'easy-read/abbreviation',
  title: 'Easy Read uses full words',
  severity: 'warning',
  clauses: ['GOV.UK accessible communication formats: Easy Read'],
  *check(document) {
    const passages = easyReadingOf(document).passages.slice(1);
    const postcode = /\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b/g;
    const told = new Set<string>();
    for (const passage of passages) {
      for (const [short] of passage.text.replace(postcode, '').matchAll(capitals)) {
        if (familiar.has(short) || told.has(short)) continue;
        told.add(short);
        yield { message: `"${short}" is a short form.`, fix: 'Write it out in full.', ...(passage.at && { at: passage.at }) };
      }
    }
  },
};
