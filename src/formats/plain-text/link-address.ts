import type { Inline } from '../../document/tree.ts';
import type { LinkTarget } from '../../media/lines/link-targets.ts';
import { literal, signs } from './characters.ts';
import type { Grammar } from './grammar.ts';
import type { PlainTextOptions } from './options.ts';

export interface TextContext {
  readonly characters: PlainTextOptions['characters'];
  readonly grammar: Grammar;
  readonly targets: ReadonlyMap<string, LinkTarget>;
}

/** A number in the United Kingdom or with its country. */
export const telephone = /^(?:\+|0)\d(?:[ -]?\d){8,}$/;

/** Mail programs and telephones make a link of such words by themselves. */
export function showsAddress(words: string, url: string): boolean {
  if (/^https?:\/\/[^\s[\]\\]+$/.test(words)) return words === url;
  if (/^[^\s[\]\\@:]+@[^\s[\]\\@:]+\.[^\s[\]\\@:]*[\p{L}\p{N}]$/u.test(words))
    return `mailto:${words}` === url;
  return telephone.test(words) && url === `tel:${words.replace(/[ -]/g, '')}`;
}

/** Nothing that a program could take for a part of the address, or of a longer number, is before or behind it. */
export function standsAlone(words: string, before: string, next: Inline | undefined): boolean {
  const after =
    next === undefined || next.type === 'break' ? '' : next.type === 'text' ? next.value || 'x' : 'x';
  if (/[^\s(:;,.\ufdd3]$/.test(before) || /^[^\s.,;:!?)]/.test(after)) return false;
  return (
    !telephone.test(words) ||
    !(next?.type === 'break' || /[\d+-][\s\ufdd3]*$/.test(before) || /^\s*(?:[\d(-]|$)/.test(after || 'x'))
  );
}

const quotes = /["“”\n]/g;

/** What stands behind the words of a link. A web address ends with a space, so that programs find its end. */
export function address(url: string, words: string, { targets, characters, grammar }: TextContext): string {
  if (url.startsWith('#')) {
    const see = {
      section: grammar.inline.seeSection,
      table: grammar.inline.seeTable,
      figure: grammar.inline.seeFigure,
    };
    const target = targets.get(decode(url.slice(1)));
    if (target && same(target.words, words)) return `${see[target.kind]} ${grammar.inline.sameName}`;
    const clean = literal(target?.words ?? decode(url.slice(1)), characters)
      .replace(quotes, "'")
      .replaceAll('[', '(')
      .replaceAll(']', ')');
    return `${see[target?.kind ?? 'section']} "${clean.replaceAll('\\', '/')}"`;
  }
  const shown = url.replace(/^mailto:(?=[^:/?#]+@[^/?#]+$)|^tel:(?=\+?\d+$)/, '');
  const safe = shown
    .replace(/[\s\p{Cc}\ufdd0-\ufdef]/gu, (found) => encodeURIComponent(found))
    .replaceAll('[', signs.rawOpen)
    .replaceAll(']', signs.rawClose)
    .replaceAll('\\', signs.rawBackslash);
  return safe + signs.hold;
}

function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
