const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const month = `(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)`;
const year = String.raw`(?:19|20)\d\d`;

const patterns: readonly RegExp[] = [
  new RegExp(
    String.raw`(?<![\p{L}\p{N}])(?<d>[0-3]?\d)(?:st|nd|rd|th)? (?:of )?(?<m>${month})\b\.?(?:,? (?<y>${year}))?(?![\p{L}\p{N}])`,
    'gu',
  ),
  new RegExp(
    String.raw`\b(?<m>${month}) (?<d>[0-3]?\d)(?:st|nd|rd|th)?,? (?<y>${year})(?![\p{L}\p{N}])`,
    'gu',
  ),
  /(?<![\p{L}\p{N}/.])(?<d>[0-3]?\d)[/.](?<n>[01]?\d)[/.](?<y>(?:19|20)?\d\d)(?![\p{N}/])/gu,
  new RegExp(String.raw`(?<![\p{N}-])(?<y>${year})-(?<n>[01]\d)-(?<d>[0-3]\d)(?![\p{N}-])`, 'gu'),
  new RegExp(String.raw`\b(?<m>${month}),? (?<y>${year})(?![\p{L}\p{N}])`, 'gu'),
  new RegExp(
    String.raw`(?<![\p{L}\p{N}.,£$€])(?<y>${year}) ?[-–/] ?(?<z>${year}|\d\d)(?![\p{L}\p{N}/]|[-–]\d)`,
    'gu',
  ),
  new RegExp(String.raw`(?<![\p{L}\p{N}.,£$€])(?<y>${year})(?![\p{L}\p{N}%]|[.,]\d)`, 'gu'),
  // "May" and "March" are words too: a month stands behind a little word.
  new RegExp(
    String.raw`(?<=\b(?:in|by|from|since|until|to|of|and|or|during|before|after|each|every|last|next|for|early|late|mid|between|end|start) )(?<m>${months.join('|')})\b`,
    'gu',
  ),
];

/** A date as far as a text tells it: each part may be missing. */
export interface DateFact {
  /** `29 September 2021`, `September 2021`, `2021`. */
  readonly value: string;
  /** The coarser dates that it contains: `September 2021`, `29 September`, `September`, `2021`. */
  readonly contains: readonly string[];
  readonly index: number;
  readonly length: number;
}

/** Every date of a text in the order of the text, the text with blanks in their places. */
export function takeDates(text: string): { readonly dates: readonly DateFact[]; readonly rest: string } {
  const dates: DateFact[] = [];
  let rest = text;
  for (const pattern of patterns) {
    rest = rest.replace(pattern, (...found: unknown[]) => {
      const match = found[0] as string;
      const groups = found.at(-1) as Readonly<Record<string, string | undefined>>;
      const index = found.at(-3) as number;
      const told = read(groups);
      if (told === undefined) return match;
      for (const one of told) dates.push({ ...one, index, length: match.length });
      return ' '.repeat(match.length);
    });
  }
  return { dates: dates.sort((a, b) => a.index - b.index), rest };
}

function read(groups: Readonly<Record<string, string | undefined>>) {
  const { d, m, n, y, z } = groups;
  const at =
    m === undefined ? Number(n ?? 0) : 1 + months.findIndex((name) => name.startsWith(m.slice(0, 3)));
  const name = months[at - 1];
  const day = d === undefined ? undefined : Number(d);
  if ((n !== undefined && name === undefined) || (day !== undefined && (day < 1 || day > 31)))
    return undefined;
  const full = y === undefined ? undefined : y.length === 2 ? `20${y}` : y;
  const first = dateOf(day, name, full);
  if (z === undefined || full === undefined) return [first];
  const other = z.length === 2 ? full.slice(0, 2) + z : z;
  return [first, dateOf(undefined, undefined, other)];
}

function dateOf(day: number | undefined, name: string | undefined, year: string | undefined) {
  const say = (...parts: readonly (string | number | undefined)[]) =>
    parts.filter((part) => part !== undefined).join(' ');
  const value = say(day, name, year);
  const coarser = [say(name, year), name && say(day, name), say(name), say(year)];
  return { value, contains: [...new Set(coarser)].filter((one): one is string => !!one && one !== value) };
}
