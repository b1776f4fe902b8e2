import { version } from '../kernel/version.ts';
import { escapeXml } from './escape.ts';
import type { Coded, Token } from './tokens.ts';
import type { Exported, ExportHead } from './write-xliff.ts';

/** TMX 1.4b of what is translated: the memory that translators load before they begin. */
export function writeTmx(head: ExportHead, units: readonly Exported[]): string {
  const [from, to] = [escapeXml(head.from), escapeXml(head.to)];
  const entries = units.flatMap(({ unit, target }) => {
    if (target === undefined) return [];
    return [
      `    <tu tuid="${escapeXml(unit.id)}">`,
      `      <tuv xml:lang="${from}"><seg>${segmentOf(unit.source, unit.source.tokens)}</seg></tuv>`,
      `      <tuv xml:lang="${to}"><seg>${segmentOf(unit.source, target)}</seg></tuv>`,
      '    </tu>',
    ];
  });
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<tmx version="1.4">',
    `  <header creationtool="allformats" creationtoolversion="${version}" segtype="block" o-tmf="XLIFF" adminlang="en" srclang="${from}" datatype="xml"/>`,
    '  <body>',
    ...entries,
    '  </body>',
    '</tmx>',
  ];
  return `${lines.join('\n')}\n`;
}

function segmentOf({ codes }: Coded, tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      switch (token.kind) {
        case 'text':
          return escapeXml(token.value);
        case 'open':
          return `<bpt i="${token.id}" x="${token.id}" type="${codes.get(token.id)?.type ?? 'other'}"/>`;
        case 'close':
          return `<ept i="${token.id}"/>`;
        case 'alone':
          return `<ph x="${token.id}" type="${codes.get(token.id)?.type ?? 'other'}"/>`;
        default:
          return token satisfies never;
      }
    })
    .join('');
}
