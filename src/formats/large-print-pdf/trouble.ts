import type { Finding, Position } from '../../kernel/finding.ts';
import type { ShapingTrouble } from '../../media/pages/shaping.ts';

export type Trouble = ShapingTrouble | 'long-word' | 'right-to-left' | 'picture';

interface Kind {
  readonly severity: Finding['severity'];
  message(texts: readonly string[]): string;
  readonly fix: string;
}

const kinds = {
  'no-glyph': {
    severity: 'error',
    message: (texts) =>
      `No font has ${listed(texts.map((text) => `"${text}" (${codePoints(text)})`))}. The number is printed instead.`,
    fix: 'Write the meaning in words.',
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
  'right-to-left': {
    severity: 'person',
    message: (texts) =>
      `Words are written from right to left: ${listed(quoted(texts))}. Lists, tables and boxes around them are not mirrored.`,
    fix: 'Have a reader of the language check this page before you send it.',
  },
  picture: {
    severity: 'error',
    message: (texts) =>
      `The picture ${listed(quoted(texts))} cannot be read. Its alternative text is printed instead.`,
    fix: 'Replace the file with an SVG, PNG or JPEG that opens.',
  },
} as const satisfies Record<Trouble, Kind>;

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

/** Collects what went wrong: one finding for each kind and place, with all texts concerned. */
export class TroubleLog {
  readonly #places = new Map<
    string,
    { readonly kind: Trouble; readonly at: Position | undefined; readonly texts: Set<string> }
  >();

  add(kind: Trouble, text: string, at?: Position): void {
    const key = `${kind}\n${at?.file}:${at?.line}:${at?.column}`;
    let place = this.#places.get(key);
    if (place === undefined) {
      place = { kind, at, texts: new Set() };
      this.#places.set(key, place);
    }
    place.texts.add(text);
  }

  get findings(): readonly Finding[] {
    return [...this.#places.values()].map(({ kind, at, texts }) => {
      const { severity, message, fix } = kinds[kind];
      return { rule: `pdf/${kind}`, severity, message: message([...texts]), fix, ...(at && { at }) };
    });
  }
}
