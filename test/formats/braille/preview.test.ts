import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import braille from '../../../src/formats/braille/index.ts';
import { brailleOptions } from '../../../src/formats/braille/options.ts';
import { plan } from '../../../src/plan/plan.ts';
import { checkWithAxe } from '../../../src/tools/axe.ts';
import { checkPages } from '../../../src/tools/pages/check-pages.ts';
import { mustBeChecked } from '../../support/must-be-checked.ts';
import { sound, soundEasyRead } from '../../support/mutations.ts';
import { readText } from '../../support/read-text.ts';

const root = join(import.meta.dirname, '../../..');

test('the preview breaks no rule of axe and none of ours', async (context) => {
  const { document } = plan(readText(sound, soundEasyRead).document, {
    transforms: ['opening', 'name-lists'],
  });
  const { outputs } = await braille.write(document, brailleOptions.parse({ engine: 'embedded' }));
  const folder = mkdtempSync(join(tmpdir(), 'braille '));
  try {
    const file = join(folder, 'preview.html');
    writeFileSync(file, outputs.find(({ name }) => name.endsWith('preview.html'))!.bytes);
    for (const check of [checkWithAxe, checkPages]) {
      const { findings } = mustBeChecked(context, await check([file], root));
      // Of the contrast in a drawing axe cannot tell.
      expect(findings.get(file)!.filter(({ severity }) => severity !== 'person')).toEqual([]);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 240_000);
