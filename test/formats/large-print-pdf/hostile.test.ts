import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import commonmark from 'commonmark-spec';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { bodyReadingOf } from '../../../src/document/passages.ts';
import type { Asset } from '../../../src/document/tree.ts';
import { prove } from '../../../src/pipeline/prove.ts';
import { expectedReading, plan } from '../../../src/plan/plan.ts';
import { readSource } from '../../../src/source/read-source.ts';
import { checkWithVeraPdf } from '../../../src/tools/verapdf.ts';
import { mustBeChecked } from '../../support/must-be-checked.ts';
import { writePdf } from '../../support/pdf-writing.ts';
import { details } from '../../support/read-text.ts';

const root = join(import.meta.dirname, '../../..');
const profile: Parameters<typeof plan>[1] = {
  transforms: ['opening', 'name-lists', 'expand-abbreviations', 'links-in-full'],
};
const times = (count: number, one: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => one(index)).join('');
const vocabulary =
  'the commission asked how people from every background are treated at work and what would make their care better'.split(
    ' ',
  );
/** The same words each time, in an order without a pattern. */
const words = (count: number, from = 0): string =>
  times(
    count,
    (index) => `${vocabulary[(index * 7 + from * 13 + index * index) % vocabulary.length]} `,
  ).trim();

/** A few characters of every block of Unicode that is more than signs of Markdown, one paragraph a block. */
function blocksOfUnicode(): string {
  let body = '';
  for (let start = 0x80; start < 0x20000; start += 0x80) {
    let line = '';
    for (let at = start; at < start + 0x80; at += 37) {
      const character = String.fromCodePoint(at);
      if (!/[\p{Cn}\p{Cc}\p{Cs}]/u.test(character)) line += `${character} `;
    }
    if (line.trim() !== '') body += `Block ${start.toString(16)}: ${line}\n\n`;
  }
  return body;
}

const bodies: Readonly<Record<string, string>> = {
  'a table of 300 rows and 12 columns': `| ${times(12, (column) => `Column ${column + 1} | `)}
|${'---|'.repeat(12)}
${times(300, (row) => `| Row ${row + 1} |${times(11, (column) => ` ${words(1 + ((row + column) % 4), row)} |`)}\n`)}`,
  'a list of 60 levels': times(60, (level) => `${'  '.repeat(level)}- level ${level + 1}\n`),
  'a paragraph of 5,000 words': words(5000),
  'words of 200 letters': `Before ${'abcdefghij'.repeat(20)} after. ${'W'.repeat(200)}\n\n| A | B |\n|---|---|\n| ${'x'.repeat(200)} | y |\n`,
  '400 footnotes':
    times(400, (index) => `Sentence ${index + 1} has a note.[^n${index}]\n\n`) +
    times(400, (index) => `[^n${index}]: ${words(12, index)}.\n\n`),
  '500 pictures': times(
    500,
    (index) => `:::figure{src="${index % 50}.png" alt="Bar ${index}"}\nThe bar is ${index} wide.\n:::\n\n`,
  ),
  'code with indents and empty lines': `\`\`\`\n${times(30, (index) => `${' '.repeat(index % 5)}line ${index}\n${index % 7 === 0 ? '\n' : ''}`)}\`\`\`\n`,
  'every block of Unicode': blocksOfUnicode(),
  'the specification of CommonMark': commonmark.text.replace(/^---\n[\s\S]*?\n\.\.\.\n/, ''),
};
/** What the files that are not printed as they are written say about it. Any other finding is a fault of the format. */
const told: Readonly<Record<string, readonly string[]>> = {
  'words of 200 letters': ['pdf/long-word'],
  'every block of Unicode': ['pdf/no-glyph', 'pdf/right-to-left', 'pdf/lost-character'],
  'the specification of CommonMark': ['pdf/no-glyph', 'pdf/lost-character', 'pdf/long-word'],
};

const picture: Promise<Uint8Array> = sharp({
  create: { width: 1600, height: 900, channels: 3, background: '#005eb8' },
})
  .png()
  .toBuffer();

async function print(body: string, size: number) {
  const bytes = await picture;
  const { document } = readSource({
    report: { file: 'sources/report.md', bytes: new TextEncoder().encode(`${details}## Part\n\n${body}`) },
    loadAsset: (src): Asset => ({ src, mediaType: 'image/png', bytes }),
  });
  const planned = plan(document, profile);
  const { written, findings, readBack, bytes: pdf } = await writePdf(planned.document, { size });
  const changes = [...planned.changes, ...written.changes];
  const planBody = bodyReadingOf(planned.document);
  const proof = prove(expectedReading(document, profile), readBack, changes, document.meta, planBody);
  return { proof, findings: [...written.findings, ...findings], pdf };
}

describe.for([16, 28])('at %d point', (size) => {
  test.for(Object.keys(bodies))(
    '%s: nothing is lost or printed wrongly',
    { timeout: 240_000 },
    async (name) => {
      const { proof, findings } = await print(bodies[name] ?? '', size);
      expect(proof.findings).toEqual([]);
      expect([proof.found, proof.linksFound]).toEqual([proof.words, proof.links]);
      expect(proof.words).toBeGreaterThan(20);
      const known = told[name] ?? [];
      expect(findings.filter(({ rule }) => !known.includes(rule))).toEqual([]);
    },
  );
});

test('veraPDF finds no failure in them', { timeout: 480_000 }, async (context) => {
  const folder = await mkdtemp(join(tmpdir(), 'allformats-hostile-'));
  try {
    const small = Object.keys(bodies).filter((name) => !/table|CommonMark|pictures/.test(name));
    const files: string[] = [];
    for (const name of small) {
      const file = join(folder, `${name}.pdf`);
      await writeFile(file, (await print(bodies[name] ?? '', 28)).pdf);
      files.push(file);
    }
    const { findings } = mustBeChecked(context, await checkWithVeraPdf(files, root, '0'));
    expect(Object.fromEntries(findings)).toEqual(Object.fromEntries(files.map((file) => [file, []])));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
