import type { Document } from '../document/tree.ts';
import { partPairs } from '../wording/parts.ts';
import { recordOf } from '../wording/record.ts';

const width = 118;

/** The records of facts that a layer needs as it stands, as boxes of the source language; the reasons of its own are kept. */
export function easyReadRecord(document: Document): string {
  const boxes = partPairs(document).flatMap((pair) => {
    const entries = recordOf(pair);
    // A part without a heading that covers nothing has no name: a record cannot speak of it.
    if (entries.length === 0 || pair.key.length === 0) return [];
    const section = `section="${pair.key.join(' ')}"`;
    return [`:::facts{${section} why="${reasonOf(document, pair.key) ?? '…'}"}\n${wrapped(entries)}\n:::\n`];
  });
  return boxes.join('\n');
}

function reasonOf(document: Document, key: readonly string[]): string | undefined {
  return (
    document.easyRead?.records.find(({ sections }) => sections.some((id) => key.includes(id)))?.why ||
    undefined
  );
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
