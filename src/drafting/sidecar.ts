import type { DraftLayer } from './draft-layer.ts';

/** The draft in the source language, without records of facts: they are made when it has been read back. */
export function sidecarOf({ about, parts, contact, glossary }: DraftLayer): string {
  const boxes: string[] = [];
  const box = (
    covers: string,
    title: string,
    ideas: readonly { readonly text: string; readonly picture?: string }[],
  ) => {
    const lines = ideas.map(({ text, picture }) =>
      picture ? `:pic[${picture}] ${escaped(text)}` : escaped(text),
    );
    boxes.push(
      [`:::easy-read${covers ? `{covers="${covers}"}` : ''}`, `## ${escaped(title)}`, ...lines]
        .join('\n\n')
        .replace('\n\n##', '\n##') + '\n:::\n',
    );
  };
  box('', 'About this document', about);
  for (const { section, title, points } of parts) {
    const ideas = points.flatMap((point) => point.ideas);
    if (ideas.length > 0) box(section, title, ideas);
    else boxes.push(`:::left-out{section="${section}" why="…"}\n:::\n`);
  }
  if (contact.length > 0) box('', 'How to contact us', contact);
  if (glossary.length > 0) {
    boxes.push(
      `:::glossary\n${glossary.map(({ term, meaning }) => `- ${escaped(term)}: ${escaped(meaning)}`).join('\n')}\n:::\n`,
    );
  }
  return boxes.join('\n');
}

/** Marks of Markdown as plain characters. */
function escaped(text: string): string {
  return text
    .replace(/[\\*_`[\]<>|~]/g, (mark, at: number) =>
      mark === '_' && /\S*@/.test(text.slice(at).split(' ')[0]!) ? mark : `\\${mark}`,
    )
    .replace(/:(?=\p{L})(?!\/\/)/gu, '\\:')
    .replace(/^(#{1,6}|[-+]|>)(?=\s)/, '\\$1')
    .replace(/^(\d+)([.)])(?=\s)/, '$1\\$2');
}
