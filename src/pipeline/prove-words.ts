import type { Passage } from '../document/passage.ts';
import type { Token } from '../document/tokens.ts';
import type { Finding, Position } from '../kernel/finding.ts';
import type { WordMatch } from './match-words.ts';
import { doNotPublish, mostTold, pleaseReport, shorten } from './proof-words.ts';

/** Shorter runs of words come twice by chance. */
const repeatedFrom = 5;

/** A finding with the word of the output that it is about; -1 where there is none. */
export interface PlacedFinding {
  readonly finding: Finding;
  readonly word: number;
}

/** Words that are lost or added, and declared texts that are missing. `inside` tells what passage of the source a word of the output stands in. */
export function proveWords(match: WordMatch, inside: (word: number) => Passage | undefined): PlacedFinding[] {
  const { source, output, pairs, states } = match;
  const kept = new Map(pairs);
  const lost = runsOf(source, (index) => !kept.has(index));
  const added = runsOf(output, (index) => states[index] === 'added');
  return [
    ...lostFindings(lost, added, kept),
    ...missingFindings(match),
    ...addedFindings(added, source, inside),
  ];
}

interface Run {
  readonly words: readonly string[];
  /** Number of the first word. */
  readonly start: number;
  readonly at?: Position;
}

function runsOf(tokens: readonly Token[], isPart: (index: number) => boolean): Run[] {
  const runs: { words: string[]; start: number; at?: Position }[] = [];
  let open = false;
  tokens.forEach((token, index) => {
    if (!isPart(index)) {
      open = false;
      return;
    }
    if (open) runs.at(-1)!.words.push(token.word);
    else runs.push({ words: [token.word], start: index, ...(token.at && { at: token.at }) });
    open = true;
  });
  return runs;
}

function lostFindings(
  lost: readonly Run[],
  added: readonly Run[],
  kept: ReadonlyMap<number, number>,
): PlacedFinding[] {
  const elsewhere = ` ${added.flatMap((run) => run.words).join(' ')} `;
  const findings = lost.slice(0, mostTold).map((run): PlacedFinding => {
    const moved = elsewhere.includes(` ${run.words.join(' ')} `);
    return {
      finding: {
        rule: moved ? 'fidelity/moved' : 'fidelity/lost',
        severity: 'error',
        message: `${moved ? 'In the output these words stand in another place' : 'These words are not in the output'}: "${shorten(run.words)}".`,
        fix: doNotPublish,
        ...(run.at && { at: run.at }),
      },
      // Where it should stand: behind the word before it.
      word: kept.get(run.start - 1) ?? kept.get(run.start + run.words.length) ?? -1,
    };
  });
  if (lost.length > mostTold) findings.push(more('fidelity/lost', 'error', lost.length - mostTold));
  return findings;
}

/** Texts that plan or writer declared: readers need them where they belong. */
function missingFindings({ missing }: WordMatch): PlacedFinding[] {
  const findings = missing.slice(0, mostTold).map(({ text, isMoved, after }): PlacedFinding => {
    const { change } = text;
    const words = change.text.trim();
    const finding: Finding = change.isRequired
      ? {
          rule: 'fidelity/notice-lost',
          severity: 'error',
          message: `The output does not say${isMoved ? ' in its place' : ''}: "${words}"`,
          fix: doNotPublish,
        }
      : {
          rule: 'fidelity/addition-lost',
          severity: 'error',
          message: `${isMoved ? 'This addition does not stand where it belongs' : 'This addition is not in the output, or not whole'}: "${words}". ${change.reason}`,
          fix: doNotPublish,
        };
    return { finding, word: after };
  });
  if (missing.length > mostTold)
    findings.push(more('fidelity/addition-lost', 'error', missing.length - mostTold));
  return findings;
}

/** Added words are a warning; inside a passage of the source, or where they tell a part of it again, a reader is misled. */
function addedFindings(
  added: readonly Run[],
  source: readonly Token[],
  inside: (word: number) => Passage | undefined,
): PlacedFinding[] {
  const findings = added.slice(0, mostTold).map((run): PlacedFinding => {
    const first = run.words.length >= repeatedFrom ? placeOf(run.words, source) : undefined;
    const within = first === undefined ? inside(run.start) : undefined;
    const told = shorten(run.words);
    if (first !== undefined) {
      const message = `The output tells these words again: "${told}".`;
      return { finding: fault('fidelity/repeated', message, first.at), word: run.start };
    }
    if (within !== undefined) {
      const message = `The output has words inside this passage that the source has not: "${told}".`;
      return { finding: fault('fidelity/inserted', message, within.at), word: run.start };
    }
    return {
      finding: {
        rule: 'fidelity/added',
        severity: 'warning',
        message: `The output has words that the source has not: "${told}".`,
        fix: pleaseReport,
      },
      word: run.start,
    };
  });
  if (added.length > mostTold) findings.push(more('fidelity/added', 'warning', added.length - mostTold));
  return findings;
}

function fault(rule: string, message: string, at: Position | undefined): Finding {
  return { rule, severity: 'error', message, fix: doNotPublish, ...(at && { at }) };
}

function placeOf(words: readonly string[], source: readonly Token[]): Token | undefined {
  return source.find((_, start) => words.every((word, index) => source[start + index]?.word === word));
}

function more(rule: string, severity: Finding['severity'], count: number): PlacedFinding {
  return {
    finding: { rule, severity, message: `There are ${count} more such places.`, fix: 'See the first ones.' },
    word: -1,
  };
}
