import { expect, test } from 'vitest';
import { Assembler } from '../../../src/media/pages/assemble.ts';
import { Canvas } from '../../../src/media/pages/canvas.ts';
import { loadFontSet } from '../../../src/media/pages/fonts.ts';
import { PdfFile } from '../../../src/media/pages/pdf-file.ts';
import { layoutArtifact, StructElement } from '../../../src/media/pages/structure.ts';
import { SubsetEncoder } from '../../../src/media/pages/subset-encoder.ts';

async function start() {
  const { regular } = await loadFontSet('Atkinson Hyperlegible Next');
  const [face] = regular;
  if (face === undefined) throw new Error('There is no font.');
  const info = { title: 'Long', author: 'Team', language: 'en', date: new Date(0) };
  const file = await PdfFile.create({ ...info, standard: 'ua1+a2a' }, face);
  const encoder = new SubsetEncoder((one) => file.embed(one));
  const assembler = new Assembler(file, 100, 100);
  const root = new StructElement('Document', undefined);
  const page = (paint: (canvas: Canvas) => void): void => {
    const canvas = new Canvas(assembler.pageCount, 100, encoder);
    paint(canvas);
    assembler.add(canvas);
  };
  const finish = () =>
    assembler.finish({ structure: root, encoder, bookmarks: [], targets: new Map(), forms: new Map() });
  return { assembler, root, page, finish };
}

test('a page is written when it comes, unless something on it is still to be painted', async () => {
  const { assembler, root, page, finish } = await start();
  const painted: string[] = [];
  for (let count = 0; count < 40; count++) {
    page((canvas) => canvas.fill(root.block('P'), '#000000', 0, 0, 10, 10));
  }
  expect(assembler.openPages).toBe(0);
  page((canvas) => {
    canvas.later(layoutArtifact, (later) => {
      painted.push('later');
      later.fill(layoutArtifact, '#000000', 0, 0, 5, 5);
    });
  });
  page((canvas) => canvas.fill(layoutArtifact, '#000000', 0, 0, 10, 10));
  expect([assembler.openPages, painted]).toEqual([1, []]);
  finish();
  expect(painted).toEqual(['later']);
});

test('an element that is written is forgotten; the others keep their place', async () => {
  const { assembler, root, page, finish } = await start();
  const [first, second, third] = [root.block('L'), root.block('P'), root.block('P')];
  const item = first.block('LI').block('LBody');
  page((canvas) => {
    for (const leaf of [item, second, third]) canvas.fill(leaf, '#000000', 0, 0, 10, 10);
  });
  assembler.write([first, third], new Map());
  expect(root.kids).toEqual([{ written: first.object }, second, { written: third.object }]);
  expect([first.kids, item.kids, third.kids]).toEqual([[], [], []]);
  expect(second.kids).toEqual([{ page: 0, mcid: 1 }]);
  expect(Buffer.from(finish()).toString('latin1')).toContain('%%EOF');
});
