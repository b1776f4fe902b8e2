import type { LinkText, Passage, PassageKind, ReadBack } from '../../document/passage.ts';
import { fold } from '../../document/text.ts';
import type { Output } from '../../kernel/output.ts';
import { kindSigns, sayingLine, sentenceLine } from './line.ts';
import { readWords } from './read-words.ts';

interface Open {
  readonly kind: PassageKind;
  readonly more: Partial<Passage>;
  text: string;
}

const kindOf = new Map<string, PassageKind>(
  Object.entries(kindSigns).map(([kind, sign]) => [sign, kind as PassageKind]),
);

/** Reads the lines of sentences; what stands in square brackets is the voice's own. */
export async function readBackSpokenScript(outputs: readonly Output[]): Promise<ReadBack> {
  const passages: Open[] = [];
  const links: { text: string; readonly url: string }[] = [];
  let open: Open | undefined;
  let goesOn = false;
  for (const line of outputs.flatMap(({ bytes }) => new TextDecoder().decode(bytes).split('\n'))) {
    if (sayingLine.test(line)) continue;
    const found = sentenceLine.exec(line)?.groups;
    if (found === undefined) {
      open = undefined;
      continue;
    }
    const read = readWords(found.words ?? '');
    if (open === undefined || isStart(found)) {
      goesOn = false;
      open = start(found);
      passages.push(open);
    }
    open.text += ` ${read.text}`;
    for (const [index, link] of read.links.entries()) {
      const last = links.at(-1);
      if (index === 0 && goesOn && link.isFirst && last?.url === link.url) last.text += ` ${link.text}`;
      else links.push({ text: link.text, url: link.url });
    }
    goesOn = read.links.at(-1)?.isLast ?? false;
    // The announcement stands directly above what it announces.
    if (read.text.trim() === '') open = undefined;
  }
  const terms = new Set(passages.filter((_, index) => passages[index + 1]?.kind === 'definition'));
  return {
    passages: passages.map((one) => passageOf(one, terms.has(one))).filter(({ text }) => text !== ''),
    links: links.map(({ text, url }): LinkText => ({ text: fold(text), url })),
  };
}

type Groups = Readonly<Record<string, string | undefined>>;

function isStart({ depth, sign, table }: Groups): boolean {
  return depth !== undefined || sign !== undefined || table !== undefined;
}

function start({ indent = '', depth, sign, table, row, column }: Groups): Open {
  const lists = indent.length / 2;
  const more = {
    ...(depth !== undefined && { level: depth.length }),
    ...(lists > 0 && { lists }),
    ...(table !== undefined && { cell: { table: Number(table), row: Number(row), column: Number(column) } }),
  };
  const own = sign === undefined ? undefined : kindOf.get(sign);
  return { kind: own ?? (depth === undefined ? 'paragraph' : 'heading'), more, text: '' };
}

function passageOf({ kind, more, text }: Open, isTerm: boolean): Passage {
  return { kind: isTerm && kind === 'paragraph' ? 'term' : kind, text: fold(text), ...more };
}
