import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzlibSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { checkWithVeraPdf } from '../../../src/tools/verapdf.ts';
import { mustBeChecked } from '../../support/must-be-checked.ts';
import { richDocument } from '../../support/pdf-samples.ts';
import { writePdf } from '../../support/pdf-writing.ts';
import { runCli } from '../../support/run-cli.ts';
import { put, tempProject } from '../../support/temp-project.ts';

const root = join(import.meta.dirname, '../../..');
const resolve = createRequire(import.meta.url).resolve;
const bytesOf = (file: string): Uint8Array => new Uint8Array(readFileSync(resolve(file)));
const lexend = '@expo-google-fonts/lexend';
const regular = bytesOf(`${lexend}/400Regular/Lexend_400Regular.ttf`);
const bold = bytesOf(`${lexend}/700Bold/Lexend_700Bold.ttf`);
const webFont = (weight: number, ending: string): Uint8Array =>
  new Uint8Array(
    readFileSync(
      join(root, `node_modules/@fontsource/opendyslexic/files/opendyslexic-latin-${weight}-normal.${ending}`),
    ),
  );

/** A WOFF file as the OTF file that it was made from. */
function unpacked(woff: Uint8Array): Uint8Array {
  const from = Buffer.from(woff);
  const count = from.readUInt16BE(12);
  const out = Buffer.alloc(from.readUInt32BE(16));
  from.copy(out, 0, 4, 8);
  out.writeUInt16BE(count, 4);
  let offset = 12 + count * 16;
  for (let index = 0; index < count; index++) {
    const entry = 44 + index * 20;
    const [start, packed, length] = [4, 8, 12].map((at) => from.readUInt32BE(entry + at)) as [
      number,
      number,
      number,
    ];
    const raw = from.subarray(start, start + packed);
    out.set(packed < length ? unzlibSync(raw) : raw, offset);
    from.copy(out, 12 + index * 16, entry, entry + 4);
    out.writeUInt32BE(from.readUInt32BE(entry + 16), 12 + index * 16 + 4);
    out.writeUInt32BE(offset, 12 + index * 16 + 8);
    out.writeUInt32BE(length, 12 + index * 16 + 12);
    offset += Math.ceil(length / 4) * 4;
  }
  return out;
}

/** A copy of the font with another number of 16 bits in a table. */
function patched(font: Uint8Array, table: string, at: number, value: number): Uint8Array {
  const out = Buffer.from(font);
  for (let entry = 12; entry < 12 + out.readUInt16BE(4) * 16; entry += 16)
    if (out.toString('latin1', entry, entry + 4) === table)
      out.writeUInt16BE(value, out.readUInt32BE(entry + 8) + at);
  return new Uint8Array(out);
}

const withClass = (font: Uint8Array, value: number) => patched(font, 'OS/2', 30, value);
const withLicence = (font: Uint8Array, value: number) => patched(font, 'OS/2', 8, value);

const profile = `id: team
title: Team
description: In the letters of the team.
format: large-print-pdf
options:
  contents: false
  font:
    regular: fonts/Team-Regular.ttf
    bold: fonts/Team-Bold.ttf
`;
const report = `---
title: A plan
language: en-GB
date: 2024-05-01
version: "1"
organisation: A team
summary: What we do.
signOff: The board
contact:
  email: plan@example.org
---

## What we do

We **help**. Здравствуйте, ἀρχή and שלום are words.
`;

const project = (files: Readonly<Record<string, string | Uint8Array>> = {}) =>
  tempProject({
    'sources/plan.md': report,
    'profiles/team.yaml': profile,
    'fonts/Team-Regular.ttf': regular,
    'fonts/Team-Bold.ttf': bold,
    ...files,
  });
const convert = (folder: string) => runCli(folder, 'convert', '--profile', 'team');

/** The names of the fonts inside a PDF. */
async function fontNames(bytes: Uint8Array): Promise<readonly string[]> {
  const { PDFDocument, PDFDict, PDFName } = await import('pdf-lib');
  const pdf = await PDFDocument.load(bytes);
  return pdf.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFDict ? [object.get(PDFName.of('FontName'))] : []))
    .filter((name) => name !== undefined)
    .map((name) => String(name).replace(/^\/[A-Z]{6}\+/, ''))
    .sort();
}

describe("a team's own font", () => {
  test('is that of the words; words that it lacks are in the usual ones; a changed file makes the output anew', async () => {
    const folder = project();
    const first = await convert(folder);
    expect(first.err + first.out).toContain('nothing to mend');
    const read = () => readFileSync(join(folder, 'outputs/plan/plan.team.pdf'));
    const names = await fontNames(read());
    expect(names).toEqual(expect.arrayContaining(['Lexend-Bold', 'Lexend-Regular']));
    expect(names.some((name) => name.startsWith('NotoSans'))).toBe(true);
    expect((await convert(folder)).out).toContain('Nothing has changed');
    put(folder, 'fonts/Team-Regular.ttf', bytesOf(`${lexend}/300Light/Lexend_300Light.ttf`));
    await convert(folder);
    expect(await fontNames(read())).toContain('Lexend-Light');
  });

  test.each<[string, Readonly<Record<string, string | Uint8Array>>, string]>([
    [
      'is missing',
      { 'profiles/team.yaml': profile.replace('Team-B', 'Tem-B') },
      ':9: options.font.bold: there is no file fonts/Tem-Bold.ttf',
    ],
    [
      'is outside',
      { 'profiles/team.yaml': profile.replace('fonts/Team-R', '../Team-R') },
      ':8: options.font.regular: the file ../Team-Regular.ttf is outside the project',
    ],
    [
      'is no font',
      { 'fonts/Team-Bold.ttf': 'Hello' },
      ':9: options.font.bold: the file fonts/Team-Bold.ttf is not a font',
    ],
    [
      'is cut off',
      { 'fonts/Team-Bold.ttf': bold.slice(0, 9000) },
      ':9: options.font.bold: the file fonts/Team-Bold.ttf is not a font',
    ],
    [
      'may not be embedded',
      { 'fonts/Team-Regular.ttf': withLicence(regular, 2) },
      ':8: options.font.regular: the file fonts/Team-Regular.ttf says that its licence does not allow it',
    ],
    [
      'may be embedded only whole',
      { 'fonts/Team-Regular.ttf': withLicence(regular, 0x104) },
      'does not allow a part of it',
    ],
    [
      'is a web font',
      { 'fonts/Team-Regular.ttf': webFont(400, 'woff2') },
      'is a web font (WOFF2): give the TTF or OTF file',
    ],
    [
      'has no letters',
      {
        'fonts/Team-Regular.ttf': bytesOf(
          '@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf',
        ),
      },
      'has no letters',
    ],
    [
      'is the same twice',
      { 'fonts/Team-Regular.ttf': bold },
      ':9: options.font.bold: it has the same letters as regular',
    ],
    [
      'is not bold',
      { 'fonts/Team-Bold.ttf': bytesOf(`${lexend}/300Light/Lexend_300Light.ttf`) },
      ':9: options.font.bold: the letters of the file fonts/Team-Bold.ttf are not bold',
    ],
    [
      'has no bold file',
      { 'profiles/team.yaml': profile.replace(/ +bold.*\n/, '') },
      ':7: options.font.bold is missing',
    ],
    [
      'is given as a list',
      { 'profiles/team.yaml': profile.replace(/font:[\s\S]*/, 'font: [a.ttf]\n') },
      ':7: options.font must be a group of fields',
    ],
  ])('that %s stops the run with file and line', async (_, files, said) => {
    const folder = project(files);
    const { code, err, out } = await convert(folder);
    expect(out + err).toContain(said);
    expect(code).not.toBe(0);
  });

  test('with serifs or slanted letters is a warning, told once for each file', async () => {
    const fontFiles = { regular: withClass(regular, 0x0200), bold: patched(bold, 'post', 4, 0xfff4) };
    const { findings, written } = await writePdf(richDocument(), { fontFiles });
    expect(findings).toEqual([]);
    expect(written.findings.map(({ rule, severity, message }) => [rule, severity, message])).toEqual([
      ['pdf/font', 'warning', 'The font Lexend-Regular has serifs.'],
      ['pdf/italic', 'warning', 'The font Lexend-Bold is slanted.'],
    ]);
  });

  const kinds = {
    TTF: { regular, bold },
    OTF: { regular: unpacked(webFont(400, 'woff')), bold: unpacked(webFont(700, 'woff')) },
  };

  test.each([
    ['TTF', 'Lexend-Bold', kinds.TTF],
    ['OTF', 'OpenDyslexic-Bold', kinds.OTF],
  ])('of the kind %s keeps every word', async (_, name, fontFiles) => {
    const { bytes, findings, readBack } = await writePdf(richDocument(), { fontFiles });
    expect(findings).toEqual([]);
    const usual = await writePdf(richDocument());
    const words = (passages: readonly { readonly text: string }[]) => passages.map(({ text }) => text);
    expect(words(readBack.passages)).toEqual(words(usual.readBack.passages));
    expect(await fontNames(bytes)).toContain(name);
  });

  test.for(['ua1', '2a'] as const)(
    'passes veraPDF against %s',
    { timeout: 240_000 },
    async (flavour, context) => {
      const folder = await mkdtemp(join(tmpdir(), 'allformats-font-'));
      try {
        const files: string[] = [];
        for (const [kind, fontFiles] of Object.entries(kinds)) {
          const file = join(folder, `${kind}.pdf`);
          await writeFile(file, (await writePdf(richDocument(), { fontFiles })).bytes);
          files.push(file);
        }
        const { findings } = mustBeChecked(context, await checkWithVeraPdf(files, root, flavour));
        expect(Object.fromEntries(findings)).toEqual(Object.fromEntries(files.map((file) => [file, []])));
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  );
});
