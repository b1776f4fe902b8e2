import { checkFacts } from '../wording/check-facts.ts';
import type { Rule } from './rule.ts';

export const easyReadNotAndMust: Rule = {
  id: 'easy-read/not-and-must',
  title: 'Easy Read keeps "not", "must", "may" and "only"',
  severity: 'error',
  why: 'One lost "not", or a "may" in the place of "must", turns a right into its opposite.',
  clauses: ['DAPB1605 (meet)', 'Inclusion Europe: Information for all'],
  *check(document) {
    for (const { pair, violations, at } of checkFacts(document)) {
      if (!pair.hasRecord) continue;
      for (const violation of violations) {
        if (violation.kind !== 'stance') continue;
        const { stance, told, of, recorded } = violation;
        const words = `words such as "${stance}"`;
        yield {
          message:
            recorded === undefined
              ? `This part has ${told} ${words}, and the report ${of}.`
              : `This part has ${told} ${words} and the report ${of}; the record says ${recorded.told} of ${recorded.of ?? 'any'}.`,
          fix: `Compare the sentences with the report. If each is right, write "${stance} (${told} of ${of})" in the record of facts.`,
          ...(at && { at }),
        };
      }
    }
  },
};
