import { takeContacts } from './contacts.ts';
import { takeDates } from './dates.ts';
import { type NameKnowledge, namesIn } from './names.ts';
import { hintsIn, inFigures, numberPattern, worthOf } from './numbers.ts';
import { protectedTermsIn } from './protected-terms.ts';

export type FactKind = 'contact' | 'amount' | 'date' | 'share' | 'number' | 'name' | 'term';

/** Something in a text that may not be changed, dropped or invented when the text is told again. */
export interface Fact {
  readonly kind: FactKind;
  /** In one way of writing: `29 September 2021`, `6.8%`, `2,500`, `£1,200`, `7 in 100`. */
  readonly value: string;
  /** Of a share: how much of the whole, from 0 to 1, and how coarse it is told. */
  readonly ratio?: { readonly part: number; readonly step: number };
}

export interface Facts {
  readonly facts: readonly Fact[];
  /** Values that the text contains or hints at without telling them: `2021` in a full date, 2 in "both". */
  readonly hints: readonly string[];
}

const amount = /£ ?(\d[\d,]*(?:\.\d+)?)(?: ?(million|billion|m|bn|k)\b)?/giu;
const percent = /(?<![\p{L}\p{N}.])(\d+(?:\.\d+)?) ?(?:%|per ?cent\b)/giu;
const parts =
  /(?<![\p{L}\p{N}.])(\d+|one|two|three|four|five|six|seven|eight|nine|ten) (?:in(?: every)?|out of(?: every)?) (\d+|two|three|four|five|six|seven|eight|nine|ten)(?![\p{L}\p{N}]|[.,]\d)/giu;
const fraction = /\b(?:(three) )?(half|quarters?|third|thirds)(?= (?:of|the)\b)/giu;
const scale: Readonly<Record<string, number>> = { million: 1e6, m: 1e6, billion: 1e9, bn: 1e9, k: 1e3 };
const words = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** The facts of a text, each as often as it stands there. */
export function factsIn(text: string, knowledge: NameKnowledge): Facts {
  const facts: Fact[] = [];
  const hints: string[] = [];
  const { contacts, rest: withoutContacts } = takeContacts(text);
  for (const { value } of contacts) facts.push({ kind: 'contact', value });
  for (const { value } of namesIn(withoutContacts, knowledge)) facts.push({ kind: 'name', value });
  for (const value of protectedTermsIn(withoutContacts)) facts.push({ kind: 'term', value });
  const { dates, rest: withoutDates } = takeDates(withoutContacts);
  for (const { value, contains } of dates) {
    facts.push({ kind: 'date', value });
    hints.push(...contains);
  }
  let rest = withoutDates;
  const take = (pattern: RegExp, read: (...groups: string[]) => Fact | undefined) => {
    rest = rest.replace(pattern, (...found) => {
      const fact = read(...(found as string[]));
      if (fact === undefined) return found[0] as string;
      facts.push(fact);
      return ' '.repeat((found[0] as string).length);
    });
  };
  take(amount, (_, figure, unit) => {
    const worth = Number(figure!.replaceAll(',', '')) * (scale[(unit ?? '').toLowerCase()] ?? 1);
    return { kind: 'amount', value: `£${inFigures(Math.round(worth * 100) / 100)}` };
  });
  take(percent, (_, figure) => {
    const decimals = figure!.split('.')[1]?.length ?? 0;
    return {
      kind: 'share',
      value: `${figure}%`,
      ratio: { part: Number(figure) / 100, step: 10 ** -decimals / 100 },
    };
  });
  take(parts, (_, one, other) => {
    const [top, bottom] = [worthOfWord(one!), worthOfWord(other!)];
    if (bottom < 2 || top > bottom) return undefined;
    return {
      kind: 'share',
      value: `${top} in ${inFigures(bottom)}`,
      ratio: { part: top / bottom, step: 1 / bottom },
    };
  });
  take(fraction, (_, three, name) => {
    const bottom = name!.startsWith('h') ? 2 : name!.startsWith('q') ? 4 : 3;
    const top = three ? 3 : name!.toLowerCase() === 'thirds' ? 2 : 1;
    const part = Math.min(top / bottom, 1);
    return {
      kind: 'share',
      value: `${three ? 'three ' : ''}${name!.toLowerCase()}`,
      ratio: { part, step: 0.1 },
    };
  });
  for (const match of rest.matchAll(numberPattern)) {
    const worth = worthOf(match);
    if (worth !== undefined) facts.push({ kind: 'number', value: inFigures(worth) });
  }
  hints.push(...hintsIn(rest).map(inFigures));
  return { facts, hints };
}

/** Whether a share told in whole parts is a fair way to say another one: `7 in 100` for 6.8%, `1 in 4` for 26%. */
export function tells(told: NonNullable<Fact['ratio']>, exact: NonNullable<Fact['ratio']>): boolean {
  // "1 in 4" stands for all that is nearer to it than to "1 in 3" or "1 in 5"; "7 in 100" for 6.5% to 7.5%.
  const isUnit = told.step > 0.02 && Math.abs(told.part - told.step) < 1e-9;
  const size = 1 / told.step;
  const [low, high] = isUnit
    ? [1 / (size + 0.5), 1 / (size - 0.5)]
    : [told.part - told.step / 2, told.part + told.step / 2];
  return exact.part >= low - 1e-9 && exact.part <= high + 1e-9;
}

function worthOfWord(word: string): number {
  const at = words.indexOf(word.toLowerCase());
  return at === -1 ? Number(word) : at;
}
