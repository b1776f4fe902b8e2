import type { ReadBack } from '../document/passage.ts';
import { tokensOf, wordsOf } from '../document/tokens.ts';
import type { Finding } from '../kernel/finding.ts';
import type { PageTree } from '../kernel/page-tree.ts';
import type { PopplerText } from '../tools/poppler.ts';
import { align } from './align.ts';
import { doNotPublish, mostTold, shorten } from './proof-words.ts';
import { prove } from './prove.ts';
import { passageOfWord } from './prove-structure.ts';

/** Where a browser and our own reader of pages disagree, and what the browser does not show. */
export function pageDifferences(first: ReadBack, again: ReadBack, unseen: PageTree['unseen']): Finding[] {
  const { title = '', language = '' } = first;
  const { findings } = prove(first, again, [], { title, language });
  return [
    ...findings.map(
      (one): Finding => ({
        ...one,
        rule: 'chromium/differs',
        message: `The two readers of this page disagree. By Chromium's accessibility tree: ${one.message}`,
      }),
    ),
    ...unseen.slice(0, mostTold).map(
      ({ words, selector, why }): Finding => ({
        rule: 'chromium/unseen',
        severity: 'error',
        message: `Screen readers tell "${shorten(words.split(/\s+/))}", and it ${why}.`,
        fix: doNotPublish,
        outputAt: { selector },
      }),
    ),
  ];
}

/** Numbers of the words that poppler does not find painted, or not in the same order in the structure tree. */
export function wordsNotFound(first: ReadBack, text: PopplerText): ReadonlySet<number> {
  return new Set([...unpainted(first, text), ...outOfOrder(first, text)]);
}

/** Words that are not painted as often as they are read; words that a line ends in count whole too. */
function unpainted({ passages }: ReadBack, { painted }: PopplerText): number[] {
  const left = new Map<string, number>();
  const add = (word: string) => left.set(word, (left.get(word) ?? 0) + 1);
  let end = '';
  // Poppler puts marks of direction where the direction changes, also in place of a space.
  for (const line of painted.replace(/[\u202a-\u202e\u2066-\u2069]/g, ' ').split(/[\n\f]/)) {
    const words = wordsOf(withoutMarks(line));
    for (const word of words) add(word);
    if (end !== '' && words.length > 0) add(end + words[0]);
    end = words.at(-1) ?? '';
  }
  const take = (word: string): boolean => {
    const count = left.get(word) ?? 0;
    if (count > 0) left.set(word, count - 1);
    return count > 0;
  };
  const lost: number[] = [];
  let number = 0;
  for (const { kind, text } of passages) {
    const words = wordsOf(withoutMarks(text));
    for (let index = 0; index < words.length; index++, number++) {
      // Alternatives of pictures are not painted.
      if (kind === 'alt' || take(words[index]!)) continue;
      // Poppler takes a hyphen at the end of a line away, which may belong to an address: "and-" and "diversity" are one word.
      if (index > 0 && take(words[index - 1]! + words[index]!)) continue;
      if (index + 1 < words.length && take(words[index]! + words[index + 1]!)) continue;
      lost.push(number);
    }
  }
  return lost;
}

/** Poppler tells the vowel marks of Arabic and Hebrew beside their words, at any place. */
function withoutMarks(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0591-\u05bd\u05bf\u05c1\u05c2\u064b-\u0652\u0670]/g, '')
    .normalize('NFC');
}

/** Words that do not stand in the same order in the structure tree. Alternatives of pictures are no content of it. */
function outOfOrder({ passages }: ReadBack, { structure }: PopplerText): number[] {
  if (structure === undefined) return [];
  const words: string[] = [];
  const numbers: number[] = [];
  let number = 0;
  for (const { kind, text } of passages) {
    for (const word of wordsOf(text)) {
      if (kind !== 'alt') {
        words.push(word);
        numbers.push(number);
      }
      number++;
    }
  }
  const kept = new Set(align(words, wordsOf(structure)).map(([index]) => index));
  return numbers.filter((_, index) => !kept.has(index));
}

/** Where poppler and our own reader of PDFs disagree. `lost` are numbers of words, as `wordsNotFound` gives them. */
export function pdfDifferences({ passages, places }: ReadBack, lost: ReadonlySet<number>): Finding[] {
  const ofPassage = passageOfWord(passages);
  const words = tokensOf(passages);
  const byPassage = new Map<number, string[]>();
  for (const word of [...lost].sort((a, b) => a - b)) {
    const passage = ofPassage[word]!;
    byPassage.set(passage, [...(byPassage.get(passage) ?? []), words[word]!.word]);
  }
  const findings = [...byPassage].slice(0, mostTold).map(([passage, missing]): Finding => {
    const { at } = passages[passage]!;
    const outputAt = places?.[passage];
    return {
      rule: 'poppler/differs',
      severity: 'error',
      message: `The two readers of this PDF disagree. Poppler does not find these words, or not in their place: "${shorten(missing)}".`,
      fix: doNotPublish,
      ...(at && { at }),
      ...(outputAt && { outputAt }),
    };
  });
  return findings;
}
