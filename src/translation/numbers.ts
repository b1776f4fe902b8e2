import { takeDates } from '../wording/dates.ts';
import { hintsIn, numberPattern, worthOf } from '../wording/numbers.ts';

/** First of the ten digits of scripts that have digits of their own (Unicode, category Nd). */
const zeros = [
  0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20,
  0x1040, 0x17e0, 0xff10,
];

/** Digits of every script as 0 to 9, Arabic signs between them as point and comma. */
function plainDigits(text: string): string {
  return text
    .replace(/\p{Nd}/gu, (digit) => {
      const point = digit.codePointAt(0)!;
      const zero = zeros.find((first) => point >= first && point < first + 10);
      return zero === undefined ? digit : String(point - zero);
    })
    .replace(/\u066b/g, '.')
    .replace(/\u066c/g, ',');
}

const figure = /\d+(?:[.,'’]\d+)*/g;

/** What the figures of an English or other text can be worth: `2.500` is 2500 in German and 2.5 in English. */
function readingsOf(token: string): number[] {
  const parts = token.split(/[.,'’]/);
  if (parts.length === 1) return [Number(token)];
  const whole = Number(parts.join(''));
  const last = parts.at(-1)!;
  const point = Number(`${parts.slice(0, -1).join('')}.${last}`);
  if (parts.slice(1).every((part) => part.length === 3)) return parts.length === 2 ? [whole, point] : [whole];
  // Two signs of one kind make no decimal, as in a date or the number of a section: each part stands alone.
  return parts.length === 2 ? [point] : [point, whole];
}

export interface NumberFaults {
  readonly lost: readonly string[];
  readonly added: readonly string[];
}

/** Compares the numbers in figures of a text and its translation, in any script and with any sign for thousands. */
export function compareNumbers(source: string, target: string): NumberFaults {
  const wanted = (plainDigits(source).match(figure) ?? []).map((text) => ({ text, worth: readingsOf(text) }));
  // Some languages put a space between thousands.
  const spaced = plainDigits(target).replace(
    /(?<!\d)\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?!\d)/g,
    (found) => {
      const joined = found.replace(/\D/g, '');
      return wanted.some(({ worth }) => worth.includes(Number(joined))) ? joined : found;
    },
  );
  const left = (spaced.match(figure) ?? []).map((text) => ({ text, worth: readingsOf(text) }));
  const lost: string[] = [];
  for (const { text, worth } of wanted) {
    const at = left.findIndex((other) => other.worth.some((one) => worth.includes(one)));
    if (at === -1) lost.push(text);
    else left.splice(at, 1);
  }
  const said = inWords(source);
  return {
    lost,
    added: left.filter(({ worth }) => !worth.some((one) => said.has(one))).map(({ text }) => text),
  };
}

/** Numbers that the source says without figures: a translation may write them so. Months are numbers in some languages. */
function inWords(source: string): Set<number> {
  const worths = [...source.matchAll(numberPattern)].flatMap((match) => worthOf(match) ?? []);
  const months =
    takeDates(source).dates.length > 0 ? Array.from({ length: 12 }, (_, index) => index + 1) : [];
  return new Set([...worths, ...hintsIn(source), ...months, ...(/\bone\b/i.test(source) ? [1] : [])]);
}
