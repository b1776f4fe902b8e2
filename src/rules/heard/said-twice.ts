import type { HeardLine, HeardPage } from '../../kernel/heard-page.ts';
import type { HeardFault, HeardRule } from './heard-rule.ts';
import { folded, quoted, wordsOfLine } from './words.ts';

/** Fewer words may well be said twice in a row, such as "Yes". */
const leastWords = 2;

export const saidTwice: HeardRule = {
  id: 'heard/said-twice',
  severity: 'warning',
  fix: 'Say it once: alt="" where the words stand beside the picture, no aria-label that repeats the heading after it.',
  faults,
};

function* faults({ lines }: HeardPage): Generator<HeardFault> {
  const words = lines.map((line) => folded(wordsOfLine(line)));
  for (const [at, line] of lines.entries()) {
    if (words[at] === '') continue;
    for (const part of line.parts) {
      if (part.sign !== 'alt' && part.sign !== 'name') continue;
      const name = folded(part.text);
      const beside = [wordsBeside(line, part), at > 0 ? words[at - 1] : '', nextWords(words, at)];
      if (name !== '' && beside.includes(name))
        yield {
          said: `${quoted(part.text)} is heard twice, as a name and as words`,
          selector: line.selector,
        };
    }
    const next = lines[at + 1];
    const isRepeated = next !== undefined && words[at] === words[at + 1] && !line.inTable && !hasName(line);
    if (isRepeated && words[at]!.split(' ').length >= leastWords && !hasName(next))
      yield { said: `${quoted(wordsOfLine(line))} is heard twice in a row`, selector: next.selector };
  }
}

function hasName({ parts }: HeardLine): boolean {
  return parts.some(({ sign }) => sign === 'alt' || sign === 'name');
}

function wordsBeside(line: HeardLine, part: HeardLine['parts'][number]): string {
  return folded(wordsOfLine({ ...line, parts: line.parts.filter((one) => one !== part) }));
}

/** The words of the next stop that has any. */
function nextWords(words: readonly string[], at: number): string {
  return words.slice(at + 1, at + 3).find((one) => one !== '') ?? '';
}
