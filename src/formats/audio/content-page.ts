import { direction } from '../../document/writing-direction.ts';
import type { Script, Segment, SpokenPassage, Utterance } from '../../media/speech/script.ts';
import { type Child, html, x } from './xml.ts';

/**
 * The words as they are spoken: each sentence has the id by which its sound is found. Headings are headings; what else a passage
 * is stands in its class: its kind, `lists-2` for a place in two lists, `table-1 row-2 column-3` for a cell.
 */
export function contentPage({ language, parts }: Script, title: string): Uint8Array {
  const body = parts.map(({ passages }) =>
    x('div', { class: 'part' }, ...passages.map((passage) => passageElement(passage, language))),
  );
  return html(title, language, [], body, direction(language));
}

function passageElement(passage: SpokenPassage, language: string): Child {
  const { kind, level, lists, cell, utterances } = passage;
  const tag = level === undefined ? 'p' : `h${Math.min(level, 6)}`;
  const names = [
    kind,
    ...(lists === undefined ? [] : [`lists-${lists}`]),
    ...(cell === undefined ? [] : [`table-${cell.table}`, `row-${cell.row}`, `column-${cell.column}`]),
  ];
  return x(tag, { class: names.join(' ') }, ...utterances.map((one) => utteranceElement(one, language)));
}

function utteranceElement({ id, segments }: Utterance, language: string): Child {
  return x('span', { id }, ...segments.map((segment) => segmentNode(segment, language)));
}

function segmentNode({ text, language: own, url, isAdded }: Segment, language: string): Child {
  const lang = own === language ? {} : { lang: own, 'xml:lang': own };
  if (isAdded) return x('span', { class: 'added', ...lang }, text);
  if (url !== undefined) return x('a', { href: url, ...lang }, text);
  return own === language ? text : x('span', lang, text);
}
