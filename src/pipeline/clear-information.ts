import type { ReadBack } from '../document/passage.ts';
import { bodyReadingOf } from '../document/passages.ts';
import { keyFactsFirst } from '../document/summary-first.ts';
import type { Document } from '../document/tree.ts';
import { plainEnglish } from '../drafting/plain-english.ts';
import type { Finding } from '../kernel/finding.ts';
import { loadTagger, type Tagger } from '../wording/passive.ts';

let tagger: Promise<Tagger> | undefined;

/** What keeps an output that opens with a summary page from being Clear Information: its words, and its first page. */
export async function checkClearInformation(
  document: Document,
  planned: Document,
  readBack: ReadBack,
): Promise<Finding[]> {
  const isEnglish = /^en\b/i.test(document.meta.language);
  if (isEnglish) tagger ??= loadTagger();
  const findings = [...summaryPage(document, planned, readBack)];
  return [...findings, ...plainEnglish(document, isEnglish ? await tagger : undefined)];
}

function* summaryPage(document: Document, planned: Document, readBack: ReadBack): Generator<Finding> {
  if (keyFactsFirst(document.children).facts.length === 0) {
    yield {
      rule: 'clear/no-key-facts',
      severity: 'warning',
      message: 'The summary page has no key facts: the report has none before its second heading.',
      fix: 'Write the most important points as a list in :::key-facts near the start.',
    };
  }
  const end = planned.children.findIndex(({ type }) => type === 'pageBreak');
  const summary = bodyReadingOf({ children: planned.children.slice(0, end), footnotes: [] }).passages;
  const place = readBack.places?.[summary.length - 1];
  if (place === undefined || !('page' in place) || place.page === 1) return;
  yield {
    rule: 'clear/summary-page',
    severity: 'warning',
    message: `The summary takes ${place.page} pages, not one.`,
    fix: 'Shorten the key facts, or tell fewer of them.',
    outputAt: place,
  };
}
