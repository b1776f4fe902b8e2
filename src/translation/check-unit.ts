import { fold } from '../document/text.ts';
import type { Finding, Position } from '../kernel/finding.ts';
import { littleWords } from '../wording/little-words.ts';
import { compareNumbers } from './numbers.ts';
import { protectedParts } from './protected-parts.ts';
import { lettersIn } from './scripts.ts';
import { type Token, wordsOfTokens } from './tokens.ts';
import type { Unit } from './units.ts';

export interface Languages {
  readonly from: string;
  readonly to: string;
  /** Words that stay as they are. */
  readonly keep: readonly string[];
}

/** Whether a translation keeps what it must keep, and is one. Its codes are checked where they are put back. */
export function checkUnit(
  unit: Unit,
  target: readonly Token[],
  { from, to, keep }: Languages,
  at: Position,
): Finding[] {
  const findings: Finding[] = [];
  const tell = (name: string, severity: Finding['severity'], message: string, fix: string) =>
    findings.push({
      rule: name,
      severity,
      message: `${message} (unit ${unit.id})`,
      fix,
      at,
    });
  const source = fold(wordsOfTokens(unit.source.tokens));
  const words = fold(wordsOfTokens(target));
  const kept = keptIn(unit.source.tokens, keep);
  for (const [text, count] of counted(kept)) {
    const found = words.split(text).length - 1;
    if (found < count) {
      tell(
        'translation/kept',
        'error',
        `"${text}" must stay as it is, and is not in the translation.`,
        `Write "${text}" there as in the source.`,
      );
    }
  }
  // An address that is lost is told as an address, not for each of its numbers.
  const without = (text: string) => kept.reduce((rest, part) => rest.split(part).join(' '), text);
  const { lost, added } = compareNumbers(without(source), without(words));
  for (const number of lost)
    tell(
      'translation/number',
      'error',
      `The number ${number} of the source is not in the translation.`,
      `Put ${number} into the translation, in figures.`,
    );
  for (const number of added)
    tell(
      'translation/number',
      'error',
      `The translation has the number ${number}, which the source does not have.`,
      'Compare the numbers with the source.',
    );
  const [bare, bareTarget] = [without(source), without(words)];
  const running = bare.match(/(?<!\p{L})\p{Ll}{2,}(?!\p{L})/gu)?.length ?? 0;
  // A few words may be a name, such as that of a law.
  if (words === source && running > 0) {
    tell(
      'translation/same',
      running > 2 ? 'error' : 'warning',
      'The translation is the same as the source.',
      'Translate it, or mark it as not translated.',
    );
  } else {
    const wrong = wrongLanguage(bareTarget, from, to);
    if (wrong !== undefined)
      tell('translation/language', 'error', wrong, `Check that these words are in the language "${to}".`);
  }
  if (unit.most !== undefined && [...words].length > unit.most) {
    const message = `The translation has ${[...words].length} characters; more than ${unit.most} are hard to take in.`;
    tell('translation/length', 'warning', message, 'Shorten it.');
  }
  return findings;
}

function keptIn(tokens: readonly Token[], keep: readonly string[]): string[] {
  return tokens.flatMap((token) => {
    if (token.kind !== 'text') return [];
    if (token.mark === 'keep') return [fold(token.value)].filter((text) => text !== '');
    return protectedParts(token.value, keep).flatMap(({ text, isKept }) => (isKept ? [fold(text)] : []));
  });
}

function counted(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

/** Fewer letters than a short sentence tell nothing: a name may stay in the letters of its own language. */
const enoughLetters = 20;

function wrongLanguage(words: string, from: string, to: string): string | undefined {
  const { own, all } = lettersIn(words, to);
  if (all >= enoughLetters && own / all < 0.4)
    return `Most letters of the translation are not those in which the language "${to}" is written.`;
  // Between two languages of one script, the little words of English give it away.
  if (!/^en\b/i.test(from) || /^en\b/i.test(to)) return undefined;
  const list = words.toLowerCase().match(/\p{L}+/gu) ?? [];
  const english = list.filter((word) => littleWords.has(word) && word.length > 2).length;
  if (list.length >= 6 && english / list.length > 0.3) return 'The translation reads like English.';
  return undefined;
}
