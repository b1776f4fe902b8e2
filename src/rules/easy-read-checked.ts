import type { Rule } from './rule.ts';

export const easyReadChecked: Rule = {
  id: 'easy-read/checked-by-people',
  title: 'People with a learning disability have checked the Easy Read version',
  severity: 'person',
  why: 'Only readers can say whether a text is easy. That is why every copy says that it is a draft until they have checked it.',
  clauses: ['Inclusion Europe: Information for all', 'DIN SPEC 33429'],
  *check({ meta, easyRead }) {
    // What is wrong with a check that the report names is told by easy-read/sign-off.
    if (easyRead === undefined || easyRead.claim !== undefined || meta.easyReadCheck !== undefined) return;
    const at = easyRead.children.find((block) => block.at !== undefined)?.at;
    yield {
      message: 'The Easy Read version has not been checked by people with a learning disability.',
      fix: 'Ask a group to check it, and record who and when: docs/writing.md, part 9.',
      ...(at && { at }),
    };
  },
};
