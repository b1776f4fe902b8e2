import { readingOf } from '../document/passages.ts';
import type { Rule } from './rule.ts';

const old = /\b(?:Next Generation Text|NGT Lite|Typetalk|BT TextDirect)\b/i;

export const oldRelayName: Rule = {
  id: 'content/old-relay-name',
  title: 'The text relay service has the name that people find',
  severity: 'warning',
  why: 'Deaf people who look for a service by a name that is gone do not reach you. In the UK it is Relay UK, with 18001 before the number.',
  clauses: ['NHS digital service manual: contacting by text relay', 'DAPB1605 (meet)'],
  *check(document) {
    for (const { text, at } of readingOf(document).passages) {
      const match = old.exec(text);
      if (match === null) continue;
      yield {
        message: `"${match[0]}" is no longer the name of the service.`,
        fix: 'Write "Relay UK", and 18001 before the telephone number. In a report of the past, say what it is called today.',
        ...(at && { at }),
      };
    }
  },
};
