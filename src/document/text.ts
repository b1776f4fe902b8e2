import type { TextRun } from './language-runs.ts';
import type { Inline } from './tree.ts';

/** The words of inline content: alt text of pictures, the short form of abbreviations, nothing for footnote references. */
export function textOf(nodes: readonly Inline[]): string {
  let out = '';
  for (const node of nodes) out += textOfOne(node);
  return out;
}

function textOfOne(node: Inline): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'abbreviation':
      return node.value;
    case 'image':
      return node.alt;
    case 'break':
      return ' ';
    case 'footnoteReference':
      return '';
    case 'emphasis':
    case 'strong':
    case 'delete':
    case 'link':
    case 'languageSpan':
      return textOf(node.children);
    default:
      return node satisfies never;
  }
}

/** The words of inline content as `textOf` tells them, with the languages that its parts are marked with. */
export function textRunsOf(nodes: readonly Inline[], lang: string | undefined): TextRun[] {
  const runs: TextRun[] = [];
  const add = (inside: readonly Inline[], outer: string | undefined): void => {
    for (const node of inside) {
      if (node.type === 'languageSpan') add(node.children, node.lang);
      else if ('children' in node) add(node.children, outer);
      else runs.push({ text: textOfOne(node), lang: outer });
    }
  };
  add(nodes, lang);
  return runs;
}

/** Words that announce what follows them: at the foot of a page they would be lost. */
export function announces(nodes: readonly Inline[]): boolean {
  return textOf(nodes).trimEnd().endsWith(':');
}

/** White space folded to single spaces, none at the ends. */
export function fold(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
