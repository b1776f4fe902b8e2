import type { Passage, ReadBack } from '../document/passage.ts';
import type { Reading } from '../document/passages.ts';
import { seen, wordsOf } from '../document/tokens.ts';
import type { DeclaredChange } from '../kernel/change.ts';
import type { TalePart, TaleRow, TaleSide } from '../kernel/proof-tale.ts';
import { matchWords } from './match-words.ts';
import { proveStructure, roleOf } from './prove-structure.ts';

/** The passages of source and output side by side in the order of the source, every word with what became of it. */
export function tellProof(
  expected: Reading,
  actual: ReadBack,
  changes: readonly DeclaredChange[],
  planned?: Reading,
): TaleRow[] {
  const source = expected.passages;
  const output = actual.passages;
  const { pairs, states } = matchWords(source, planned?.passages, output, changes);
  const { partner, wrong } = proveStructure(source, output, pairs);
  const kept = new Set(pairs.map(([index]) => index));
  const sourceSides = sides(source, (index) => (kept.has(index) ? 'same' : 'lost'));
  const outputSides = sides(output, (index) => states[index]!);
  const taken = new Set(partner);
  const rows: TaleRow[] = [];
  let next = 0;
  const until = (end: number) => {
    for (; next < end; next++) if (!taken.has(next)) rows.push({ output: outputSides[next]! });
  };
  const shown = new Set<number>();
  source.forEach((passage, index) => {
    const other = partner[index]!;
    if (other >= 0) until(other);
    const fault = wrong[index];
    rows.push({
      source: sourceSides[index]!,
      ...(other >= 0 && !shown.has(other) && { output: outputSides[other]! }),
      ...(passage.at && { line: passage.at.line }),
      ...(fault && { wrong: fault.message }),
    });
    shown.add(other);
  });
  until(output.length);
  return rows;
}

/** Each passage as runs of words of one state; what stands between words goes with the word before it. */
function sides(passages: readonly Passage[], stateOf: (word: number) => TalePart['state']): TaleSide[] {
  let number = 0;
  return passages.map((passage) => {
    const text = seen(passage.text);
    const parts: { text: string; state: TalePart['state'] }[] = [];
    let from = 0;
    let at = 0;
    for (const word of wordsOf(passage.text)) {
      const start = text.indexOf(word, at);
      const state = stateOf(number++);
      at = start + word.length;
      const last = parts.at(-1);
      if (last === undefined) parts.push({ text: '', state });
      else if (last.state !== state) {
        last.text += text.slice(from, start);
        from = start;
        parts.push({ text: '', state });
      }
    }
    const last = parts.at(-1);
    if (last) last.text += text.slice(from);
    else parts.push({ text, state: 'same' });
    return { role: roleOf(passage), parts };
  });
}
