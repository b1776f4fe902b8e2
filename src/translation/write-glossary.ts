import { fold, textOf } from '../document/text.ts';
import type { Block, Document } from '../document/tree.ts';
import { visitBlocks } from '../document/visit.ts';
import { escapeXml } from './escape.ts';
import { plainLine } from './write-po.ts';
import type { Exported, ExportHead } from './write-xliff.ts';

interface Term {
  readonly term: string;
  readonly meaning: string;
  readonly isShort: boolean;
}

function termsOf(document: Document): Term[] {
  const terms = new Map<string, Term>();
  const blocks: readonly Block[] = [...document.children, ...(document.easyRead?.children ?? [])];
  for (const block of visitBlocks(blocks)) {
    if (block.type !== 'definitionList' || block.kind === 'details') continue;
    for (const item of block.items) {
      const [term, meaning] = [fold(textOf(item.term)), fold(textOf(item.definition))];
      if (term !== '' && !terms.has(term))
        terms.set(term, { term, meaning, isShort: block.kind === 'abbreviations' });
    }
  }
  return [...terms.values()];
}

/** TBX (ISO 30042:2019, TBX-Basic) of the words and abbreviations that a report explains, with the translations that are known. */
export function writeTbx(head: ExportHead, document: Document, units: readonly Exported[]): string {
  const known = new Map(
    units.flatMap(({ unit, target }) =>
      target !== undefined && (unit.kind === 'term' || unit.kind === 'meaning')
        ? [[`${unit.kind} ${plainLine(unit.source.tokens)}`, plainLine(target)] as const]
        : [],
    ),
  );
  const section = (lang: string, term: string, meaning: string, isShort: boolean) => [
    `        <langSec xml:lang="${escapeXml(lang)}">`,
    `          <descrip type="definition">${escapeXml(meaning)}</descrip>`,
    '          <termSec>',
    `            <term>${escapeXml(term)}</term>`,
    `            <termNote type="termType">${isShort ? 'acronym' : 'fullForm'}</termNote>`,
    '          </termSec>',
    '        </langSec>',
  ];
  const entries = termsOf(document).flatMap(({ term, meaning, isShort }, index) => {
    const [told, toldMeaning] = [known.get(`term ${term}`), known.get(`meaning ${meaning}`)];
    return [
      `      <conceptEntry id="c${index + 1}">`,
      ...section(head.from, term, meaning, isShort),
      ...(told === undefined ? [] : section(head.to, told, toldMeaning ?? meaning, isShort)),
      '      </conceptEntry>',
    ];
  });
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<tbx xmlns="urn:iso:std:iso:30042:ed-2" style="dca" type="TBX-Basic" xml:lang="${escapeXml(head.from)}">`,
    '  <tbxHeader>',
    '    <fileDesc>',
    '      <sourceDesc>',
    `        <p>${escapeXml(head.original)}</p>`,
    '      </sourceDesc>',
    '    </fileDesc>',
    '  </tbxHeader>',
    '  <text>',
    '    <body>',
    ...entries,
    '    </body>',
    '  </text>',
    '</tbx>',
  ];
  return `${lines.join('\n')}\n`;
}
