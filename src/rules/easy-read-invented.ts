import { checkFacts } from '../wording/check-facts.ts';
import type { Rule } from './rule.ts';

export const easyReadInvented: Rule = {
  id: 'easy-read/invented',
  title: 'Easy Read tells no number, date, name or address that its sections lack',
  severity: 'error',
  why: 'A number or a name that changed on the way misleads the readers who can least check it in the full report.',
  clauses: ['DAPB1605 (meet)', 'Inclusion Europe: Information for all'],
  *check(document) {
    for (const { pair, violations, at: part } of checkFacts(document)) {
      for (const violation of violations) {
        if (violation.kind !== 'invented') continue;
        const at = violation.fact.at ?? part;
        const where = pair.covers.length > 0 ? `"${pair.covers.join('" and "')}"` : 'the report';
        yield {
          message: `"${violation.fact.value}" is not in ${where}.`,
          fix: `Tell it as the report does, or record it: ${line(pair.key, `${violation.fact.value} (${violation.told} of 0)`)}`,
          ...(at && { at }),
        };
      }
    }
  },
};

function line(key: readonly string[], entry: string): string {
  return `:::facts{section="${key[0] ?? '…'}" why="…"} with the line "${entry}".`;
}
