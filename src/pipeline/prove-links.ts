import type { ReadBack } from '../document/passage.ts';
import type { Reading } from '../document/passages.ts';
import { wordsOf } from '../document/tokens.ts';
import type { Finding } from '../kernel/finding.ts';
import { align } from './align.ts';
import { doNotPublish, shorten } from './proof-words.ts';

/** Links must come in order; extra ones (contents, other formats) are no loss. Gives back how many are as they should be. */
export function proveLinks(expected: Reading, actual: ReadBack, findings: Finding[]): number {
  const key = (link: { readonly text: string; readonly url: string }) =>
    link.url.startsWith('#') ? `# ${wordsOf(link.text).join(' ')}` : link.url;
  const pairs = align(expected.links.map(key), actual.links.map(key));
  const there = new Set(pairs.map(([index]) => index));
  const found = new Set(there);
  for (const [from, to] of pairs) {
    const link = expected.links[from]!;
    const words = actual.links[to]!.text;
    if (wordsOf(link.text).join(' ') === wordsOf(words).join(' ')) continue;
    found.delete(from);
    findings.push({
      rule: 'fidelity/link-words',
      severity: 'error',
      message: `The link to ${link.url} has other words: "${shorten(words.split(' '))}", not "${shorten(link.text.split(' '))}".`,
      fix: doNotPublish,
      ...(link.at && { at: link.at }),
    });
  }
  expected.links.forEach((link, index) => {
    if (there.has(index)) return;
    findings.push({
      rule: 'fidelity/link-lost',
      severity: 'error',
      message: `The link "${shorten(link.text.split(' '))}" to ${link.url} is not in the output, or not in its place.`,
      fix: doNotPublish,
      ...(link.at && { at: link.at }),
    });
  });
  return found.size;
}
