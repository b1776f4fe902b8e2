import { easyReadStanding } from '../document/easy-read-standing.ts';
import { reportFile } from './report-file.ts';
import type { Rule } from './rule.ts';

export const easyReadStale: Rule = {
  id: 'easy-read/stale',
  title: 'Easy Read follows the report when it changes',
  severity: 'warning',
  why: 'Otherwise people who read Easy Read are told what was true last year.',
  clauses: ['DAPB1605 (meet)', 'Our own: a changed section asks for another look at what tells it again'],
  *check(document) {
    const { stale } = easyReadStanding(document);
    const all = stale.length === 1 ? '1 block' : `${stale.length} blocks`;
    for (const { key, title, at } of stale)
      yield {
        message: `${all} to look at again. This one${title ? `, "${title}",` : ''} tells "${key}", which has changed in the report since they were compared.`,
        fix: `Compare them and mend the Easy Read words where they are no longer right. Then: npx allformats easy-read accept ${reportFile(document)} "${key}".`,
        ...(at && { at }),
      };
  },
};
