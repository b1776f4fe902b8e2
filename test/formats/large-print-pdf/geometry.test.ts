import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { PDFDict, PDFName, PDFDocument as PdfLib } from 'pdf-lib';
import PDFDocument from 'pdfkit';
import { describe, expect, test } from 'vitest';
import type { PdfkitDocument } from '../../../src/media/pages/pdfkit-internals.ts';
import { checkGeometry } from '../../../src/media/print/geometry.ts';
import { layoutRules } from '../../../src/media/print/layout/registry.ts';
import { heading, paragraph, pdfDocument, richDocument } from '../../support/pdf-samples.ts';
import { pdfOptions, writePdf } from '../../support/pdf-writing.ts';

const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC',
  'base64',
);
const { resolve } = createRequire(import.meta.url);
const sans = resolve(
  '@expo-google-fonts/atkinson-hyperlegible-next/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf',
);
const bold = resolve(
  '@expo-google-fonts/atkinson-hyperlegible-next/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf',
);
const italic = resolve(
  '@expo-google-fonts/atkinson-hyperlegible-next/400Regular_Italic/AtkinsonHyperlegibleNext_400Regular_Italic.ttf',
);

type Draw = (page: PDFKit.PDFDocument) => void;

/** The rules that a page drawn by hand breaks at 20 point. */
async function broken(
  draw: Draw,
  size: PDFKit.PDFDocumentOptions['size'] = 'A4',
  options: Record<string, unknown> = {},
): Promise<readonly string[]> {
  const document = new PDFDocument({ size, margin: 0, font: sans, tagged: true, pdfVersion: '1.7' });
  const { _root: root } = document as unknown as PdfkitDocument;
  root.data.ViewerPreferences = (document as unknown as PdfkitDocument).ref({
    PrintScaling: 'None',
    Duplex: 'DuplexFlipLongEdge',
  });
  document.fontSize(20);
  numbered(document, 1, 60);
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise((end) => document.on('end', end));
  draw(document);
  document.end();
  await done;
  const bytes = Buffer.concat(chunks);
  const findings = await checkGeometry(
    [{ name: 'pdf', mediaType: 'application/pdf', bytes }],
    pdfOptions(options),
  );
  return findings.map(({ rule, message, fix }) => {
    expect(message).toMatch(/age [12]/);
    expect(fix).not.toBe('');
    return rule;
  });
}

const plain = { lineBreak: false } as const;

function numbered(page: PDFKit.PDFDocument, number: number, left: number): void {
  page.markContent('Artifact', { type: 'Pagination' });
  page.text(`Page ${number}`, left, 750, plain);
  page.endMarkedContent();
}

/** Lines of one paragraph: words, distance from the left and from the top. */
function tagged(
  page: PDFKit.PDFDocument,
  type: string,
  ...lines: readonly (readonly [string, number, number])[]
): void {
  const element = page.struct(type, {}, () => {
    for (const [words, left, top] of lines) page.text(words, left, top, plain);
  });
  page.addStructure(element);
  element.end();
}

const ragged = [
  'One line is short ',
  'and another one is a bit longer ',
  'than those before it ',
  'and so on ',
];
const lines = (lefts: readonly number[], step = 27) =>
  ragged.map((words, index) => [words, lefts[index] ?? 80, 80 + index * step] as const);

describe('the measure of finished pages', () => {
  test('finds nothing wrong with what the format writes', async () => {
    const { findings } = await writePdf(richDocument(), { size: 20, about: true, print: { sheet: true } });
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
    ['italic letters', (page) => page.font(italic).text('Slanted', 80, 80, plain), ['pdf/italic']],
    [
      'underlined words',
      (page) => page.text('Underlined', 80, 80, { ...plain, underline: true }),
      ['pdf/underline'],
    ],
    [
      'words in capitals',
      (page) => tagged(page, 'P', ['PLEASE READ THESE IMPORTANT WORDS', 80, 80]),
      ['pdf/capitals'],
    ],
    ['grey words', (page) => page.fillColor('#888888').text('Faint', 80, 80, plain), ['pdf/contrast']],
    [
      'words on a dark patch',
      (page) => page.rect(70, 70, 200, 50).fill('#224422').fillColor('#000000').text('Dark', 80, 80, plain),
      ['pdf/contrast'],
    ],
    [
      'coloured paper',
      (page) => page.rect(0, 0, 600, 850).fill('#ffffcc').fillColor('#000000'),
      ['pdf/background'],
    ],
    ['centred lines', (page) => tagged(page, 'P', ...lines([120, 80, 110, 160])), ['pdf/not-left']],
    [
      'lines that are spread to end together',
      (page) => {
        const words = ['One line is long', 'and another is much', 'longer than those', 'before it and so on'];
        const spread = (text: string) => (300 - page.widthOfString(text)) / (text.split(' ').length - 1);
        const element = page.struct('P', {}, () => {
          words.forEach((text, index) => {
            page.text(text, 80, 80 + index * 27, { ...plain, wordSpacing: spread(text) });
          });
          page.text('to its end', 80, 80 + 4 * 27, plain);
        });
        page.addStructure(element);
        element.end();
      },
      ['pdf/justified'],
    ],
    [
      'a torn telephone number',
      (page) => tagged(page, 'P', ['Call us on 01234 ', 80, 80], ['567890 today', 80, 107]),
      ['pdf/torn'],
    ],
    ['crowded lines', (page) => tagged(page, 'P', ...lines([], 21)), Array(3).fill('pdf/leading')],
    [
      'crowded paragraphs',
      (page) => {
        tagged(page, 'P', ['One', 80, 80]);
        tagged(page, 'P', ['Two', 80, 107]);
      },
      ['pdf/paragraph-space'],
    ],
    [
      'a line of too many letters',
      (page) => tagged(page, 'P', ['ill til '.repeat(9), 60, 80]),
      ['pdf/line-length'],
    ],
    [
      'two columns',
      (page) => {
        tagged(page, 'P', ['Left', 80, 80]);
        tagged(page, 'P', ['Right', 300, 80]);
      },
      ['pdf/two-columns'],
    ],
    [
      'a heading that is no larger than the one below it, and one that is not bold',
      (page) => {
        page.font(bold);
        tagged(page, 'H1', ['First', 80, 80]);
        tagged(page, 'H2', ['Second', 80, 150]);
        page.font(sans);
        tagged(page, 'H3', ['Third', 80, 220]);
      },
      ['pdf/heading-size', 'pdf/heading-size'],
    ],
    [
      'headings 3 and 4 of the same size, and a heading 5 that is larger',
      (page) => {
        page.font(bold);
        [30, 28, 24, 24, 26].forEach((size, index) => {
          page.fontSize(size);
          tagged(page, `H${index + 1}`, [`Heading ${index + 1}`, 80, 80 + index * 70]);
        });
      },
      ['pdf/heading-size', 'pdf/heading-size'],
    ],
    [
      'a skipped level',
      (page) => {
        page.font(bold).fontSize(26);
        tagged(page, 'H1', ['First', 80, 80]);
        page.fontSize(20);
        tagged(page, 'H3', ['Third', 80, 150]);
      },
      ['pdf/heading-size'],
    ],
    [
      'words over a picture',
      (page) => page.image(picture, 80, 80, { width: 100 }).text('Over', 90, 90, plain),
      ['pdf/over-picture'],
    ],
    [
      'a page number at another place',
      (page) => {
        page.addPage({ size: 'A4', margin: 0 });
        numbered(page, 2, 90);
      },
      ['pdf/page-number'],
    ],
    ['a page without number', (page) => page.addPage({ size: 'A4', margin: 0 }), ['pdf/page-number']],
    [
      'turned words',
      (page) => page.rotate(90, { origin: [300, 300] }).text('Turned', 300, 300, plain),
      ['pdf/rotated'],
    ],
  ])('finds %s', async (_, draw, rules) => {
    expect(await broken(draw)).toEqual(rules);
  });

  test('finds narrow margins, and no list of contents in a long document', async () => {
    expect(await broken((page) => page, 'A4', { margin: 15 })).toEqual(['pdf/margin']);
    const parts = Array.from({ length: 20 }, (_, part) => [
      heading(2, `Part ${part}`),
      paragraph('Plain words. '.repeat(80)),
    ]).flat();
    const { written } = await writePdf(pdfDocument(parts), { contents: false });
    const findings = await checkGeometry(written.outputs, pdfOptions());
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([['pdf/no-contents', 'warning']]);
  });

  test('has a test for every rule', () => {
    const ofEasyRead = '../easy-read-pdf/mutations.test.ts';
    const text = ['geometry.test.ts', 'mutations.test.ts', ofEasyRead]
      .map((file) => readFileSync(join(import.meta.dirname, file), 'utf8'))
      .join('');
    const untested = layoutRules.filter(({ id }) => !text.includes(`'${id}'`));
    expect(untested.map(({ id }) => id)).toEqual([]);
  });

  test('finds letters of which the file does not say what they are', async () => {
    const { bytes } = await writePdf(pdfDocument([paragraph('Words')]));
    const pdf = await PdfLib.load(bytes, { updateMetadata: false });
    for (const [, object] of pdf.context.enumerateIndirectObjects())
      if (object instanceof PDFDict) object.delete(PDFName.of('ToUnicode'));
    const output = { name: 'pdf', mediaType: 'application/pdf', bytes: await pdf.save() } as const;
    const rules = new Set((await checkGeometry([output], pdfOptions())).map(({ rule }) => rule));
    expect(rules).toContain('pdf/not-text');
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
