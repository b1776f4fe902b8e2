import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { unitsOf } from '../../src/translation/units.ts';
import { writeXliff } from '../../src/translation/write-xliff.ts';
import { mustBeChecked } from '../support/must-be-checked.ts';
import { readText } from '../support/read-text.ts';

const folder = join(import.meta.dirname, '../../.cache/xliff');
const schema = (name: string) => readFileSync(join(folder, name), 'utf8');

async function validate(text: string) {
  if (!existsSync(folder)) return { state: 'not-checked', why: 'the schema of XLIFF is missing' } as const;
  // The namespace of XML lies beside the core here.
  const core = schema('xliff_core_2.0.xsd').replace(
    /schemaLocation="[^"]*xml\.xsd"/,
    'schemaLocation="xml.xsd"',
  );
  const result = await validateXML({
    xml: [{ fileName: 'report.xlf', contents: text }],
    schema: [{ fileName: 'core.xsd', contents: core }],
    preload: [{ fileName: 'xml.xsd', contents: schema('xml.xsd') }],
  });
  return { state: 'checked', errors: result.errors.map(({ rawMessage }) => rawMessage) } as const;
}

const reports = ['st-helens-ccg-equality-report', 'staffordshire-stoke-equality-strategy'];

for (const name of reports)
  test(`the texts of ${name} are valid XLIFF`, async (context) => {
    const file = join(import.meta.dirname, `../../sources/${name}.md`);
    const { document } = readText(readFileSync(file), readFileSync(file.replace('.md', '.easy.md'), 'utf8'));
    const head = { original: `${name}.md`, from: 'en-GB', to: 'cy', keep: ['St Helens'] };
    const units = unitsOf(document).map((unit) => ({ unit, target: unit.source.tokens }));
    expect(mustBeChecked(context, await validate(writeXliff(head, units))).errors).toEqual([]);
  });

test('the schema finds what is wrong', async (context) => {
  const text = readFileSync(join(import.meta.dirname, 'examples/passes.xlf'), 'utf8');
  const good = mustBeChecked(context, await validate(text));
  expect(good.errors).toEqual([]);
  const bad = mustBeChecked(
    context,
    await validate(text.replace('<segment state="translated">', '<segment status="x">')),
  );
  expect(bad.errors.join()).toContain('status');
});
