import type { Document } from '../document/tree.ts';
import { partPairs } from '../wording/parts.ts';
import { recordOf } from '../wording/record.ts';

const width = 118;

/** The records of facts that a layer needs as it stands, as boxes of the source language; the reasons of its own are kept. */
export function easyReadRecord(document: Document): string {
  const boxes = partPairs(document).flatMap((pair) => {
    const entries = recordOf(pair);
    if (entries.length === 0) return [];
    const section = pair.covers.length > 0 ? `section="${pair.covers.join(' ')}" ` : '';
    return [
      `:::facts{${section}why="${reasonOf(document, pair.covers) ?? '…'}"}\n${wrapped(entries)}\n:::\n`,
    ];
  });
  return boxes.join('\n');
}

function reasonOf(document: Document, covers: readonly string[]): string | undefined {
  const record = document.easyRead?.records.find(({ sections }) =>
    covers.length === 0 ? sections.length === 0 : sections.some((id) => covers.includes(id)),
  );
  return record?.why || undefined;
}

/** Entries with `;` between them, in lines that a person can compare. */
function wrapped(entries: readonly string[]): string {
  const lines: string[] = [];
  let line = '';
  for (const entry of entries) {
    if (line !== '' && line.length + entry.length + 2 > width) {
      lines.push(`${line};`);
      line = '';
    }
    line += line === '' ? entry : `; ${entry}`;
  }
  return [...lines, line].join('\n');
}
