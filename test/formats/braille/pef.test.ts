import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import braille from '../../../src/formats/braille/index.ts';
import { brailleOptions } from '../../../src/formats/braille/options.ts';
import { plan } from '../../../src/plan/plan.ts';
import { mustBeChecked } from '../../support/must-be-checked.ts';
import { sound, soundEasyRead } from '../../support/mutations.ts';
import { readText } from '../../support/read-text.ts';

const path = fileURLToPath(new URL('../../../.cache/pef/pef-2008-1-full.rng', import.meta.url));

async function faults(xml: string): Promise<readonly string[]> {
  const { errors } = await validateXML({
    xml: [{ fileName: 'book.pef', contents: xml }],
    schema: [readFileSync(path, 'utf8')],
    extension: 'relaxng',
  });
  return errors.map(({ message }) => message);
}

test('the PEF file is valid by the schema of PEF 2008-1', async (context) => {
  mustBeChecked(
    context,
    existsSync(path)
      ? { state: 'checked' }
      : { state: 'not-checked', why: 'The schema of PEF is not in .cache/pef: "npm test" gets it.' },
  );
  const { document } = readText(sound.replace('Bins and parks', 'Bins & <parks>'), soundEasyRead);
  const planned = plan(document, { transforms: ['opening', 'links-in-full', 'linearise-tables'] });
  const { outputs } = await braille.write(
    planned.document,
    brailleOptions.parse({ engine: 'embedded', duplex: false }),
  );
  const xml = new TextDecoder().decode(outputs.find(({ name }) => name.endsWith('.pef'))!.bytes);
  expect(await faults(xml)).toEqual([]);
  expect(xml).toContain('duplex="false"');
  // The judge can tell wrong from right.
  expect(await faults(xml.replace(/ cols="\d+"/, ''))).not.toEqual([]);
  expect(await faults(xml.replace('<row>⠶', '<row>A'))).not.toEqual([]);
});
