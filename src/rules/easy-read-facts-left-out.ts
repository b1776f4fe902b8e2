import { checkFacts, isGuarded } from '../wording/check-facts.ts';
import type { Violation } from '../wording/guard.ts';
import type { Rule } from './rule.ts';

export const easyReadFactsLeftOut: Rule = {
  id: 'easy-read/facts-left-out',
  title: 'Facts that Easy Read leaves out are on record',
  severity: 'error',
  why: 'Leaving out is a choice about what readers may know. Somebody has to make it, and somebody else must be able to see it.',
  clauses: ['DAPB1605 (meet)', 'UK guidance on Easy Read: what is left out is told'],
  *check(document) {
    if (document.easyRead !== undefined && !isGuarded(document)) {
      const at = document.easyRead.parts[0]?.at;
      yield {
        severity: 'person',
        message: `Numbers, dates and names of the Easy Read version are not compared with the report: the words of "${document.meta.language}" are not known.`,
        fix: 'Compare them by hand.',
        ...(at && { at }),
      };
    }
    for (const { pair, violations, at } of checkFacts(document)) {
      const dropped = violations.filter((one) => one.kind === 'dropped');
      if (dropped.length === 0) continue;
      if (!pair.hasRecord) {
        yield {
          severity: 'warning',
          message: `This part leaves out ${dropped.length} ${dropped.length === 1 ? 'fact' : 'facts'} of "${pair.covers.join('" and "')}" and no record says so: ${shortList(dropped)}.`,
          fix: 'Tell them, or let "npx allformats draft easy-read FILE --record" write the record, and give the reason.',
          ...(at && { at }),
        };
        continue;
      }
      for (const { fact, told, of, recorded } of dropped) {
        yield {
          message:
            recorded === undefined
              ? `"${fact.value}" is told ${times(told)}, and ${times(of)} in the report${fact.at ? ` (line ${fact.at.line})` : ''}.`
              : `"${fact.value}" is told ${times(told)}, and the record says ${times(recorded)}.`,
          fix: `Tell it again, or write "${fact.value} (${told} of ${of})" in the record of facts.`,
          ...(at && { at }),
        };
      }
    }
  },
};

function times(count: number): string {
  return count === 0 ? 'nowhere' : count === 1 ? 'once' : `${count} times`;
}

function shortList(dropped: readonly Extract<Violation, { kind: 'dropped' }>[]): string {
  const shown = dropped.slice(0, 5).map(({ fact }) => fact.value);
  return shown.join(', ') + (dropped.length > 5 ? ' …' : '');
}
