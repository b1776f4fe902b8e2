import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import { describe, expect, test } from 'vitest';
import { checkGeometry } from '../../../src/formats/large-print-pdf/geometry.ts';
import { richDocument } from '../../support/pdf-samples.ts';
import { pdfOptions, writePdf } from '../../support/pdf-writing.ts';

const { resolve } = createRequire(import.meta.url);
const sans = resolve(
  '@expo-google-fonts/atkinson-hyperlegible-next/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf',
);
const italic = resolve(
  '@expo-google-fonts/atkinson-hyperlegible-next/400Regular_Italic/AtkinsonHyperlegibleNext_400Regular_Italic.ttf',
);

type Draw = (page: PDFKit.PDFDocument) => void;

/** The rules that a page drawn by hand breaks at 20 point. */
async function broken(
  draw: Draw,
  size: PDFKit.PDFDocumentOptions['size'] = 'A4',
): Promise<readonly string[]> {
  const document = new PDFDocument({ size, margin: 0, font: sans });
  document.fontSize(20);
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise((end) => document.on('end', end));
  draw(document);
  document.end();
  await done;
  const bytes = Buffer.concat(chunks);
  const findings = await checkGeometry([{ name: 'pdf', mediaType: 'application/pdf', bytes }], pdfOptions());
  return findings.map(({ rule, severity, message }) => {
    expect(severity).toBe('error');
    expect(message).toContain('age 1');
    return rule;
  });
}

const plain = { lineBreak: false } as const;

describe('the measure of finished pages', () => {
  test('finds nothing wrong with what the format writes', async () => {
    const { findings } = await writePdf(richDocument(), { size: 20 });
    expect(findings).toEqual([]);
  });

  test('finds nothing wrong with a plain good page', async () => {
    expect(await broken((page) => page.text('Good words', 80, 80, plain))).toEqual([]);
  });

  test.each<[string, Draw, string[]]>([
    ['words over the right edge', (page) => page.text('Responsibilities', 480, 80, plain), ['pdf/outside']],
    ['words below the paper', (page) => page.text('Lost', 80, 830, plain), ['pdf/outside']],
    ['words in the left margin', (page) => page.text('Lost', 20, 80, plain), ['pdf/outside']],
    ['small words', (page) => page.fontSize(14).text('Small', 80, 80, plain), ['pdf/too-small']],
    ['shrunk words', (page) => page.scale(0.6).text('Small', 150, 150, plain), ['pdf/too-small']],
    ['narrowed words', (page) => page.scale(0.6, 1).text('Narrow', 150, 80, plain), ['pdf/too-small']],
    [
      'two lines over each other',
      (page) => page.text('First line of words', 80, 80, plain).text('Second line of words', 90, 86, plain),
      ['pdf/overlap'],
    ],
    [
      'a word over its neighbour',
      (page) => page.text('Commissioning', 80, 80, plain).text('Progress', 150, 80, plain),
      ['pdf/overlap'],
    ],
    [
      'a font that is not in the file',
      (page) => page.font('Helvetica').text('Bare', 80, 80, plain),
      ['pdf/font'],
    ],
    ['italic letters', (page) => page.font(italic).text('Slanted', 80, 80, plain), ['pdf/font']],
    [
      'turned words',
      (page) => page.rotate(90, { origin: [300, 300] }).text('Turned', 300, 300, plain),
      ['pdf/rotated'],
    ],
  ])('finds %s', async (_, draw, rules) => {
    expect(await broken(draw)).toEqual(rules);
  });

  test('finds paper of another size', async () => {
    expect(await broken((page) => page.text('Good', 80, 80, plain), 'A3')).toEqual(['pdf/paper']);
  });

  test('says where and what', async () => {
    const { written } = await writePdf(richDocument(), { size: 20 });
    const [finding] = await checkGeometry(written.outputs, pdfOptions({ size: 24 }));
    expect(finding?.rule).toBe('pdf/too-small');
    expect(finding?.message).toMatch(
      /"What we will do so that.*20 points instead of 24 \(page 1, 57 to \d+ points/,
    );
  });

  test('counts what it does not tell one by one', async () => {
    const { written } = await writePdf(richDocument(), { size: 20 });
    const findings = await checkGeometry(written.outputs, pdfOptions({ size: 40 }));
    const small = findings.filter(({ rule }) => rule === 'pdf/too-small');
    expect(small).toHaveLength(21);
    expect(small.at(-1)?.message).toMatch(/^There are \d+ more such places\.$/);
  });
});
