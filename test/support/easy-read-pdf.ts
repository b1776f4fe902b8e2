import { PDFDocument } from 'pdf-lib';
import { bodyReadingOf } from '../../src/document/passages.ts';
import format from '../../src/formats/easy-read-pdf/index.ts';
import { PageTextReader } from '../../src/media/pages/reading/page-text.ts';
import { prove } from '../../src/pipeline/prove.ts';
import { expectedReading, plan } from '../../src/plan/plan.ts';
import { details, readText, recordOf } from './read-text.ts';

/** The Easy Read layer of a report as the finished file, with all that is found in it. */
export async function easyReadPdf(
  layer: string,
  {
    options = {},
    front = details,
    transform = 'easy-read-layer',
  }: {
    readonly options?: object;
    readonly front?: string;
    readonly transform?: 'easy-read-layer' | 'picture-cards';
  } = {},
) {
  const profile: Parameters<typeof plan>[1] = { transforms: [transform] };
  const report = `${front}## Parks\n\nWords.\n`;
  const { document } = readText(report, layer, recordOf(report, layer));
  const planned = plan(document, profile);
  const all = format.options.parse(options);
  const written = await format.write(planned.document, all);
  const changes = [...planned.changes, ...written.changes];
  const body = bodyReadingOf(planned.document);
  const expected = expectedReading(document, profile);
  /** What the proof and the measuring of the pages say of the bytes. */
  const judge = async (bytes: Uint8Array) => {
    const files = [{ ...written.outputs[0]!, bytes }];
    const { findings } = prove(expected, await format.readBack(files), changes, document.meta, body);
    return [...findings, ...((await format.check?.(files, all)) ?? [])];
  };
  const bytes = written.outputs[0]!.bytes;
  return {
    written,
    bytes,
    judge,
    findings: await judge(bytes),
    readBack: await format.readBack(written.outputs),
  };
}

/** What stands on each page, from top to bottom: words and pictures with their left edges in points. */
export async function pagesOf(bytes: Uint8Array): Promise<readonly string[]> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  const reader = new PageTextReader(pdf);
  return pdf.getPages().map((page) => {
    const { runs, shapes } = reader.paintedOn(page);
    const lines = new Map<number, { left: number; words: string }>();
    for (const { text, baseline, left } of runs) {
      const at = Math.round(baseline);
      const line = lines.get(at) ?? { left, words: '' };
      lines.set(at, { left: Math.min(line.left, left), words: line.words + text });
    }
    const items = [...lines].map(([at, { left, words }]) => ({ at, left, words }));
    for (const { kind, left, right, bottom, top } of shapes)
      if (kind === 'picture')
        items.push({
          at: top,
          left,
          words: `[picture ${Math.round(right - left)} by ${Math.round(top - bottom)}]`,
        });
    items.sort((one, other) => other.at - one.at || one.left - other.left);
    return items
      .map(({ left, words }) => `${String(Math.round(left)).padStart(4)} ${words.trim()}`)
      .join('\n');
  });
}

/** Words in bold of all pages. */
export async function boldWordsOf(bytes: Uint8Array): Promise<readonly string[]> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  const reader = new PageTextReader(pdf);
  const runs = pdf.getPages().flatMap((page) => reader.paintedOn(page).runs);
  return runs.filter(({ font }) => font.isBold).flatMap(({ text }) => text.match(/[\p{L}\p{N}]+/gu) ?? []);
}
