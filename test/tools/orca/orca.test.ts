import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { hear } from '../../../src/media/listening/speech-model.ts';
import { compareHeard } from '../../../src/pipeline/compare-heard.ts';
import { saidText } from '../../../src/report/transcript-text.ts';
import { readAccessibilityTrees } from '../../../src/tools/accessibility-tree.ts';
import { listenWithOrca } from '../../../src/tools/orca/listen-with-orca.ts';
import { runTool } from '../../../src/tools/run-tool.ts';
import { mustBeChecked } from '../../support/must-be-checked.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const pages = join(import.meta.dirname, '../../media/listening/pages');
const files = ['notice', 'table-and-form', 'faults'].map((name) => join(pages, `${name}.html`));
const folders = () => readdirSync(tmpdir()).filter((name) => name.startsWith('allformats-orca-'));

test('the real Orca reads a batch of pages, and says the words that the model says', async (context) => {
  const before = folders();
  const { heard } = mustBeChecked(context, await listenWithOrca(files, root));
  expect([...heard.keys()]).toEqual(files);
  const { trees } = mustBeChecked(context, await readAccessibilityTrees(files, root));
  for (const file of files.slice(0, 2)) {
    const { words, same, differences } = compareHeard(hear(trees.get(file)!), 'orca', heard.get(file)!);
    expect(
      differences.filter(({ reason }) => reason === undefined),
      file,
    ).toEqual([]);
    expect(same, file).toBeGreaterThanOrEqual(words - 1);
  }
  // Another version may say other words for the same thing.
  const { stdout } = await runTool('orca', ['--version'], { seconds: 60 });
  if (/\b43\./.test(stdout)) {
    for (const file of files) {
      const name = file.replace(/^.*\/|\.html$/g, '');
      await expect(saidText(heard.get(file)!)).toMatchFileSnapshot(`golden/${name}.orca-43.txt`);
    }
  }
  const faults = heard.get(files[2]!)!.map((one) => one.trim());
  expect(faults).toContain('clickable');
  expect(faults).toContain('Unlabeled image');
  expect(faults.join(' ')).not.toContain('Nobody hears this sentence');
  expect(folders().filter((name) => !before.includes(name))).toEqual([]);
}, 240_000);

test('without Orca nothing counts as read', async () => {
  expect(await listenWithOrca(files, root, { PATH: '' })).toMatchObject({
    state: 'not-checked',
    why: expect.stringContaining('Orca is not installed'),
  });
  expect(await listenWithOrca([join(root, 'nowhere.html')], root)).toMatchObject({ state: 'not-checked' });
});
