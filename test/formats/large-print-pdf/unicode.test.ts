import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkWithVeraPdf } from '../../../src/tools/verapdf.ts';
import { mustBeChecked } from '../../support/must-be-checked.ts';
import { pdfDocument, text } from '../../support/pdf-samples.ts';
import { bodyPassages, writePdf } from '../../support/pdf-writing.ts';

const root = join(import.meta.dirname, '../../..');

/** A line for every 128 code points that have characters in them: sixteen of these, spread over all. */
function unicodeLines(): readonly string[] {
  const lines: string[] = [];
  for (let start = 0x20; start < 0x110000; start += 128) {
    // Private places, halves of pairs, and most of the ideographs, which are alike.
    if (start >= 0xd800 && start < 0xf900) continue;
    if ((start >= 0x3500 && start < 0x4d80) || (start >= 0x5000 && start < 0x9f80)) continue;
    if ((start >= 0xac80 && start < 0xd700) || (start >= 0x17100 && start < 0x18c00)) continue;
    if (start >= 0x20080 && start < 0xe0000) continue;
    if (start >= 0xf0000) break;
    let line = '';
    for (let point = start; point < start + 128; point += 8) {
      const character = String.fromCodePoint(point);
      if (/[\p{L}\p{M}\p{N}\p{P}\p{S}]/u.test(character)) line += character;
    }
    if (line !== '') lines.push(`U+${start.toString(16)}: ${line}`);
  }
  return lines;
}

const lines = unicodeLines();
const document = pdfDocument(
  lines.map((line, index) => ({
    type: 'paragraph',
    children: [text(line)],
    at: { file: 'all.md', line: index + 1, column: 1 },
  })),
);

test('a document with a line of every part of Unicode is read back, and tells what no font has', async () => {
  expect(lines.length).toBeGreaterThan(250);
  const { written, readBack } = await writePdf(document);
  expect(readBack.passages.map(({ text }) => text)).toEqual(bodyPassages(document).map(({ text }) => text));
  const missing = written.findings.filter(({ rule }) => rule === 'pdf/no-glyph');
  expect(missing.length).toBeGreaterThan(100);
  expect(missing.every(({ at }) => at !== undefined && lines[at.line - 1] !== undefined)).toBe(true);
  const others = new Set(written.findings.map(({ rule }) => rule));
  others.delete('pdf/no-glyph');
  others.delete('pdf/lost-character');
  others.delete('pdf/long-word');
  expect([...others]).toEqual([]);
});

test.for([
  ['ua1', 'ua1+a2a'],
  ['2a', 'ua1+a2a'],
  ['ua2', 'ua2+a4'],
  ['4', 'ua2+a4'],
] as const)('and passes veraPDF against %s', { timeout: 240_000 }, async ([flavour, standard], context) => {
  const folder = await mkdtemp(join(tmpdir(), 'allformats-unicode-'));
  try {
    const file = join(folder, 'all.pdf');
    await writeFile(file, (await writePdf(document, { standard })).bytes);
    const { findings } = mustBeChecked(context, await checkWithVeraPdf([file], root, flavour));
    expect(findings.get(file)).toEqual([]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
