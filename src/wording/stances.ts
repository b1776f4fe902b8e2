/** Words that say whether, how surely and how far: a change of one changes what a sentence promises. */
export type Stance = (typeof stances)[number][0];

const stances = [
  ['not', /\b(?:not|no(?! ?\.\s?\d)|never|none|nobody|nothing|neither|nor|without|cannot)\b|n[’']t\b/giu],
  [
    'must',
    /\b(?:must|(?:has|have|had|having) to|(?:need|needs|needed) to|(?:is|are|was|were|be) (?:required|obliged) to)\b/giu,
  ],
  ['should', /\b(?:should|ought to)\b/giu],
  ['may', /\b(?:might|may|May(?= (?:be|have|not|[a-z]+ (?:be|have))\b))\b/gu],
  ['can', /\b(?:can(?!not)|could|able to|ha(?:s|ve|d) the (?:ability|capacity) to)\b/giu],
  ['will', /\b(?:will|shall)\b|[’']ll\b/giu],
  ['only', /\b(?:only|solely|merely)\b/giu],
  ['at least', /\b(?:at least|or more|no (?:fewer|less) than|minimum)\b/giu],
  ['at most', /\b(?:at most|up to|or (?:fewer|less)|no more than|maximum)\b/giu],
  ['more than', /\b(?<!no )(?:more than|over(?= \d)|in excess of)\b/giu],
  ['less than', /\b(?<!no )(?:less|fewer) than\b/giu],
  ['most', /\b(?:the (?:vast )?majority|most)(?! (?:important|likely|recent|recently))\b/giu],
  ['all', /\b(?:all|every|everyone|everybody|always)\b/giu],
] as const;

/** How often a text uses the words of each class. */
export function stancesIn(text: string): ReadonlyMap<Stance, number> {
  const found = new Map<Stance, number>();
  for (const [stance, pattern] of stances) {
    const count = text.match(pattern)?.length ?? 0;
    if (count > 0) found.set(stance, count);
  }
  return found;
}

export const stanceNames: readonly Stance[] = stances.map(([name]) => name);
