import { escapeXml } from './escape.ts';
import { protectedParts } from './protected-parts.ts';
import { type Coded, nameOfCode, type Token } from './tokens.ts';
import type { Unit, UnitKind } from './units.ts';

export interface Exported {
  readonly unit: Unit;
  readonly target?: readonly Token[];
  /** How it was told and translated before the source changed. */
  readonly before?: { readonly source: string; readonly target: string };
}

export interface ExportHead {
  /** Name of the report's file. */
  readonly original: string;
  readonly from: string;
  readonly to: string;
  /** Words that stay as they are. */
  readonly keep: readonly string[];
}

export const kindNames: Readonly<Record<UnitKind, string>> = {
  title: 'Title of the report',
  detail: 'Detail from the top of the report',
  heading: 'Heading',
  paragraph: 'Paragraph',
  item: 'Point of a list',
  cell: 'Cell of a table',
  column: 'Name of a column',
  group: 'Title of a group of rows',
  caption: 'Caption',
  alt: 'Description of a picture, for people who do not see it',
  box: 'Title of a box',
  term: 'Word that is explained',
  meaning: 'Meaning of a word',
  footnote: 'Footnote',
  idea: 'Easy Read: one idea, in short and simple words',
};

/** XLIFF 2.1 with inline codes, notes, length limits and terms. The same units give the same bytes. */
export function writeXliff(head: ExportHead, units: readonly Exported[]): string {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:slr="urn:oasis:names:tc:xliff:sizerestriction:2.0" version="2.1" srcLang="${escapeXml(head.from)}" trgLang="${escapeXml(head.to)}">`,
    `  <file id="report" original="${escapeXml(head.original)}" canResegment="no">`,
    '    <slr:profiles generalProfile="xliff:codepoints"/>',
    ...units.flatMap((one) => unitLines(one, head.keep)),
    '  </file>',
    '</xliff>',
  ];
  return `${lines.join('\n')}\n`;
}

function unitLines({ unit, target, before }: Exported, keep: readonly string[]): string[] {
  const { id, kind, section, most, source } = unit;
  const limit = most === undefined ? '' : ` slr:sizeRestriction="${most}"`;
  const note = (category: string, text: string) =>
    `        <note category="${category}">${escapeXml(text)}</note>`;
  const state = target === undefined ? 'initial' : 'translated';
  return [
    `    <unit id="${escapeXml(id)}" name="${kind}"${limit}>`,
    '      <notes>',
    note('kind', `${kindNames[kind]}${most === undefined ? '' : `, at most ${most} characters`}`),
    note('section', section),
    ...(before ? [note('source-before', before.source), note('target-before', before.target)] : []),
    '      </notes>',
    `      <segment state="${state}">`,
    `        <source xml:space="preserve">${contentOf(source, source.tokens, keep)}</source>`,
    ...(target === undefined
      ? []
      : [`        <target xml:space="preserve">${contentOf(source, target, keep)}</target>`]),
    '      </segment>',
    '    </unit>',
  ];
}

function contentOf({ codes }: Coded, tokens: readonly Token[], keep: readonly string[]): string {
  let marks = 0;
  const mark = (text: string, kind: 'term' | 'keep') => {
    marks++;
    const what = kind === 'term' ? 'type="term"' : 'translate="no"';
    return `<mrk id="m${marks}" ${what}>${escapeXml(text)}</mrk>`;
  };
  return tokens
    .map((token) => {
      if (token.kind === 'text') {
        if (token.mark !== undefined) return mark(token.value, token.mark);
        return protectedParts(token.value, keep)
          .map(({ text, isKept }) => (isKept ? mark(text, 'keep') : escapeXml(text)))
          .join('');
      }
      if (token.kind === 'close') return '</pc>';
      const code = codes.get(token.id)!;
      const name = `id="${token.id}"${typeOf(code.type)}`;
      const shown = escapeXml(nameOfCode(code));
      // Codes come back once each: XLIFF 2.1, canDelete and canCopy.
      const rules = 'canCopy="no" canDelete="no"';
      return token.kind === 'open'
        ? `<pc ${name} ${rules} dispStart="${shown}">`
        : `<ph ${name} ${rules} disp="${shown}"/>`;
    })
    .join('');
}

function typeOf(type: string): string {
  if (type === 'strong') return ' type="fmt" subType="xlf:b"';
  if (type === 'emphasis') return ' type="fmt" subType="xlf:i"';
  if (type === 'break') return ' type="fmt" subType="xlf:lb"';
  if (type === 'delete') return ' type="fmt"';
  if (type === 'link') return ' type="link"';
  if (type === 'image') return ' type="image"';
  return ' type="other"';
}
