const small = new Map(
  [
    ...'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
      ' ',
    ),
  ].map((word, value) => [word, value]),
);
const tens = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, at) => [word, (at + 2) * 10]),
);
const scales = new Map([
  ['hundred', 100],
  ['thousand', 1000],
  ['million', 1_000_000],
  ['billion', 1_000_000_000],
]);

/** Words that hint at a number without telling one: they support a number, and are never missed. */
const hints = new Map<string, number>([
  ...'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'
    .split(' ')
    .map((word, at) => [word, at + 1] as const),
  ['one', 1],
  ['once', 1],
  ['single', 1],
  ['both', 2],
  ['twice', 2],
  ['pair', 2],
]);

const digits = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;
const words = [...small.keys(), ...tens.keys(), 'hundred', 'thousand', 'million', 'billion'].join('|');

/** A number in digits or words, with what multiplies it: `2,500`, `3 and a half million`, `twenty-five`. */
export const numberPattern = new RegExp(
  String.raw`(?<![\p{L}\p{N}.]|\p{L}-)(?:(?<digits>${digits})(?<half> and a half)?(?: (?<scale>hundred|thousand|million|billion))?|(?<words>(?:${words})(?:(?: and a half)|(?: and|-| ) ?(?:${words}))*))(?![\p{L}\p{N}]|[.,]\d)`,
  'giu',
);

/** What a match of `numberPattern` is worth; undefined for `one` alone, which is mostly no number. */
export function worthOf(match: RegExpExecArray | RegExpMatchArray): number | undefined {
  const { digits: figures, half, scale, words: said } = match.groups ?? {};
  if (figures !== undefined) {
    return round(
      (Number(figures.replaceAll(',', '')) + (half ? 0.5 : 0)) *
        (scales.get((scale ?? '').toLowerCase()) ?? 1),
    );
  }
  const list = (said ?? '').toLowerCase().split(/[\s-]+/);
  if (list.length === 1 && (list[0] === 'one' || scales.has(list[0]!))) return undefined;
  let total = 0;
  let group = 0;
  for (const word of list) {
    const scaled = scales.get(word);
    if (word === 'half') group += 0.5;
    else if (scaled === 100) group = (group || 1) * 100;
    else if (scaled !== undefined) {
      total += (group || 1) * scaled;
      group = 0;
    } else group += small.get(word) ?? tens.get(word) ?? 0;
  }
  return round(total + group);
}

/** Numbers that a text hints at by words such as `both` or `third`. */
export function hintsIn(text: string): number[] {
  const found: number[] = [];
  for (const [word] of text.toLowerCase().matchAll(/[a-z]+/g)) {
    const worth = hints.get(word);
    if (worth !== undefined) found.push(worth);
  }
  for (const match of text.matchAll(/\b(\d{1,3})(?:st|nd|rd|th)\b/g)) found.push(Number(match[1]));
  return found;
}

/** As people write it in English, whatever the machine's settings: `2,500`. */
export function inFigures(value: number): string {
  const [whole = '', rest] = String(value).split('.');
  return whole.replace(/\B(?=(\d{3})+$)/g, ',') + (rest === undefined ? '' : `.${rest}`);
}

function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
