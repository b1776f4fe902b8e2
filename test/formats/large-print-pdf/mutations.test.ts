import { deflateSync, inflateSync } from 'node:zlib';
import { PDFDict, PDFDocument, PDFName, PDFNumber, type PDFPage, PDFRawStream, PDFRef } from 'pdf-lib';
import { describe, expect, test } from 'vitest';
import { checkGeometry } from '../../../src/media/print/geometry.ts';
import { sheetName } from '../../../src/media/print/print-sheet.ts';
import { pdfDocument, richDocument, table } from '../../support/pdf-samples.ts';
import { pdfOptions, writePdf } from '../../support/pdf-writing.ts';

/** Changes the operators of one page of a finished file; fails where nothing changes. */
function repaint(page: PDFPage, change: (operators: string) => string): void {
  const ref = page.node.get(PDFName.of('Contents'));
  const stream = page.doc.context.lookup(ref);
  if (!(ref instanceof PDFRef) || !(stream instanceof PDFRawStream)) throw new Error('no content');
  const before = inflateSync(stream.contents).toString('latin1');
  const after = change(before);
  expect(after).not.toBe(before);
  stream.dict.delete(PDFName.of('Length'));
  page.doc.context.assign(ref, PDFRawStream.of(stream.dict, deflateSync(Buffer.from(after, 'latin1'))));
}

const options = { size: 20, about: true, contents: false } as const;

/** The rules that the finished file breaks after a change. */
async function rulesAfter(change: (pdf: PDFDocument) => void, more = {}): Promise<readonly string[]> {
  const { bytes } = await writePdf(richDocument(), { ...options, ...more });
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  change(pdf);
  const output = { name: 'pdf', mediaType: 'application/pdf', bytes: await pdf.save() } as const;
  const findings = await checkGeometry([output], pdfOptions({ ...options, ...more }));
  return [...new Set(findings.map(({ rule }) => rule))].sort();
}

const page = (pdf: PDFDocument, at: number): PDFPage => pdf.getPages().at(at) as PDFPage;
const everyPage = (pdf: PDFDocument, change: (operators: string) => string): void => {
  for (const one of pdf.getPages()) repaint(one, change);
};
const dicts = (pdf: PDFDocument, type: string): readonly PDFDict[] =>
  pdf.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) =>
      object instanceof PDFDict && object.lookup(PDFName.of('Type')) === PDFName.of(type) ? object : [],
    );
const preferences = (pdf: PDFDocument): PDFDict =>
  pdf.catalog.lookup(PDFName.of('ViewerPreferences'), PDFDict);
/** Moves the last words of a page, but those of its foot. */
const moveOne = (operators: string, x: number, y: number): string => {
  const places = [...operators.matchAll(/BT (\S+) (\S+) Td/g)];
  const [found = '', left, up] = places.at(Math.floor(places.length / 2)) ?? [];
  return operators.replace(found, `BT ${Number(left) + x} ${Number(up) + y} Td`);
};

describe('a finished file that is changed', () => {
  test('is right as it was written', async () => {
    expect(await rulesAfter(() => {})).toEqual([]);
    expect(await rulesAfter(() => {}, { print: { sides: 'single', binding: 10 } })).toEqual([]);
    const wide = { orientation: 'landscape', print: { binding: 15 } };
    expect(await rulesAfter(() => {}, wide)).toEqual([]);
  });

  test.each<[string, string, (pdf: PDFDocument) => void]>([
    [
      'a note is printed smaller',
      'pdf/too-small',
      (pdf) => repaint(page(pdf, -1), (all) => all.replace(/ 20 Tf/, ' 15 Tf')),
    ],
    [
      'words are pushed out of their cell',
      'pdf/outside',
      (pdf) => repaint(page(pdf, 1), (all) => moveOne(all, 400, 0)),
    ],
    [
      'words are printed over others',
      'pdf/overlap',
      (pdf) =>
        repaint(page(pdf, 0), (all) =>
          all.replace(
            /BT (\S+) (\S+) Td (.*?) TJ ET/,
            (one, x, y, words) => `${one}\nBT ${Number(x) + 5} ${Number(y) - 6} Td ${words} TJ ET`,
          ),
        ),
    ],
    [
      'a font is not in the file',
      'pdf/font',
      (pdf) => {
        for (const one of dicts(pdf, 'FontDescriptor')) {
          one.delete(PDFName.of('FontFile2'));
          one.delete(PDFName.of('FontFile3'));
        }
      },
    ],
    [
      'a font is slanted',
      'pdf/italic',
      (pdf) => {
        for (const one of dicts(pdf, 'FontDescriptor')) one.set(PDFName.of('ItalicAngle'), PDFNumber.of(-12));
      },
    ],
    [
      'words are underlined',
      'pdf/underline',
      (pdf) =>
        repaint(page(pdf, 0), (all) => {
          const [, x, y] = /BT (\S+) (\S+) Td/.exec(all) ?? [];
          return `${all}\n${x} ${Number(y) - 3} 30 1 re f`;
        }),
    ],
    [
      'words are pale',
      'pdf/contrast',
      (pdf) => everyPage(pdf, (all) => all.replace(/0\.0667 0\.0667 0\.0667 rg/g, '0.6 0.6 0.6 rg')),
    ],
    [
      'lines stand closer',
      'pdf/leading',
      (pdf) =>
        everyPage(pdf, (all) =>
          all.replace(/(BT \S+ )(\S+)( Td)/g, (_, a, y, b) => `${a}${Number(y) * 0.8 + 100}${b}`),
        ),
    ],
    [
      'the page is turned',
      'pdf/rotated',
      (pdf) => repaint(page(pdf, 0), (all) => `0 1 -1 0 595 0 cm\n${all}`),
    ],
    [
      'the page is photographed smaller',
      'pdf/too-small',
      (pdf) => repaint(page(pdf, 0), (all) => `0.7 0 0 0.7 80 80 cm\n${all}`),
    ],
    ['the paper is another one', 'pdf/paper', (pdf) => page(pdf, 0).setMediaBox(0, 0, 842, 1191)],
    [
      'a page number stands elsewhere',
      'pdf/page-number',
      (pdf) =>
        repaint(page(pdf, 1), (all) => {
          const feet = [...all.matchAll(/BT (\S+) (\S+) Td/g)];
          const [found = '', , y] = feet.at(-1) ?? [];
          return all.replace(found, `BT 90 ${y} Td`);
        }),
    ],
    [
      'the file is made to fit the paper',
      'pdf/print-settings',
      (pdf) => preferences(pdf).delete(PDFName.of('PrintScaling')),
    ],
    [
      'the file is printed on one side',
      'pdf/print-settings',
      (pdf) => preferences(pdf).set(PDFName.of('Duplex'), PDFName.of('Simplex')),
    ],
    [
      'the advice on paper is gone',
      'pdf/paper-advice',
      (pdf) => {
        for (const one of dicts(pdf, 'StructElem'))
          if (one.lookup(PDFName.of('S')) === PDFName.of('PaperAdvice')) one.delete(PDFName.of('K'));
      },
    ],
    [
      'the part about the edition is gone',
      'pdf/edition-notes',
      (pdf) => {
        for (const one of dicts(pdf, 'StructElem'))
          if (one.lookup(PDFName.of('S')) === PDFName.of('EditionNotes'))
            one.set(PDFName.of('S'), PDFName.of('Sect'));
      },
    ],
  ])('%s: %s', async (_, rule, change) => {
    expect(await rulesAfter(change)).toContain(rule);
  });

  test('the number of tables that are set row by row is left out', async () => {
    const rows = [
      ['Action', 'Progress', 'Owner', 'When', 'Where'],
      ['Assessing', 'Responsibilities', 'Commissioning', 'Immediately', 'Everywhere'],
    ];
    const document = pdfDocument([table(rows, { layout: 'records' })]);
    const { bytes, findings, readBack } = await writePdf(document, options);
    expect(findings).toEqual([]);
    expect(readBack.passages.map(({ text }) => text).join('\n')).toMatch(/do not fit on the page: 1 of 1\./);
    const without = await writePdf(pdfDocument([]), options);
    expect(without.readBack.passages.map(({ text }) => text).join('\n')).not.toContain('row by row');
    const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
    for (const one of dicts(pdf, 'StructElem')) {
      const isList = one.lookup(PDFName.of('S')) === PDFName.of('L');
      if (isList) one.delete(PDFName.of('K'));
    }
    const output = { name: 'pdf', mediaType: 'application/pdf', bytes: await pdf.save() } as const;
    const found = await checkGeometry([output], pdfOptions({ ...options, size: 19.99 }));
    expect(found.map(({ rule }) => rule)).toContain('pdf/edition-notes');
  });
});

describe('the sheet for the print room', () => {
  test('is a file of its own with paper, sides and scale, and its loss is found', async () => {
    const print = { sheet: true, sides: 'single', weight: 120, fixing: 'spiral' };
    const { written, findings, readBack } = await writePdf(richDocument(), { ...options, print });
    expect(findings).toEqual([]);
    expect(written.outputs.map(({ name, isCompanion }) => [name, isCompanion])).toEqual([
      ['pdf', undefined],
      [sheetName, true],
    ]);
    expect(readBack.passages.some(({ text }) => text.includes('print room'))).toBe(false);
    const { default: format } = await import('../../../src/formats/large-print-pdf/index.ts');
    const sheet = await format.readBack(written.outputs.slice(1));
    await expect(`${sheet.passages.map(({ text }) => text).join('\n')}\n`).toMatchFileSnapshot(
      'golden/print-room.txt',
    );
    const alone = await checkGeometry(written.outputs.slice(0, 1), pdfOptions({ ...options, print }));
    expect(alone.map(({ rule }) => rule)).toEqual(['pdf/paper-advice']);
  });
});
