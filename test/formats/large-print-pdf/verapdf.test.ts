import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkWithVeraPdf } from '../../../src/tools/verapdf.ts';
import { mustBeChecked } from '../../support/must-be-checked.ts';
import { heading, paragraph, pdfDocument, richDocument, table } from '../../support/pdf-samples.ts';
import { writePdf } from '../../support/pdf-writing.ts';

const source = { name: 'plan.md', bytes: new TextEncoder().encode('# A plan\n') };
const root = join(import.meta.dirname, '../../..');

test.for([
  ['ua1', 'ua1+a2a'],
  ['2a', 'ua1+a2a'],
  ['ua1', 'ua1+a3a'],
  ['3a', 'ua1+a3a'],
  ['ua2', 'ua2+a4'],
  ['4', 'ua2+a4'],
] as const)(
  'veraPDF finds no failure against %s in a file of %s',
  { timeout: 240_000 },
  async ([flavour, standard], context) => {
    const folder = await mkdtemp(join(tmpdir(), 'allformats-pdf-'));
    try {
      const long = Array.from({ length: 12 }, (_, part) => [
        heading(2, `Part ${part}`),
        paragraph('Plain words. '.repeat(80)),
        table(
          [
            ['Name', 'Story'],
            ['One', 'Long words. '.repeat(90)],
          ],
          { caption: `Table ${part}` },
        ),
      ]).flat();
      const documents = {
        rich: await writePdf({ ...richDocument(), source }, { contents: true, standard }),
        dark: await writePdf(richDocument(), {
          size: 28,
          standard,
          colours: { text: '#ffff00', background: '#000000', link: '#ffffff' },
        }),
        long: await writePdf(pdfDocument(long), { size: 16, standard }),
        odd: await writePdf(pdfDocument([paragraph('🦄 שלום السلام हिन्दी \ud800')]), { standard }),
        empty: await writePdf(pdfDocument([]), { standard }),
      };
      const files: string[] = [];
      for (const [name, { bytes }] of Object.entries(documents)) {
        files.push(join(folder, `${name}.pdf`));
        await writeFile(join(folder, `${name}.pdf`), bytes);
      }
      const { findings } = mustBeChecked(context, await checkWithVeraPdf(files, root, flavour));
      expect(Object.fromEntries(findings)).toEqual(Object.fromEntries(files.map((file) => [file, []])));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
);
