import { type Edit, isQuoted } from './edit.ts';
import { pluralOf, verbForms } from './inflect.ts';
import { type LexiconLine, lexicon, type Tier } from './lexicon.ts';

interface Entry {
  readonly to: string;
  readonly tier: Tier;
}

const entries = new Map<string, Entry>();
for (const line of lexicon)
  for (const [from, entry] of formsOf(line)) if (!entries.has(from)) entries.set(from, entry);

const pattern = new RegExp(
  `(?<![\\p{L}\\p{N}-])(?:${[...entries.keys()]
    .sort((a, b) => b.length - a.length)
    .map((one) => one.replace(/[.*+?^$()[\]{}|\\]/g, '\\$&'))
    .join('|')})(?![\\p{L}\\p{N}-])`,
  'giu',
);

function formsOf({ kind, from, to, tier }: LexiconLine): [string, Entry][] {
  if (kind === 'p') return [[from, { to, tier }]];
  if (kind === 'n') {
    const plural = pluralOf(to);
    return [
      [from, { to, tier }],
      [pluralOf(from), { to: plural, tier }],
    ];
  }
  const [old, fresh] = [verbForms(from), verbForms(to)];
  const forms: [string, Entry][] = [
    [old.base, { to: fresh.base, tier }],
    [old.third, { to: fresh.third, tier }],
    [old.ing, { to: fresh.ing, tier }],
  ];
  // The form alone does not tell past from participle: only where both are one word in the new verb too.
  if (fresh.past === fresh.participle)
    forms.push([old.past, { to: fresh.past, tier: tier === 'A' ? 'A' : 'B' }]);
  return forms;
}

/** Nouns that look like verbs of the lexicon: behind one of these words no verb stands. */
const beforeNoun =
  /(?:^|[\s(])(?:a|an|the|this|that|these|those|our|its|their|his|her|your|my|of|in|for|with|by|no|any|each|some|new|first|second|last)\s$/iu;
const nounLike =
  /^(?:(?:attempt|request|purchase|review|monitor|progress|address|increase|decrease|supply|conduct|advise|outline|highlight|permit|extend|alter|tackle)s?|(?:\w+ing)|(?:\w+ed))$/i;

/** Every substitution that the lexicon knows for a sentence, in its order; names and words in capitals are left alone. */
export function substitutionsIn(text: string): Edit[] {
  const edits: Edit[] = [];
  for (const match of text.matchAll(pattern)) {
    const [found] = match;
    const isFirst = /^["“‘(]?$/.test(text.slice(0, match.index));
    if (/\p{Lu}/u.test(isFirst ? found.slice(1) : found)) continue;
    const entry = entries.get(found.toLowerCase());
    if (entry === undefined) continue;
    if (isQuoted(text, match.index)) continue;
    const isWord = !found.includes(' ');
    if (
      isWord &&
      nounLike.test(found) &&
      beforeNoun.test(text.slice(Math.max(0, match.index - 12), match.index))
    )
      continue;
    const to = isFirst && entry.to !== '' ? entry.to[0]!.toUpperCase() + entry.to.slice(1) : entry.to;
    edits.push({
      operation: 'substitute',
      tier: entry.tier,
      start: match.index,
      end: match.index + found.length,
      from: found,
      to,
    });
  }
  return edits;
}
