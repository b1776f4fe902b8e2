import { PDFDocument } from 'pdf-lib';
import { readTagTree, type TagNode, type TagText } from '../../src/media/pages/reading/structure-reader.ts';

/** The structure tree as text: one line an element, with what it says and what a reader is told beside it. */
export async function tagsOf(
  bytes: Uint8Array,
): Promise<{ readonly text: string; readonly untagged: string }> {
  const { root, untagged } = readTagTree(await PDFDocument.load(bytes, { updateMetadata: false }));
  const lines: string[] = [];
  for (const kid of root?.kids ?? []) addLines(kid, 0, lines);
  return { text: `${lines.join('\n')}\n`, untagged };
}

function addLines(node: TagNode | TagText, depth: number, lines: string[]): void {
  const indent = '  '.repeat(depth);
  if ('text' in node) {
    lines.push(`${indent}"${node.text}"`);
    return;
  }
  const notes = [
    node.alt !== undefined && `Alt "${node.alt}"`,
    node.url !== undefined && `to ${node.url}`,
    node.columnSpan > 1 && `over ${node.columnSpan} columns`,
  ].filter(Boolean);
  lines.push(`${indent}${node.type}${notes.length > 0 ? ` (${notes.join(', ')})` : ''}`);
  for (const kid of node.kids) addLines(kid, depth + 1, lines);
}
