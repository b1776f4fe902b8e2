const small = [
  ...[
    'zero',
    'one',
    'two',
    'three',
    'four',
    'five',
    'six',
    'seven',
    'eight',
    'nine',
    'ten',
    'eleven',
    'twelve',
  ],
  ...['thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'],
];
const tens = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const scales = ['', 'thousand', 'million', 'billion', 'trillion', 'quadrillion', 'quintillion'];
const ordinals: Readonly<Record<string, string>> = {
  one: 'first',
  two: 'second',
  three: 'third',
  five: 'fifth',
  eight: 'eighth',
  nine: 'ninth',
  twelve: 'twelfth',
};

/** More digits than this are read one by one. */
const mostDigits = 3 * scales.length;

/** A whole number of digits in British English: `one thousand and five`. Digits one by one where it is too long to be understood. */
export function cardinal(digits: string): string {
  const number = digits.replace(/^0+(?=\d)/, '');
  if (number.length > mostDigits) return eachDigit(digits);
  const groups: string[] = [];
  for (let end = number.length; end > 0; end -= 3) groups.push(number.slice(Math.max(0, end - 3), end));
  const said: string[] = [];
  for (let scale = groups.length - 1; scale >= 0; scale--) {
    const value = Number(groups[scale]);
    if (value === 0) continue;
    const isLast = scale === 0 && said.length > 0 && value < 100;
    said.push(`${isLast ? 'and ' : ''}${belowThousand(value)}${scale > 0 ? ` ${scales[scale]}` : ''}`);
  }
  return said.length === 0 ? 'zero' : said.join(' ');
}

function belowThousand(value: number): string {
  const hundreds = Math.floor(value / 100);
  const rest = value % 100;
  const words = hundreds > 0 ? [`${small[hundreds]} hundred`] : [];
  if (rest > 0) words.push(belowHundred(rest));
  return words.join(' and ');
}

function belowHundred(value: number): string {
  if (value < 20) return small[value] ?? '';
  const unit = value % 10;
  return `${tens[Math.floor(value / 10)]}${unit > 0 ? `-${small[unit]}` : ''}`;
}

/** `twenty-first`, `one hundredth`. */
export function ordinal(digits: string): string {
  return cardinal(digits).replace(/[a-z]+$/, (last) => {
    const known = ordinals[last];
    if (known !== undefined) return known;
    return last.endsWith('y') ? `${last.slice(0, -1)}ieth` : `${last}${last.endsWith('t') ? 'h' : 'th'}`;
  });
}

/** Four digits as a year: `nineteen ninety-eight`, `two thousand and five`, `twenty twenty-one`, `nineteen hundred`. */
export function year(digits: string): string {
  const century = Number(digits.slice(0, 2));
  const rest = Number(digits.slice(2));
  if (century % 10 === 0 && rest < 10) return cardinal(digits);
  if (rest === 0) return `${belowHundred(century)} hundred`;
  return `${belowHundred(century)} ${rest < 10 ? `oh ${small[rest]}` : belowHundred(rest)}`;
}

/** Digits one by one, as telephone numbers are said; zero is `oh`. */
export function eachDigit(digits: string): string {
  return [...digits].map((digit) => (digit === '0' ? 'oh' : (small[Number(digit)] ?? digit))).join(' ');
}

/** A number as it is written, with commas between thousands and a point: `one point three nine`. */
export function number(written: string): string {
  const [whole = '', part] = written.replaceAll(',', '').split('.');
  const first = cardinal(whole === '' ? '0' : whole);
  if (part === undefined) return first;
  return `${first} point ${[...part].map((digit) => small[Number(digit)]).join(' ')}`;
}
