import { english } from '../../document/furniture/english.ts';
import { type Lexicon, letters, sayWord } from './lexicon.ts';
import { cardinal, eachDigit, number, ordinal, year } from './number-words.ts';
import type { Pattern } from './pattern.ts';

const { months } = english;
const monthNames = months.map((name) => (name === 'May' ? 'May' : `${name}|${name.slice(0, 3)}`)).join('|');
/** Not inside a word or number. */
const start = '(?<![\\p{L}\\p{N}.])';
const end = '(?![\\p{L}\\p{N}])';
const amount = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?';
const dash = '[-\\u2010-\\u2015]';
const scale: Readonly<Record<string, string>> = {
  k: 'thousand',
  m: 'million',
  bn: 'billion',
  million: 'million',
  billion: 'billion',
  thousand: 'thousand',
};

function pattern(source: string, say: Pattern['say'], flags = 'uy'): Pattern {
  return { find: new RegExp(source, flags), say };
}

/** In this order: the first that fits is taken. Sources: GOV.UK and NHS style for how dates, times, money and numbers are written. */
export const englishPatterns: readonly Pattern[] = [
  // Web addresses: the scheme says nothing to a listener.
  pattern('https?:\\/\\/\\S*[^\\s.,;:!?)"\'’”]|www\\.\\S*[^\\s.,;:!?)"\'’”]', (found, { lexicon }) =>
    address(found[0].replace(/^https?:\/\//, '').replace(/\/$/, ''), lexicon),
  ),
  pattern('[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+', (found, { lexicon }) => address(found[0], lexicon)),
  pattern(
    `${start}[a-z0-9-]+(?:\\.[a-z0-9-]+)*\\.(?:co|org|gov|nhs|ac)\\.uk(?:\\/[^\\s),;]*[^\\s),;.])?${end}`,
    (found, { lexicon }) => address(found[0], lexicon),
  ),
  // Telephone and text relay numbers: groups, digit by digit.
  pattern(
    `${start}(?:1800[12] )?(?:\\+44 ?(?:\\(0\\) ?)?|\\(0\\d+\\) ?|0)\\d(?:[ -]?\\d){7,10}${end}`,
    (found) => telephone(found[0]),
  ),
  pattern(`${start}1800[12]${end}`, (found) => eachDigit(found[0])),
  // Postcodes.
  pattern(
    `${start}([A-Z]{1,2})(\\d{1,2}[A-Z]?) (\\d)([A-Z]{2})${end}`,
    (found) =>
      `${letters(found[1] ?? '')} ${characters(found[2] ?? '')}, ${cardinal(found[3] ?? '')} ${letters(found[4] ?? '')}`,
  ),
  // Dates: 30/03/2022, 2022-03-30, 30 March 2022, March 2022.
  pattern(`${start}(\\d{1,2})[/.](\\d{1,2})[/.]((?:19|20)\\d{2})${end}`, (found) =>
    date(found[1], Number(found[2]), found[3]),
  ),
  pattern(`${start}((?:19|20)\\d{2})-(\\d{2})-(\\d{2})${end}`, (found) =>
    date(found[3], Number(found[2]), found[1]),
  ),
  pattern(
    `${start}(\\d{1,2})(?:st|nd|rd|th)?(?: of)? (${monthNames})(?:,? ((?:1[6-9]|20)\\d{2}))?${end}`,
    (found) => date(found[1], monthOf(found[2]), found[3]),
  ),
  pattern(
    `${start}(${monthNames}) ((?:1[6-9]|20)\\d{2})${end}`,
    (found) => `${months[monthOf(found[1]) - 1]} ${year(found[2] ?? '')}`,
  ),
  // Years that go on: 2021/22, 2021-22, 2019-2021.
  pattern(`${start}((?:1[89]|20)\\d{2})(?:/|${dash})(\\d{2})${end}`, (found) => {
    const later = `${(found[1] ?? '').slice(0, 2)}${found[2]}`;
    return Number(later) > Number(found[1]) ? `${year(found[1] ?? '')} to ${year(later)}` : undefined;
  }),
  pattern(
    `${start}((?:1[89]|20)\\d{2}) ?${dash} ?((?:1[89]|20)\\d{2})${end}`,
    (found) => `${year(found[1] ?? '')} to ${year(found[2] ?? '')}`,
  ),
  // Times: 9am, 9.30am, 14:30.
  pattern(
    `${start}(\\d{1,2})(?:[.:](\\d{2}))? ?([ap])\\.?m\\.?${end}`,
    (found) => `${clock(found[1], found[2])} ${found[3] === 'a' ? 'ay M' : 'P M'}`,
    'iuy',
  ),
  pattern(`${start}([01]?\\d|2[0-3]):([0-5]\\d)${end}`, (found) => clock(found[1], found[2])),
  // Money: £3.2m, £1,450, £1.50, 50p.
  pattern(`${start}([£€$])(${amount}) ?(k|m|bn|million|billion|thousand)?${end}`, (found) =>
    money(found[1] ?? '', found[2] ?? '', found[3]),
  ),
  pattern(`${start}(\\d{1,2})p${end}`, (found) => `${cardinal(found[1] ?? '')} pence`),
  // Ranges: 5-10, 6% to 8%.
  pattern(`${start}(${amount})(%?)${dash}(${amount})(%?)(?!${dash}|[\\p{L}\\p{N}])`, (found) => {
    const [, from = '', one, to = '', other] = found;
    return `${number(from)}${one ? ' per cent' : ''} to ${number(to)}${other ? ' per cent' : ''}`;
  }),
  pattern(`${start}[-\\u2212](${amount})`, (found) => `minus ${number(found[1] ?? '')}`),
  // Ordinals, per cent, pages, numbers of things.
  pattern(`${start}(\\d+)(?:st|nd|rd|th)${end}`, (found) => ordinal(found[1] ?? '')),
  pattern(`${start}(${amount}) ?%`, (found) => `${number(found[1] ?? '')} per cent`),
  pattern(`${start}pp?\\. ?(\\d+)(?:${dash}(\\d+))?`, (found) =>
    found[2] === undefined
      ? `page ${cardinal(found[1] ?? '')}`
      : `pages ${cardinal(found[1] ?? '')} to ${cardinal(found[2])}`,
  ),
  pattern(`${start}No\\. ?(\\d+)`, (found) => `number ${cardinal(found[1] ?? '')}`),
  // Numbers of sections and versions: 1.2.3.
  pattern(`${start}\\d+(?:\\.\\d+){2,}${end}`, (found) => found[0].split('.').map(cardinal).join(' point ')),
  pattern(
    `${start}(\\d+(?:,\\d{3})*(?:\\.\\d+)?)(k|m|bn)${end}`,
    (found) => `${number(found[1] ?? '')} ${scale[found[2] ?? '']}`,
  ),
  // COVID-19, WRES-2: the hyphen is not said.
  pattern(
    `${start}(\\p{Lu}[\\p{L}]+)-(\\d{1,4})${end}`,
    (found, { lexicon }) => `${sayWord(found[1] ?? '', lexicon)} ${cardinal(found[2] ?? '')}`,
  ),
  // Q4, 3a, H1: letters and digits.
  pattern(`${start}(?:\\p{Lu}{1,3}\\d{1,4}|\\d{1,3}\\p{Lu}{1,2}|\\d{1,3}[a-h])${end}`, (found) =>
    characters(found[0]),
  ),
  // A number with no comma that can be a year is one.
  pattern(`${start}(?:1[89]|20)\\d{2}(s?)(?![\\p{L}\\p{N}]|,\\d|\\.\\d)`, (found) => {
    const said = year(found[0].slice(0, 4));
    return found[1] ? said.replace(/(?:y|s?)$/, (last) => (last === 'y' ? 'ies' : 's')) : said;
  }),
  pattern(`(?<![\\p{N}])(?:${amount})`, (found) => numeral(found[0])),
  // Signs.
  pattern('&', () => ' and '),
  pattern('(?<=\\p{L})/(?=\\p{L})', () => ' or ', 'uy'),
  pattern('\\band\\/or\\b', () => 'and or'),
  pattern(`(?<=\\S) (?:${dash.replace('-', '')}|-) (?=\\S)`, () => ', '),
  pattern('[✓✔☑]', () => ' tick '),
  pattern('[✗✘☒×](?!\\d)', () => ' cross '),
  pattern('×(?=\\d)', () => ' times '),
  pattern('[→⇒]', () => ' leads to '),
  pattern('[←↩]', () => ' back '),
  pattern('↑', () => ' up '),
  pattern('↓', () => ' down '),
  pattern('½', () => ' and a half '),
  pattern('¼', () => ' and a quarter '),
  pattern('¾', () => ' and three quarters '),
  pattern('°C', () => ' degrees Celsius '),
  pattern('°', () => ' degrees '),
  pattern('%', () => ' per cent '),
  pattern('£', () => ' pounds '),
  pattern('€', () => ' euros '),
  pattern('\\+', () => ' plus '),
  pattern('=', () => ' equals '),
  pattern('<', () => ' less than '),
  pattern('≤', () => ' at most '),
  pattern('≥', () => ' at least '),
  pattern('>', () => ' more than '),
  pattern('@', () => ' at '),
  pattern('#', () => ' hash '),
  pattern('\\*', () => ' star '),
  pattern('[•·▪◦]', () => ', '),
  pattern('[“”"]', () => ''),
  pattern('…', () => '. '),
];

/** Address signs by name, parts as words where people know them as words. */
function address(written: string, lexicon: Lexicon): string {
  const names: Readonly<Record<string, string>> = {
    '.': 'dot',
    '/': 'slash',
    '-': 'dash',
    _: 'underscore',
    '@': 'at',
    '?': 'question mark',
    '=': 'equals',
    '&': 'and',
    '#': 'hash',
    '%': 'per cent',
    '+': 'plus',
    '~': 'tilde',
    ':': 'colon',
  };
  const parts = written.match(/\p{L}+|\d+|[^\p{L}\d]/gu) ?? [];
  return parts
    .map((part) => {
      if (/^\d+$/.test(part))
        return part.length > 4 || part.startsWith('0') ? eachDigit(part) : cardinal(part);
      if (!/^\p{L}+$/u.test(part)) return names[part] ?? '';
      if (/^www$/i.test(part)) return 'W W W';
      const upper = part.toUpperCase();
      if (/^(?:nhs|uk|eu|bsl|pdf|ics|icb|html)$/i.test(part)) return letters(part);
      return part === upper ? sayWord(part, lexicon) : part;
    })
    .filter((part) => part !== '')
    .join(' ');
}

/** Groups as they are written, with a pause between them. */
function telephone(written: string): string {
  return written
    .replace(/\(0\)/, '')
    .split(/[ ()-]+/)
    .filter((group) => group !== '')
    .map((group) => (group.startsWith('+') ? `plus ${eachDigit(group.slice(1))}` : eachDigit(group)))
    .join(', ');
}

function characters(written: string): string {
  const parts = written.match(/\d+|\p{L}+/gu) ?? [];
  return parts.map((part) => (/^\d/.test(part) ? cardinal(part) : letters(part))).join(' ');
}

function monthOf(name = ''): number {
  return months.findIndex((one) => one.startsWith(name.slice(0, 3))) + 1;
}

function date(day = '', month = 0, years?: string): string | undefined {
  const name = months[month - 1];
  if (name === undefined || Number(day) < 1 || Number(day) > 31) return undefined;
  return `the ${ordinal(day)} of ${name}${years === undefined ? '' : ` ${year(years)}`}`;
}

function clock(hours = '', minutes?: string): string {
  if (minutes === undefined) return cardinal(hours);
  if (minutes === '00') return Number(hours) > 12 ? `${cardinal(hours)} hundred hours` : cardinal(hours);
  return `${cardinal(hours)} ${minutes.startsWith('0') ? `oh ${cardinal(minutes)}` : cardinal(minutes)}`;
}

const currencies: Readonly<Record<string, readonly [string, string, string]>> = {
  '£': ['pound', 'pounds', 'pence'],
  '€': ['euro', 'euros', 'cents'],
  $: ['dollar', 'dollars', 'cents'],
};

function money(sign: string, written: string, times?: string): string {
  const [one, many, parts] = currencies[sign] ?? ['', '', ''];
  if (times !== undefined) return `${number(written)} ${scale[times]} ${many}`;
  const [whole = '', part] = written.replaceAll(',', '').split('.');
  const unit = whole === '1' ? one : many;
  if (part === undefined || part === '00') return `${cardinal(whole)} ${unit}`;
  if (part.length !== 2) return `${number(written)} ${many}`;
  return whole === '0' ? `${cardinal(part)} ${parts}` : `${cardinal(whole)} ${unit} ${cardinal(part)}`;
}

/** A number with a leading zero is a code. */
function numeral(written: string): string {
  return /^0\d/.test(written) ? eachDigit(written) : number(written);
}
