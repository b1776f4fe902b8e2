import { easyReadStanding } from '../document/easy-read-standing.ts';
import type { Document } from '../document/tree.ts';
import { reportFile } from './report-file.ts';
import type { Rule, Told } from './rule.ts';

export const easyReadSignOff: Rule = {
  id: 'easy-read/sign-off',
  title: 'What the readers checked is what is published',
  severity: 'warning',
  why: 'A name under words that those people never saw is a false promise. Until it is true again, every page says that it is a draft.',
  clauses: ['DIN SPEC 33429', 'Inclusion Europe: Information for all'],
  *check(document) {
    const { claim } = document.easyRead ?? {};
    if (claim === undefined) return;
    const { checkedBy, checkedOn } = claim;
    const command = `npx allformats easy-read sign-off ${reportFile(document)}`;
    const at = document.meta.places?.get('easyRead') ?? document.easyRead?.parts[0]?.at;
    const said = (message: string, fix: string): Told => ({ message, fix, ...(at && { at }) });
    const { check, changed, gone } = easyReadStanding(document);
    if (check === 'not-recorded')
      yield said(
        `The report says that ${checkedBy} checked the Easy Read version on ${checkedOn}, and nothing records what they saw. It counts as a draft.`,
        `If they saw these words and pictures: ${command}.`,
      );
    else if (check === 'other-check')
      yield said(otherCheck(document), `If they saw these words and pictures: ${command}.`);
    else if (check === 'changed') {
      const again = `Show it to them again. Then write the new day into checkedOn, and: ${command}.`;
      for (const { title, key, at: place } of changed)
        yield {
          message: `"${title || key}" has changed since ${checkedBy} checked it on ${checkedOn} (${counted(changed.length)}). The Easy Read version is a draft again.`,
          fix: again,
          ...(place && { at: place }),
        };
      if (gone > 0)
        yield said(
          `${counted(gone)} that ${checkedBy} saw on ${checkedOn} stands no longer in the Easy Read version. It is a draft again.`,
          again,
        );
    }
  },
};

function otherCheck({ easyRead }: Document): string {
  const { by = '', on = '' } = easyRead?.lock?.checked ?? {};
  return `What is recorded is the check by ${by} on ${on}, not the one that the report names. The Easy Read version counts as a draft.`;
}

function counted(blocks: number): string {
  return blocks === 1 ? '1 block' : `${blocks} blocks in all`;
}
