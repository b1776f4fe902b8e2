import type { Finding } from '../../kernel/finding.ts';

/** Words, one entry for each place, that did not read as themselves as the engine wrote them. */
export interface Mended {
  /** Written in another way, which reads right. */
  readonly rewritten: readonly string[];
  /** No way of writing them reads right: they are missing. */
  readonly unwritten: readonly string[];
}

/** Tells which words are not as the engine writes them, each word once with how often it stands there. */
export function mendedFindings({ rewritten, unwritten }: Mended, engine: string): Finding[] {
  const findings: Finding[] = [];
  if (unwritten.length > 0) {
    findings.push({
      rule: 'braille/unwritten-word',
      severity: 'error',
      message: `No way of writing ${places(unwritten)} in braille reads as the print, so the braille lacks: ${counted(unwritten)}.`,
      fix: 'Write the words in another way, or have a transcriber write these places.',
    });
  }
  if (rewritten.length > 0) {
    findings.push({
      rule: 'braille/rewritten-word',
      severity: 'person',
      message: `Our reader could not read what ${engine} wrote for ${places(rewritten)}. Written in another way, mostly with fewer contractions: ${counted(rewritten)}.`,
      fix: 'Ask a person who reads braille whether these words are written as readers expect. Their letters are read back and right.',
    });
  }
  return findings;
}

function places(words: readonly string[]): string {
  return words.length === 1 ? 'one word' : `${words.length} words`;
}

function counted(words: readonly string[]): string {
  const times = new Map<string, number>();
  for (const word of words) times.set(word, (times.get(word) ?? 0) + 1);
  return [...times].map(([word, count]) => `"${word}"${count > 1 ? ` (${count} times)` : ''}`).join(', ');
}
