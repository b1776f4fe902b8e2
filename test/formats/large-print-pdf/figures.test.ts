import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Asset, Block, Document } from '../../../src/document/tree.ts';
import { checkGeometry } from '../../../src/media/print/geometry.ts';
import { figure, heading, paragraph, pdfDocument } from '../../support/pdf-samples.ts';
import { pdfOptions, writePdf } from '../../support/pdf-writing.ts';

const images = join(import.meta.dirname, '../../../sources/images');
const bars = readFileSync(join(images, 'southport-plan-status.svg'), 'utf8');
const groups = readFileSync(join(images, 'staffordshire-stoke-governance.svg'), 'utf8');
const at = { file: 'report.md', line: 12, column: 1 };

function withPicture(svg: string, children: readonly Block[] = [figure({ src: 'x.svg', at })]): Document {
  const asset: Asset = { src: 'x.svg', mediaType: 'image/svg+xml', bytes: new TextEncoder().encode(svg) };
  return { ...pdfDocument([heading(2, 'Part'), ...children]), assets: new Map([['x.svg', asset]]) };
}

describe('figures', () => {
  test.for([16, 20, 28])('a chart has its words at %d point, and they are read once', async (size) => {
    const { written, findings, readBack } = await writePdf(withPicture(bars), { size });
    expect([...written.findings, ...findings]).toEqual([]);
    const words = readBack.passages.map(({ text }) => text).join('\n');
    expect(words.match(/75 in 100 staff answered/g)).toHaveLength(1);
    expect(words).not.toContain('A date, but not marked complete');
    // More than was written, so that the rule tells what it measures.
    const told = await checkGeometry(written.outputs, pdfOptions({ size: size + 4 }));
    const small = told.filter(({ rule }) => rule === 'pdf/too-small').map(({ message }) => message);
    const [, points] =
      /"Ongoing" is smaller than the size asked for: ([\d.]+) points/.exec(small.join('\n')) ?? [];
    expect(Number(points)).toBeGreaterThanOrEqual(size);
    expect(Number(points)).toBeLessThan(size * 1.25);
  });

  test.for(['white on black', 'yellow on black', 'black on yellow'])(
    'a chart can be read on paper of %s',
    async (colours) => {
      for (const chart of [bars, groups]) {
        const { written, findings } = await writePdf(withPicture(chart), { size: 16, colours });
        expect([...written.findings, ...findings]).toEqual([]);
      }
    },
  );

  test('one that cannot be set so large is told in words, with what to do', async () => {
    const { written, findings, readBack } = await writePdf(withPicture(groups), { size: 38 });
    expect(findings).toEqual([]);
    expect(written.findings).toMatchObject([{ rule: 'pdf/small-letters', severity: 'warning', at }]);
    expect(written.findings[0]?.message).toMatch(/x\.svg \(1\d\.?\d? points instead of 38\)/);
    expect(readBack.passages.filter(({ kind }) => kind === 'alt')).toHaveLength(1);
    const told = await checkGeometry(written.outputs, pdfOptions({ size: 39 }));
    expect(told.some(({ message }) => message.includes('75 in 100'))).toBe(true);
  });

  test('a drawing with classes is shown as it is where its letters are large enough, else told in words', async () => {
    const svg = (size: number): string =>
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 200"><style>.a{font-size:${size}px}</style><text class="a" y="90">Words</text></svg>`;
    const large = await writePdf(withPicture(svg(30)), { size: 28 });
    expect([...large.written.findings, ...large.findings]).toEqual([]);
    const small = await writePdf(withPicture(svg(12)), { size: 28 });
    expect(small.written.findings.map(({ rule }) => rule)).toEqual(['pdf/small-letters']);
  });

  test('a chart stands in a narrow column and twice in one report', async () => {
    const twice = [figure({ src: 'x.svg', at }), figure({ src: 'x.svg', caption: 'Again', at })];
    const { written, findings, readBack } = await writePdf(
      withPicture(bars, [...twice, { type: 'box', kind: 'note', children: twice }]),
      { size: 16 },
    );
    expect([...written.findings, ...findings]).toEqual([]);
    expect(readBack.passages.filter(({ kind }) => kind === 'alt')).toHaveLength(4);
  });

  test.for([
    ['is not whole', '<svg xmlns="http://www.w3.org/2000/svg"><g>'],
    [
      'has entities that grow',
      '<!DOCTYPE svg [<!ENTITY a "&b;&b;"><!ENTITY b "&a;">]><svg xmlns="http://www.w3.org/2000/svg"><text>&a;</text></svg>',
    ],
    ['has no size', ''],
  ])('a drawing that %s is a finding with its place', async ([, svg = '']) => {
    const { written, readBack } = await writePdf(withPicture(svg));
    expect(written.findings).toMatchObject([{ rule: 'pdf/picture', severity: 'error', at }]);
    expect(readBack.passages.some(({ kind }) => kind === 'alt')).toBe(true);
  });

  test('the same bytes every time', async () => {
    const document = withPicture(groups, [figure({ src: 'x.svg' }), paragraph('Words.')]);
    const [first, second] = [await writePdf(document), await writePdf(document)];
    expect(Buffer.from(first.bytes).equals(second.bytes)).toBe(true);
  });
});
