import { checkFacts, isGuarded } from '../wording/check-facts.ts';
import { keyOfPart } from '../wording/parts.ts';
import type { Rule } from './rule.ts';

export const easyReadRecord: Rule = {
  id: 'easy-read/record',
  title: 'The record of facts fits the report',
  severity: 'warning',
  why: 'A record that speaks of what is no longer there hides what has changed.',
  clauses: ['UK guidance on Easy Read: what is left out is told'],
  *check(document) {
    const { easyRead } = document;
    if (easyRead === undefined || !isGuarded(document)) return;
    const covered = new Set(easyRead.parts.flatMap((part) => keyOfPart(part, easyRead.children)));
    for (const { sections, at } of easyRead.records) {
      const unknown = sections.filter((id) => !covered.has(id));
      if (unknown.length === 0 && sections.length > 0) continue;
      yield {
        severity: 'error',
        message:
          sections.length === 0
            ? 'This record names no section.'
            : `No part tells "${unknown.join('" or "')}".`,
        fix: 'Write in section="…" what the part has in covers="…", or its heading in small letters with hyphens.',
        ...(at && { at }),
      };
    }
    for (const { violations } of checkFacts(document)) {
      for (const violation of violations) {
        if (violation.kind !== 'idle') continue;
        const { value, at } = violation.entry;
        yield {
          message: `"${value}" is in the record of facts, and there is nothing to record.`,
          fix: 'Take it out, or write the value as the report has it.',
          ...(at && { at }),
        };
      }
    }
  },
};
