import type { LinkText } from '../../document/passage.ts';
import { fold } from '../../document/text.ts';
import { type BrailleCode, readCells } from '../../media/braille/braille-code.ts';
import { readingMarks } from '../../media/braille/reading-marks.ts';
import { withRaised } from './with-raised.ts';
import type { Words } from './words.ts';

/** A run of braille as print. */
export interface ReadText {
  /** Words of the transcriber at the start, in small letters: the name of a part. */
  readonly note?: string;
  /** Without the transcriber's words, addresses of links, and numbers of footnotes. */
  readonly text: string;
  /** Bold words at the start, up to their colon. */
  readonly term?: { readonly text: string; readonly rest: string };
  readonly links: readonly LinkText[];
}

const { noteOpen, noteClose, underlineOn, underlineOff, boldOn, boldOff, raised } = readingMarks;
const bold = new RegExp(`[${boldOn}${boldOff}]`, 'g');
const note = new RegExp(`${noteOpen}([^${noteOpen}${noteClose}]*)${noteClose}`, 'g');
const firstNote = new RegExp(`^${noteOpen}([^${noteOpen}${noteClose}]*)${noteClose} ?`);
/** One word after another, each with its own sign, is one link. */
const joined = new RegExp(`${underlineOff} ${underlineOn}`, 'g');
const termAtStart = new RegExp(
  `^(${boldOn}[^${boldOn}${boldOff}]*${boldOff}(?: ${boldOn}[^${boldOn}${boldOff}]*${boldOff})*)(.*)$`,
  's',
);
const footnote = new RegExp(
  `(?<=[^\\s])(?<!(?:^|[^\\p{L}])(?:m|cm|mm|km|CO))(?:${raised}\\d+)+(?=$|[\\s${underlineOff}${boldOff}${noteClose}])`,
  'gu',
);

export function readText(cells: string, code: BrailleCode, words: Words): ReadText {
  const raw = readCells(code, cells).replace(footnote, '');
  const first = firstNote.exec(raw);
  const rest = first === null ? raw : raw.slice(first[0].length);
  const named = new Map(Object.entries(words.signs).map(([sign, name]) => [name, sign]));
  const told = rest.replace(note, (_, text: string) => named.get(text) ?? ' ');
  const links: LinkText[] = [];
  const termParts = termAtStart.exec(told);
  const text = takeLinks(told.replace(bold, ''), links);
  const term = termParts && {
    text: fold(takeLinks(termParts[1]!.replace(bold, ''), [])).replace(/:$/, ''),
    rest: fold(takeLinks(termParts[2]!.replace(bold, ''), [])),
  };
  const own = first !== null && named.has(first[1]!) ? named.get(first[1]!)! : undefined;
  return {
    ...(first !== null && own === undefined && { note: first[1]!.toLowerCase() }),
    text: fold(own === undefined ? text : `${own} ${text}`),
    ...(term && { term }),
    links,
  };
}

const span = new RegExp(
  `${underlineOn}([^${underlineOn}${underlineOff}]*)${underlineOff}(?: \\(([^\\s()]*(?:\\([^\\s()]*\\)[^\\s()]*)*)\\))?|(?<![^\\s(])((?:https?://|www\\.)[^\\s${underlineOn}]+?|[^\\s@()${underlineOn}]+@[^\\s@()${underlineOn}]+?\\.[\\p{L}\\p{N}-]+|\\+?\\d[\\d -]{8,}\\d)(?=[.,;:)!?]*(?:\\s|$))`,
  'gu',
);
const address = /^(?:[a-z][a-z0-9+.-]*:|[^\s@]+@[^\s@]+\.[^\s@]+$|www\.|\/|\.{1,2}\/|[\w-]+\.[\w./-]+)/i;

/** Takes the addresses of links out of a text, and collects the links. */
function takeLinks(text: string, links: LinkText[]): string {
  const out = text
    .replace(joined, ' ')
    .replace(
      span,
      (found, words: string | undefined, shown: string | undefined, bare: string | undefined) => {
        if (words === undefined) {
          const plain = bare!;
          links.push({ text: fold(plain), url: urlOf(plain) });
          return found;
        }
        const clean = fold(withRaised(words).replace(/[.,;:]+$/, ''));
        if (shown !== undefined && address.test(shown)) {
          links.push({
            text: clean,
            url: shown.includes('@') && !/[:/]/.test(shown) ? `mailto:${shown}` : shown,
          });
          return words;
        }
        const inside = /(?:https?:\/\/\S+|[^\s@]+@[^\s@]+\.[\p{L}\p{N}-]+)/u.exec(clean)?.[0];
        links.push({ text: clean, url: inside ? urlOf(inside) : `#${clean}` });
        return words + (shown === undefined ? '' : ` (${shown})`);
      },
    );
  return withRaised(out).replace(/[\ue000-\ue005\ue007\ue008]/g, '');
}

function urlOf(text: string): string {
  if (/^\+?\d[\d -]+$/.test(text)) return `tel:${text.replace(/[ -]/g, '')}`;
  if (text.includes('@') && !text.includes('/')) return `mailto:${text}`;
  return text;
}
