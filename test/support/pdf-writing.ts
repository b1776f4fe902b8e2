import type { Passage } from '../../src/document/passage.ts';
import { readingOf } from '../../src/document/passages.ts';
import type { Document } from '../../src/document/tree.ts';
import format from '../../src/formats/large-print-pdf/index.ts';

/** Options as a profile would give them, with defaults; without the page about the edition, which has tests of its own. */
export function pdfOptions(options: Readonly<Record<string, unknown>> = {}) {
  return format.options.parse({ about: false, ...options });
}

/** Writes the document and measures and reads the finished bytes. */
export async function writePdf(document: Document, options: Readonly<Record<string, unknown>> = {}) {
  const all = pdfOptions(options);
  const written = await format.write(document, all);
  const findings = (await format.check?.(written.outputs, all)) ?? [];
  const readBack = await format.readBack(written.outputs);
  const bytes = written.outputs[0]?.bytes ?? new Uint8Array();
  return { written, bytes, findings, readBack };
}

/** The passages of the planned document's body and notes: the details of its front matter are not printed by the format. */
export function bodyPassages(document: Document): readonly Passage[] {
  const { passages } = readingOf(document);
  const start = passages.findIndex(({ kind }) => kind === 'heading');
  return start < 0 ? [] : passages.slice(start);
}
