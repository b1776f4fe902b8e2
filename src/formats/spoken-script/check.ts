import type { Finding } from '../../kernel/finding.ts';
import type { Output } from '../../kernel/output.ts';
import { sayingLine, sentenceLine } from './line.ts';
import { readWords } from './read-words.ts';

const fix = 'This is a fault of allformats, not of the report. Please report it; do not publish this file.';

/** The sentences are counted without a gap, and what is told of how words are said is of the sentence above. */
export async function checkSpokenScript(outputs: readonly Output[]): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  const tell = (rule: string, message: string): void => {
    findings.push({ rule, severity: 'error', message, fix });
  };
  let count = 0;
  let sentence = '';
  for (const line of outputs.flatMap(({ bytes }) => new TextDecoder().decode(bytes).split('\n'))) {
    const spoken = sentenceLine.exec(line)?.groups;
    const saying = sayingLine.exec(line)?.groups;
    if (spoken !== undefined) {
      count++;
      if (Number(spoken.number) !== count)
        tell('script/numbers', `Sentence ${spoken.number} stands where ${count} is due.`);
      count = Number(spoken.number);
      sentence = tight(readWords(spoken.words ?? '').said);
    } else if (saying !== undefined && !sentence.includes(tight(saying.written ?? '')))
      tell('script/said', `Sentence ${count} has no "${saying.written}".`);
  }
  if (count === 0) tell('script/numbers', 'The script has no sentence.');
  return findings;
}

function tight(text: string): string {
  return text.replace(/\s+/gu, '');
}
