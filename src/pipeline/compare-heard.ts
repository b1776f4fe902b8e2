import { wordsOf } from '../document/tokens.ts';
import type { HeardPage } from '../kernel/heard-page.ts';
import { align } from './align.ts';
import { type ReaderName, strippedPhrases } from './reader-phrases.ts';

/** Words that two readers of one page tell differently. */
export interface HeardDifference {
  /** `lost`: the model says them and the other reader does not; `added`: the other way round. */
  readonly kind: 'lost' | 'added';
  readonly words: string;
  /** Why it is known and no fault; absent where it is a finding. */
  readonly reason?: string;
  readonly selector?: string;
}

export interface HeardComparison {
  readonly reader: ReaderName;
  /** Words of the page that the model says, and how many of them the other reader says in the same order. */
  readonly words: number;
  readonly same: number;
  readonly differences: readonly HeardDifference[];
}

const twice = 'the reader says the name of a part, and then its words';

/** Compares what another reader said with what the model says, word for word and in order. */
export function compareHeard(page: HeardPage, reader: ReaderName, said: readonly string[]): HeardComparison {
  const own = ownWords(page);
  const phrases = strippedPhrases(reader, said);
  const other = phrases.flatMap((phrase) => wordsOf(phrase).map((word) => word));
  const pairs = align(
    own.map(({ word }) => word),
    other,
  );
  const names = namesOf(page);
  const folded = page.folded.map((one) => ` ${wordsOf(one).join(' ')} `);
  const differences: HeardDifference[] = [];
  let [left, right] = [0, 0];
  for (const [nextLeft, nextRight] of [...pairs, [own.length, other.length] as const]) {
    const lost = own.slice(left, nextLeft);
    const added = other.slice(right, nextRight);
    if (lost.length > 0) {
      const words = lost.map(({ word }) => word).join(' ');
      const before = right === 0 ? '' : other[right - 1]!;
      differences.push({
        kind: 'lost',
        words,
        selector: lost[0]!.selector,
        ...reasonOfLost(reader, words, before),
      });
    }
    if (added.length > 0) {
      const words = added.join(' ');
      const near = (from: number) =>
        own.slice(Math.max(0, from), from + added.length).map(({ word }) => word);
      const isRepeated = [near(nextLeft), near(left - added.length)].some((one) => one.join(' ') === words);
      const reason = isRepeated ? { reason: twice } : reasonOfAdded(reader, words, names, folded);
      differences.push({ kind: 'added', words, ...reason });
    }
    [left, right] = [nextLeft + 1, nextRight + 1];
  }
  return { reader, words: own.length, same: pairs.length, differences };
}

/** The words of the page that the model says, but not the names of landmarks and the like: readers differ in when they say them. */
function ownWords({ lines }: HeardPage): { readonly word: string; readonly selector: string }[] {
  return lines.flatMap(({ parts, selector }) => {
    const text = parts
      .map((part) => {
        if (part.by !== 'page') return ' ';
        return part.sign === undefined ? part.text : ` ${part.text} `;
      })
      .join('');
    return wordsOf(text).map((word) => ({ word, selector }));
  });
}

/** Names of tables, landmarks and groups, which readers may say before what they name. */
function namesOf(page: HeardPage): ReadonlySet<string> {
  const all = [
    ...page.tables.map(({ name }) => name),
    ...page.landmarks.map(({ name }) => name),
    ...page.fields.map(({ name }) => name),
  ];
  return new Set(all.map((name) => wordsOf(name).join(' ')).filter((name) => name !== ''));
}

function reasonOfLost(
  reader: ReaderName,
  words: string,
  before: string,
): { readonly reason: string } | undefined {
  if (reader === 'orca' && /^[A-Z]$/.test(words) && before !== '')
    return { reason: 'Orca leaves out a single capital letter that begins a sentence' };
  return undefined;
}

function reasonOfAdded(
  reader: ReaderName,
  words: string,
  names: ReadonlySet<string>,
  folded: readonly string[],
): { readonly reason: string } | undefined {
  // The one of two equal runs that counts as added may begin in the middle of the first.
  if ([...names].some((name) => name.length === words.length && `${name} ${name}`.includes(words)))
    return { reason: twice };
  if (/^(?:\d+|[a-z]|[ivx]+)$/.test(words)) return { reason: 'the mark of a list item' };
  if (reader === 'virtual') {
    if (folded.some((one) => one.includes(` ${words} `)))
      return { reason: 'the virtual screen reader reads what is folded away' };
    for (const name of names)
      if (name.length > 0 && words.startsWith(name)) return { reason: 'a name and its words' };
  }
  return undefined;
}
