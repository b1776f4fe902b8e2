import type { ContainerDirective } from 'mdast-util-directive';
import type { FactsRecord } from '../document/tree.ts';
import { positionOf, type Reader, report } from './reader.ts';

const counted = /^(.*?)\s*\((\d{1,4}) of (\d{1,4})\)$/;

/**
 * Reads `:::facts{section="…" why="…"}`: values with `;` between them, as they stand in the file, so that nothing in an
 * address or a name is taken for a mark. `must (2 of 5)`: the layer has it twice, the report five times.
 */
export function factsRecord(node: ContainerDirective, reader: Reader): FactsRecord {
  const at = positionOf(node, reader);
  const { section, why } = node.attributes ?? {};
  const entries: FactsRecord['entries'][number][] = [];
  const last = (node.position?.end.line ?? at.line) - 1;
  for (let line = at.line + 1; line <= last; line++) {
    const text = reader.lines[line - 1] ?? '';
    let column = 1;
    for (const piece of text.split(';')) {
      const value = piece.trim().replace(/^- /, '');
      const where = { file: at.file, line, column };
      column += piece.length + 1;
      if (value === '') continue;
      const match = counted.exec(value);
      if (match === null) entries.push({ value, told: 0, at: where });
      else entries.push({ value: match[1]!, told: Number(match[2]), of: Number(match[3]), at: where });
    }
  }
  if (!why || entries.length === 0) {
    report(
      reader,
      'facts-incomplete',
      'error',
      why ? 'This record names no fact.' : 'This record of facts gives no reason.',
      'Write :::facts{section="heading-in-small-letters" why="…"}, and in the box the facts with ; between them.',
      at,
    );
  }
  const sections = (section ?? '').split(/[\s,]+/).filter(Boolean);
  return { sections: sections.map((id) => id.replace(/^#/, '')), why: why ?? '', entries, at };
}
