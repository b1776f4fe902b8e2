import type { Inline } from '../document/tree.ts';

/** Content of a unit, flat: words, codes that open and close, and codes that stand alone. Ids count from 1 in a unit. */
export type Token =
  | { readonly kind: 'text'; readonly value: string; readonly mark?: 'term' | 'keep' }
  | { readonly kind: 'open' | 'close' | 'alone'; readonly id: string };

/** What stands behind a code. */
export type Code = Exclude<Inline, { readonly type: 'text' | 'abbreviation' }>;

export interface Coded {
  readonly tokens: readonly Token[];
  readonly codes: ReadonlyMap<string, Code>;
}

/** Inline content as tokens. Abbreviations are words marked as terms; words in a language of their own are to be kept. */
export function codedOf(nodes: readonly Inline[]): Coded {
  const tokens: Token[] = [];
  const codes = new Map<string, Code>();
  const add = (inside: readonly Inline[], keep: boolean): void => {
    for (const node of inside) {
      if (node.type === 'text')
        tokens.push({ kind: 'text', value: node.value, ...(keep && { mark: 'keep' }) });
      else if (node.type === 'abbreviation') {
        tokens.push({ kind: 'text', value: node.value, mark: keep ? 'keep' : 'term' });
      } else {
        const id = String(codes.size + 1);
        codes.set(id, node);
        if (!('children' in node)) {
          tokens.push({ kind: 'alone', id });
          continue;
        }
        tokens.push({ kind: 'open', id });
        add(node.children, keep || node.type === 'languageSpan');
        tokens.push({ kind: 'close', id });
      }
    }
  };
  add(nodes, false);
  return { tokens, codes };
}

/** The words alone. */
export function wordsOfTokens(tokens: readonly Token[]): string {
  return tokens
    .map((token) => (token.kind === 'text' ? token.value : token.kind === 'alone' ? ' ' : ''))
    .join('');
}

/** Two contents with the same key are the same for a translator, however their lines are broken. */
export function keyOfTokens(tokens: readonly Token[]): string {
  const parts = tokens.map((token) => {
    if (token.kind === 'text') return token.value;
    return token.kind === 'open' ? `\u0001${token.id}\u0002` : `\u0001${token.kind[0]}${token.id}\u0002`;
  });
  return parts.join('').replace(/\s+/gu, ' ').trim();
}

/**
 * Puts the nodes behind the codes of `source` around the words of a translation. Where a code is lost, doubled, unknown or
 * crosses another one, the answer is a sentence about it.
 */
export function inlinesOf(target: readonly Token[], { codes }: Coded): readonly Inline[] | string {
  const stack: { id: string; children: Inline[] }[] = [{ id: '', children: [] }];
  const seen = new Set<string>();
  for (const token of target) {
    const top = stack.at(-1)!;
    if (token.kind === 'text') {
      const last = top.children.at(-1);
      if (last?.type === 'text')
        top.children[top.children.length - 1] = { ...last, value: last.value + token.value };
      else if (token.value !== '') top.children.push({ type: 'text', value: token.value });
      continue;
    }
    const node = codes.get(token.id);
    if (token.kind === 'close') {
      if (top.id !== token.id || node === undefined || !('children' in node))
        return `Code ${token.id} ends where another one is open.`;
      stack.pop();
      stack.at(-1)!.children.push({ ...node, children: top.children } as Inline);
      continue;
    }
    if (node === undefined) return `Code ${token.id} is not in the source.`;
    if (seen.has(token.id)) return `Code ${token.id} stands there twice.`;
    if ('children' in node !== (token.kind === 'open'))
      return `Code ${token.id} is of another kind than in the source.`;
    seen.add(token.id);
    if (token.kind === 'open') stack.push({ id: token.id, children: [] });
    else stack.at(-1)!.children.push(node);
  }
  if (stack.length > 1) return `Code ${stack.at(-1)!.id} does not end.`;
  const lost = [...codes].find(([id]) => !seen.has(id));
  if (lost !== undefined) return `Code ${lost[0]} (${nameOfCode(lost[1])}) is lost.`;
  return stack[0]!.children;
}

/** What a code is, for a translator. */
export function nameOfCode(code: Code): string {
  switch (code.type) {
    case 'emphasis':
      return 'emphasis';
    case 'strong':
      return 'bold';
    case 'delete':
      return 'deleted words';
    case 'link':
      return `link to ${code.url}`;
    case 'languageSpan':
      return `words in ${code.lang}`;
    case 'inlineCode':
      return code.value;
    case 'image':
      return `picture ${code.src}`;
    case 'break':
      return 'new line';
    case 'footnoteReference':
      return `footnote ${code.number}`;
    default:
      return code satisfies never;
  }
}
