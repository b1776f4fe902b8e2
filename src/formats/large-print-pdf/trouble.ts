import type { Finding, Position } from '../../kernel/finding.ts';
import type { ShapingTrouble } from '../../media/pages/shaping.ts';

export type Trouble = ShapingTrouble | 'long-word' | 'right-to-left' | 'picture' | 'inline-picture';

const kinds = {
  'no-glyph': {
    severity: 'error',
    message: (text) => `No font has the character "${text}" (${codePoints(text)}). Its number is printed instead.`,
    fix: 'Write the meaning in words.',
  },
  'not-shaped': {
    severity: 'warning',
    message: (text) => `The letters of "${text}" could not be joined as its script asks.`,
    fix: 'Have a reader of the language check this page.',
  },
  'long-word': {
    severity: 'warning',
    message: (text) => `"${text.slice(0, 60)}" is longer than a line and had to be broken.`,
    fix: 'Shorten it, or put a link on words instead of the address.',
  },
  'right-to-left': {
    severity: 'warning',
    message: (text) => `"${text.slice(0, 60)}" is written from right to left. Its order and alignment are plain, not typeset.`,
    fix: 'Have a reader of the language check this page before you send it.',
  },
  picture: {
    severity: 'error',
    message: (text) => `The picture "${text}" cannot be read. Its alternative text is printed instead.`,
    fix: 'Replace the file with an SVG, PNG or JPEG that opens.',
  },
  'inline-picture': {
    severity: 'warning',
    message: (text) => `A picture inside a sentence is printed as its words: "${text}".`,
    fix: 'Put the picture in a paragraph of its own.',
  },
} as const satisfies Record<
  Trouble,
  { severity: Finding['severity']; message: (text: string) => string; fix: string }
>;

function codePoints(text: string): string {
  return [...text].map((c) => `U+${(c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`).join(' ');
}

/** Collects findings, one for each text, kind and place. */
export class TroubleLog {
  readonly findings: Finding[] = [];
  readonly #seen = new Set<string>();

  add(kind: Trouble, text: string, at?: Position): void {
    const key = `${kind}\n${text}\n${at?.file}:${at?.line}:${at?.column}`;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    const { severity, message, fix } = kinds[kind];
    this.findings.push({ rule: `pdf/${kind}`, severity, message: message(text), fix, ...(at && { at }) });
  }
}
