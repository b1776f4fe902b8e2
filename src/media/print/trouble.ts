import type { Finding, Position } from '../../kernel/finding.ts';
import type { ShapingTrouble } from '../pages/shaping.ts';

export type Trouble = ShapingTrouble | 'long-word' | 'picture' | 'small-letters' | 'no-source';

interface Kind {
  readonly severity: Finding['severity'];
  message(texts: readonly string[], count: number): string;
  readonly fix: string;
}

const kinds = {
  'no-glyph': {
    severity: 'error',
    message: ([text = ''], count) =>
      `No font has "${text}" (${codePoints(text)})${times(count)}. The number is printed instead.`,
    fix: 'Write the meaning in words.',
  },
  'lost-character': {
    severity: 'error',
    message: (_, count) =>
      `The text itself has the sign "\ufffd" (U+FFFD)${times(count)}: it stands for a character that was lost before.`,
    fix: 'Look up in the original what stood here and write it again.',
  },
  'not-shaped': {
    severity: 'warning',
    message: (texts) => `The letters of ${listed(quoted(texts))} could not be joined as their script asks.`,
    fix: 'Have a reader of the language check this page.',
  },
  'long-word': {
    severity: 'warning',
    message: (texts) => `Longer than a line, and therefore broken: ${listed(quoted(texts))}.`,
    fix: 'Shorten it, or put a link on words instead of the address.',
  },
  picture: {
    severity: 'error',
    message: (texts) =>
      `The picture ${listed(quoted(texts))} cannot be read. Its alternative text is printed instead.`,
    fix: 'Replace the file with an SVG, PNG or JPEG that opens.',
  },
  'no-source': {
    severity: 'error',
    message: () => 'The source is not attached, because this document was not read from a file.',
    fix: 'Make it from a file, or choose another standard in the profile.',
  },
  'small-letters': {
    severity: 'warning',
    message: (texts) =>
      `Letters would be smaller than the reader asked for in ${listed(texts)}. The alternative text and the description are printed instead of the picture.`,
    fix: 'Draw it with fewer, shorter or larger words, or choose larger paper.',
  },
} as const satisfies Record<Trouble, Kind>;

/** Told once for each character of the document, at its first place. */
const onceACharacter: ReadonlySet<Trouble> = new Set(['no-glyph', 'lost-character']);

function times(count: number): string {
  return count > 1 ? `, which the text uses ${count} times` : '';
}

/** How many texts a message names. */
const mostNamed = 8;

function listed(texts: readonly string[]): string {
  const more = texts.length - mostNamed;
  return texts.slice(0, mostNamed).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

function quoted(texts: readonly string[]): readonly string[] {
  return texts.map((text) => `"${text.length > 60 ? `${text.slice(0, 60)}…` : text}"`);
}

function codePoints(text: string): string {
  return [...text]
    .map((c) => `U+${(c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`)
    .join(' ');
}

interface Entry {
  readonly kind: Trouble;
  at: Position | undefined;
  /** Uses at a known place: not those that a list of contents or a repeated header prints again. */
  count: number;
  readonly texts: Set<string>;
}

/** Collects what went wrong: one finding for each kind and place with all texts concerned, or for each character. */
export class TroubleLog {
  readonly #entries = new Map<string, Entry>();

  add(kind: Trouble, text: string, at?: Position): void {
    const key = onceACharacter.has(kind)
      ? `${kind}\n${text}`
      : `${kind}\n${at?.file}:${at?.line}:${at?.column}`;
    let entry = this.#entries.get(key);
    if (entry === undefined) {
      entry = { kind, at, count: 0, texts: new Set() };
      this.#entries.set(key, entry);
    }
    entry.texts.add(text);
    entry.at ??= at;
    if (at !== undefined) entry.count++;
  }

  get findings(): readonly Finding[] {
    return [...this.#entries.values()].map(({ kind, at, count, texts }) => {
      const { severity, message, fix } = kinds[kind];
      return { rule: `pdf/${kind}`, severity, message: message([...texts], count), fix, ...(at && { at }) };
    });
  }
}
