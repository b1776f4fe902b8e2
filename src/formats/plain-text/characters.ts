import type { PlainTextOptions } from './options.ts';

/**
 * Signs that stand for structure while a line is made: noncharacters (U+FDD0 to U+FDEF), which no document has after
 * {@link literal}.
 */
export const signs = {
  /** A space at which a line is never broken. */
  hold: '\ufdd0',
  /** Square brackets of a mark. */
  open: '\ufdd1',
  close: '\ufdd2',
  /** A new line inside an item. */
  newLine: '\ufdd3',
  /** `[`, `]` and `\` of an address: never escaped. */
  rawOpen: '\ufdd4',
  rawClose: '\ufdd5',
  rawBackslash: '\ufdd6',
  /** A colon that needs an escape. */
  colon: '\ufdd7',
  /** A dash that was longer than a hyphen. */
  dash: '\ufdd8',
  /** The two spaces that no words of the document have. */
  wide: '\ufdd9',
  /** The space behind the name of a mark. */
  gap: '\ufdda',
} as const;

// Show nothing, or show as a wrong sign in some programs: soft hyphen, zero-width space, word joiner.
const silent = /[\u00ad\u200b\u2060]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to find
const control = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff]/g;
const needsWork = /[^\n -~]/;

const latin: Readonly<Record<string, string>> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u201a': "'",
  '\u201b': "'",
  '\u2032': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\u201e': '"',
  '\u201f': '"',
  '\u2033': '"',
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2013': signs.dash,
  '\u2212': '-',
  '\u2014': ` ${signs.dash} `,
  '\u2015': ` ${signs.dash} `,
  '\u2022': '*',
  '\u2023': '*',
  '\u25e6': '*',
  '\u25aa': '*',
  '\u25cf': '*',
  '\u2026': '...',
};
const latinPattern = /[\u2018-\u201f\u2032\u2033\u2010-\u2015\u2212\u2022\u2023\u25e6\u25aa\u25cf\u2026]/g;

/** Words of the document without signs that plain text cannot carry; a control character becomes a space. */
export function literal(text: string, characters: PlainTextOptions['characters']): string {
  if (!needsWork.test(text)) return text.replace(/\n/g, ' ');
  const clean = text
    .replace(silent, '')
    .replace(control, ' ')
    .replace(/[\u00a0\u202f]/g, signs.hold)
    .replace(/\s/g, ' ');
  return characters === 'latin' ? clean.replace(latinPattern, (found) => latin[found] ?? found) : clean;
}

/** Program code: as it is, with tabs as four spaces and without control characters; no spaces at the ends of lines. */
export function codeLines(value: string): string[] {
  return value
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, '    ')
    .split('\n')
    .map((line) =>
      line
        .replace(silent, '')
        .replace(control, ' ')
        .replace(/[\u2028\u2029\v\f]/g, ' ')
        .trimEnd(),
    );
}
