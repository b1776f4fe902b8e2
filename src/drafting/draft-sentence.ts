import { guard, type Support, type Violation } from '../wording/guard.ts';
import type { NameKnowledge } from '../wording/names.ts';
import { type Telling, tellingOf } from '../wording/telling.ts';
import { type Edit, withEdit } from './edit.ts';
import type { Tier } from './lexicon.ts';
import { bracketEdits, numberEdits, shareEdits, splitEdits } from './structure-edits.ts';
import { substitutionsIn } from './substitutions.ts';

export interface DraftedSentence {
  readonly text: string;
  /** In the order in which they were made. */
  readonly edits: readonly Edit[];
  /** Edits that would have broken a guarantee: the text stays as the report has it. */
  readonly reverted: readonly { readonly edit: Edit; readonly why: Violation['kind'] }[];
}

const nothing: Support = { near: tellingOf([], { isName: () => false, isOrdinary: () => true }), text: '' };

const steps: readonly ((text: string) => readonly Edit[])[] = [
  bracketEdits,
  shareEdits,
  numberEdits,
  substitutionsIn,
  splitEdits,
];

/**
 * Makes a sentence of a report easier by rules: words in brackets out, shares and numbers as people count, words of the
 * lexicon, one sentence made two. With tier `A` only what is safe. Each edit is compared with the sentence by the guard,
 * and undone if a number, name, "not" or "must" would change.
 */
export function draftSentence(source: string, knowledge: NameKnowledge, tier: Tier): DraftedSentence {
  const report = tellingOf([{ text: source }], knowledge);
  const edits: Edit[] = [];
  const reverted: DraftedSentence['reverted'][number][] = [];
  let text = source;
  for (const step of steps) {
    // From the right, so that the places of the edits to the left stay what they are.
    for (const edit of step(text).toSorted((a, b) => b.start - a.start)) {
      if (tier === 'A' && edit.tier === 'B') continue;
      const changed = withEdit(text, edit);
      const why = brokenBy(report, changed, knowledge);
      if (why !== undefined) reverted.push({ edit, why });
      else {
        text = changed;
        edits.push(edit);
      }
    }
  }
  return { text, edits, reverted };
}

/** Each edit of one tier that could be made in a sentence, alone: what an editor is offered. */
export function suggestionsFor(source: string, knowledge: NameKnowledge, tier: Tier): readonly Edit[] {
  const report = tellingOf([{ text: source }], knowledge);
  return steps
    .flatMap((step) => step(source))
    .filter(
      (edit) => edit.tier === tier && brokenBy(report, withEdit(source, edit), knowledge) === undefined,
    );
}

function brokenBy(report: Telling, changed: string, knowledge: NameKnowledge): Violation['kind'] | undefined {
  return guard(report, tellingOf([{ text: changed }], knowledge), nothing)[0]?.kind;
}
