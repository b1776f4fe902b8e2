import type { Finding } from '../../kernel/finding.ts';
import type { Output } from '../../kernel/output.ts';
import { type OpenBook, openBook, UnreadableBook } from '../../media/epub/open-book.ts';
import { conformance } from '../../media/epub/package-document.ts';
import type { EpubOptions } from './options.ts';

type Fault = Pick<Finding, 'rule' | 'message'>;

const fix = 'This is a fault of allformats, not of the report. Please report it; do not publish this file.';

/** Opens the finished book: what its metadata say besides what the proof compares. EPUB Accessibility 1.1, sections 2 and 3.5. */
export async function checkEpub(
  outputs: readonly Output[],
  { certifiedBy }: EpubOptions,
): Promise<readonly Finding[]> {
  const faults: Fault[] = [];
  for (const { bytes } of outputs) {
    try {
      faults.push(...faultsOf(await openBook(bytes), certifiedBy));
    } catch (error) {
      if (!(error instanceof UnreadableBook)) throw error;
      faults.push({ rule: 'epub/unreadable', message: `The e-book cannot be opened: ${error.message}.` });
    }
  }
  return faults.map(({ rule, message }): Finding => ({ rule, severity: 'error', message, fix }));
}

function faultsOf(book: OpenBook, certifiedBy: string | undefined): Fault[] {
  const faults: Fault[] = [];
  const of = (wanted: string) =>
    book.properties.filter(({ name }) => name === wanted).map(({ value }) => value);
  if (of('schema:accessibilitySummary').join('') === '') {
    faults.push({
      rule: 'epub/summary',
      message: 'The metadata do not say in words who can use the e-book.',
    });
  }
  const claimed = of('dcterms:conformsTo');
  if (claimed.length > 0 && (certifiedBy === undefined || !of('a11y:certifiedBy').includes(certifiedBy))) {
    const message = `The metadata claim "${claimed[0]}", and nobody vouches for it.`;
    faults.push({ rule: 'epub/conformance', message });
  }
  if (certifiedBy !== undefined && !claimed.includes(conformance)) {
    const message = `The metadata do not say "${conformance}", which ${certifiedBy} has checked.`;
    faults.push({ rule: 'epub/conformance', message });
  }
  if (book.entries[0] !== 'mimetype') {
    faults.push({ rule: 'epub/container', message: 'The first file in the e-book is not its media type.' });
  }
  return faults;
}
