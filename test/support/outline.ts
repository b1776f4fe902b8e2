import { textOf } from '../../src/document/text.ts';
import type { Block, Cell, Document, Inline } from '../../src/document/tree.ts';
import type { Finding } from '../../src/kernel/finding.ts';

/** A document as an indented outline that a person can review. */
export function outlineOf(document: Document): string {
  const { meta, children, footnotes, abbreviations, easyRead, assets } = document;
  const { places: _, ...details } = meta;
  const lines = [`meta ${JSON.stringify(details)}`];
  addBlocks(children, 0, lines);
  for (const note of footnotes) {
    lines.push(`footnote ${note.number} ${note.id}${place(note.at)}`);
    addBlocks(note.children, 1, lines);
  }
  for (const { short, expansion } of abbreviations) lines.push(`short form ${short}: ${expansion}`);
  if (easyRead) {
    lines.push('easy read');
    addBlocks(easyRead.children, 1, lines);
    for (const { id } of easyRead.covers) lines.push(`  covers ${id}`);
    for (const { id, why } of easyRead.leftOut) lines.push(`  leaves out ${id}: ${why}`);
    for (const { sections, why, entries } of easyRead.records) {
      lines.push(`  facts of ${sections.join(', ') || 'no section'}: ${why}`);
      for (const { value, told, of } of entries) lines.push(`    ${value} (${told} of ${of ?? 'any'})`);
    }
  }
  for (const asset of assets.values()) lines.push(`picture ${asset.src} ${asset.mediaType}`);
  return `${lines.join('\n')}\n`;
}

/** Findings as lines `file:line:column severity rule: message`. */
export function findingLines(findings: readonly Finding[]): string {
  const lines = findings.map(({ at, severity, rule, message }) => {
    const where = at ? `${at.file}:${at.line}:${at.column}` : 'whole document';
    return `${where} ${severity} ${rule}: ${message}\n`;
  });
  return lines.join('');
}

function place(at: Finding['at']): string {
  return at ? ` @${at.line}:${at.column}` : '';
}

function addBlocks(blocks: readonly Block[], depth: number, lines: string[]): void {
  for (const block of blocks) addBlock(block, depth, lines);
}

function addBlock(block: Block, depth: number, lines: string[]): void {
  const add = (text: string, deeper = 0) => lines.push(`${'  '.repeat(depth + deeper)}${text}`);
  const at = place(block.at);
  switch (block.type) {
    case 'heading':
      add(`heading ${block.depth} #${block.id}${at} ${inlines(block.children)}`);
      break;
    case 'paragraph':
      add(`paragraph${at} ${inlines(block.children)}`);
      break;
    case 'idea':
      add(`idea [${block.picture ?? 'no picture'}]${at} ${inlines(block.children)}`);
      break;
    case 'list':
      add(`${block.ordered ? `numbered list from ${block.start}` : 'list'}${at}`);
      for (const item of block.children) {
        add(item.checked === undefined ? 'item' : item.checked ? 'item, done' : 'item, not done', 1);
        addBlocks(item.children, depth + 2, lines);
      }
      break;
    case 'table':
      add(
        `table${block.id ? ` #${block.id}` : ''} "${block.caption ?? ''}" row headers ${block.rowHeaders}${at}`,
      );
      add(`columns ${block.columns.map(cellText).join(' | ')}`, 1);
      for (const group of block.groups) {
        if (group.title) add(`group ${inlines(group.title)}`, 1);
        for (const row of group.rows) {
          add(`row${place(row.at)}`, 1);
          for (const cell of row.cells) {
            add('cell', 2);
            addBlocks(cell.children, depth + 3, lines);
          }
        }
      }
      break;
    case 'figure':
      add(
        `figure${block.id ? ` #${block.id}` : ''} ${block.src}${block.decorative ? ' decorative' : ''}${at}`,
      );
      add(`alt "${block.alt}"`, 1);
      if (block.caption) add(`caption "${block.caption}"`, 1);
      addBlocks(block.description, depth + 1, lines);
      break;
    case 'box':
      add(`box ${block.kind}${block.title ? ` "${block.title}"` : ''}${at}`);
      addBlocks(block.children, depth + 1, lines);
      break;
    case 'blockquote':
      add(`quote${at}`);
      addBlocks(block.children, depth + 1, lines);
      break;
    case 'languagePart':
      add(`language ${block.lang}${at}`);
      addBlocks(block.children, depth + 1, lines);
      break;
    case 'definitionList':
      add(`definitions ${block.kind}${at}`);
      for (const item of block.items) add(`${inlines(item.term)} = ${inlines(item.definition)}`, 1);
      break;
    case 'code':
      add(`code${at} ${JSON.stringify(block.value)}`);
      break;
    case 'thematicBreak':
    case 'pageBreak':
      add(`${block.type}${at}`);
      break;
    default:
      block satisfies never;
  }
}

function cellText(cell: Cell): string {
  return cell.children
    .map((block) => (block.type === 'paragraph' ? textOf(block.children) : block.type))
    .join(' ');
}

function inlines(nodes: readonly Inline[]): string {
  return nodes.map(inline).join('');
}

function inline(node: Inline): string {
  switch (node.type) {
    case 'text':
      return node.value.replace(/\n/g, '⏎');
    case 'emphasis':
    case 'strong':
    case 'delete':
      return `<${node.type}>${inlines(node.children)}</>`;
    case 'inlineCode':
      return `<code>${node.value}</>`;
    case 'link':
      return `<link ${node.url}${node.showUrl ? ' in full' : ''}>${inlines(node.children)}</>`;
    case 'image':
      return `<image ${node.src} "${node.alt}">`;
    case 'abbreviation':
      return `<abbr ${node.expansion}>${node.value}</>`;
    case 'languageSpan':
      return `<lang ${node.lang}>${inlines(node.children)}</>`;
    case 'break':
      return '<break>';
    case 'footnoteReference':
      return `<note ${node.number}>`;
    default:
      return node satisfies never;
  }
}
