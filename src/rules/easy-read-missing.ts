import type { Rule } from './rule.ts';

export const easyReadMissing: Rule = {
  id: 'easy-read/missing',
  title: 'The report has an Easy Read layer',
  severity: 'warning',
  why: 'Without Easy Read most people with a learning disability get nothing that they can read.',
  clauses: ['DAPB1605 (meet)', 'SNOMED CT 796161000000101'],
  *check({ easyRead, children }) {
    if (easyRead !== undefined) return;
    const at = children[0]?.at;
    yield {
      message:
        'The report has no Easy Read version, so people with a learning disability get nothing they can read.',
      fix: 'Write one beside the report: docs/writing.md, part 9.',
      ...(at && { at: { ...at, line: 1, column: 1 } }),
    };
  },
};
