/** A piece of a drawing's source, with where it starts and ends. */
export type SvgPart = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'open'; readonly name: string; readonly attributes: string; readonly isEmpty: boolean }
  | { readonly kind: 'close' }
  | { readonly kind: 'text'; readonly text: string }
);

const pieces =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)([\w:.-]+)((?:"[^"]*"|'[^']*'|[^'">])*)>|([^<]+)/g;

/** Goes through elements and text; comments and instructions are stepped over. */
export function* svgParts(source: string): Iterable<SvgPart> {
  for (const match of source.matchAll(pieces)) {
    const [whole, data, end, name, attributes = '', text] = match;
    const place = { start: match.index, end: match.index + whole.length };
    if (text !== undefined || data !== undefined) yield { ...place, kind: 'text', text: data ?? text ?? '' };
    else if (name === undefined) continue;
    else if (end) yield { ...place, kind: 'close' };
    else yield { ...place, kind: 'open', name, attributes, isEmpty: attributes.endsWith('/') };
  }
}

const attribute = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

export function attributesOf(text: string): ReadonlyMap<string, string> {
  const out = new Map<string, string>();
  for (const [, name = '', double, single] of text.matchAll(attribute))
    out.set(name, decoded(double ?? single ?? ''));
  return out;
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** The characters that references stand for. Unknown ones stay as they are. */
export function decoded(text: string): string {
  return text.replace(
    /&(?:#(\d+)|#x([\da-fA-F]+)|(\w+));/g,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return named[name] ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}
