import type { BrailleCode } from '../../media/braille/braille-code.ts';
import { cells } from '../../media/braille/cells.ts';
import { digitsOf } from './digits-of.ts';
import type { Word } from './word.ts';

const telephone = /^(?:\+|\(?0)[\d ()-]{8,}$/;

/** Puts the signs for emphasis, links and footnotes around the cells. */
export function finish(passage: readonly Word[], made: ReadonlyMap<Word, string>, code: BrailleCode): void {
  passage.forEach((word, index) => {
    let out = made.get(word) ?? '';
    const numbers = word.notes.map((note) => cells('#') + digitsOf(note)).join(cells(';9'));
    if (word.notes.length > 0 && !code.isUnifiedEnglish) out += cells(';9') + numbers;
    else if (word.notes.length > 0 && out.endsWith(cells('#b'))) out = out.slice(0, -2) + numbers;
    if (word.given !== undefined) {
      const [before = '', behind = ''] = word.given.split('|');
      out = before + out + behind;
    }
    out = withRun(
      passage,
      index,
      word.emphasis?.run,
      word.emphasis?.kind === 'italic' ? code.italic : '^',
      out,
      runOfEmphasis,
    );
    out = withRun(passage, index, word.link, '_', out, (one) => one.link);
    word.cells = out;
  });
  if (!code.isUnifiedEnglish) return;
  for (const group of telephoneGroups(passage)) {
    const [first, ...rest] = group;
    first!.cells = [first!, ...rest]
      .map((word, index) => (index === 0 ? word.cells! : cells('"') + word.cells!.slice(1)))
      .join('');
    for (const word of rest) word.cells = '';
  }
}

/** Words of one telephone number: one number with spaces in it (6.6 of the rules), which no line parts. */
function telephoneGroups(passage: readonly Word[]): Word[][] {
  const groups: Word[][] = [];
  for (let at = 0; at < passage.length; at++) {
    let end = at;
    while (
      end < passage.length &&
      /^[\d+][\d-]*[.,;:)]?$/.test(passage[end]!.text) &&
      (end === at || !passage[end]!.newLine)
    ) {
      end++;
      if (/[.,;:)]$/.test(passage[end - 1]!.text)) break;
    }
    const group = passage.slice(at, end);
    const text = group
      .map((word) => word.text)
      .join(' ')
      .replace(/[.,;:)]$/, '');
    const even = group.every(
      (word, index) => word.notes.length === 0 && (index === 0 || word.cells!.startsWith(cells('#'))),
    );
    if (group.length > 1 && even && telephone.test(text) && text.replace(/\D/g, '').length >= 9) {
      groups.push(group);
      at = end - 1;
    }
  }
  return groups;
}

const runOfEmphasis = (word: Word) => word.emphasis?.run;

/** RUEB 9: one or two words have a sign each; three or more have one before them and one behind. */
function withRun(
  passage: readonly Word[],
  index: number,
  run: number | undefined,
  kind: string,
  made: string,
  of: (word: Word) => number | undefined,
): string {
  if (run === undefined) return made;
  let from = index;
  while (from > 0 && of(passage[from - 1]!) === run) from--;
  let to = index;
  while (to + 1 < passage.length && of(passage[to + 1]!) === run) to++;
  const count = to - from + 1;
  if (count < 3) return cells(`${kind}1`) + made;
  return (index === from ? cells(`${kind}7`) : '') + made + (index === to ? cells(`${kind}'`) : '');
}
