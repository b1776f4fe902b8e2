import { expect, test } from 'vitest';
import { mendedFindings } from '../../../src/formats/braille/mended-findings.ts';
import { scriptOf } from '../../../src/formats/braille/script.ts';
import { transcribe } from '../../../src/formats/braille/transcribe.ts';
import type { Word } from '../../../src/formats/braille/word.ts';
import { cells } from '../../../src/media/braille/cells.ts';
import { readUeb } from '../../../src/media/braille/read-ueb.ts';
import type { BrailleEngine } from '../../../src/tools/liblouis/braille-engine.ts';
import { embeddedEngine } from '../../../src/tools/liblouis/embedded-engine.ts';

const embedded = embeddedEngine();

/** An engine that writes "cat" as "dog" in whichever table. */
const wrong: BrailleEngine = {
  ...embedded,
  name: 'wrong engine',
  translate: (lines, tables) =>
    embedded.translate(
      lines.map((line) => line.replaceAll('cat', 'dog')),
      tables,
    ),
};

const passage = (text: string, plain = false) =>
  text.split(' ').map((one): Word => ({ text: one, plain, notes: [], newLine: false, glued: false }));

test('words that an engine gets wrong are written right, and told with how often they stand there', async () => {
  const words = passage('A cat saw the cat again');
  const { findings } = await transcribe([words], scriptOf('en', 2), wrong);
  expect(readUeb(words.map((word) => word.cells).join(cells(' ')), 2).toLowerCase()).toContain('cat');
  expect(findings).toHaveLength(1);
  expect(findings[0]).toMatchObject({ rule: 'braille/rewritten-word', severity: 'person' });
  expect(findings[0]!.message).toContain('what wrong engine wrote for 2 words');
  expect(findings[0]!.message).toContain('"cat" (2 times)');
});

test.each([false, true])(
  'an engine that writes all words right gives no finding, plain: %s',
  async (plain) => {
    expect(
      (await transcribe([passage('A cat saw the dog', plain)], scriptOf('en', 2), embedded)).findings,
    ).toEqual([]);
  },
);

test('a word that cannot be written at all is an error', () => {
  const findings = mendedFindings({ rewritten: [], unwritten: ['odd'] }, 'an engine');
  expect(findings).toMatchObject([{ rule: 'braille/unwritten-word', severity: 'error' }]);
  expect(findings[0]!.message).toContain('"odd"');
});
