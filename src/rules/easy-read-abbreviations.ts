import { easyReadingOf } from '../document/passages.ts';
import type { Rule } from './rule.ts';
import { shortFormsIn } from './short-forms.ts';

const familiar = new Set(['NHS', 'GP', 'UK', 'BBC']);

export const easyReadAbbreviations: Rule = {
  id: 'easy-read/abbreviation',
  title: 'Easy Read uses full words',
  severity: 'warning',
  why: 'Short forms are among the hardest things to read for people with a learning disability.',
  clauses: ['GOV.UK accessible communication formats: Easy Read'],
  *check(document) {
    const passages = easyReadingOf(document).passages.slice(1);
    const told = new Set<string>();
    for (const passage of passages) {
      for (const short of shortFormsIn(passage.text)) {
        if (familiar.has(short) || told.has(short)) continue;
        told.add(short);
        yield {
          message: `"${short}" is a short form.`,
          fix: 'Write it out in full.',
          ...(passage.at && { at: passage.at }),
        };
      }
    }
  },
};
