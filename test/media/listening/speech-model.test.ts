import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hear } from '../../../src/media/listening/speech-model.ts';
import { formatOf } from '../../../src/pipeline/format-of.ts';
import { openProject } from '../../../src/pipeline/project.ts';
import { plan } from '../../../src/plan/plan.ts';
import { transcriptText } from '../../../src/report/transcript-text.ts';
import { checkHeardPage } from '../../../src/rules/heard/check-heard-page.ts';
import { readAccessibilityTrees, type TreesRead } from '../../../src/tools/accessibility-tree.ts';
import type { NotChecked } from '../../../src/tools/not-checked.ts';
import { mustBeChecked } from '../../support/must-be-checked.ts';
import { sound, soundEasyRead } from '../../support/mutations.ts';
import { readText } from '../../support/read-text.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const pages = join(import.meta.dirname, 'pages');
const names = readdirSync(pages).map((file) => file.replace(/\.html$/, ''));

describe('the transcript of a page by the speech model', () => {
  const folder = mkdtempSync(join(tmpdir(), 'allformats-model-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const own = ['html', 'easy-read'] as const;
  let read: TreesRead | NotChecked;
  beforeAll(async () => {
    const { document } = readText(sound, soundEasyRead);
    for (const id of own) {
      const profile = openProject(root).profiles.find((one) => one.id === id)!;
      const { format, options } = await formatOf(profile, []);
      const { outputs } = await format.write(plan(document, profile).document, options);
      writeFileSync(join(folder, `${id}.html`), outputs[0]!.bytes);
    }
    const files = [
      ...names.map((name) => join(pages, `${name}.html`)),
      ...own.map((id) => join(folder, `${id}.html`)),
    ];
    read = await readAccessibilityTrees(files, root);
  });

  test.for(names)('%s', async (name, context) => {
    const { trees } = mustBeChecked(context, read);
    await expect(transcriptText(hear(trees.get(join(pages, `${name}.html`))!))).toMatchFileSnapshot(
      `golden/${name}.txt`,
    );
  });

  test.for(own)('our page: %s', async (id, context) => {
    const { trees } = mustBeChecked(context, read);
    const page = hear(trees.get(join(folder, `${id}.html`))!);
    await expect(transcriptText(page)).toMatchFileSnapshot(`golden/own-${id}.txt`);
    expect(checkHeardPage(page)).toEqual([]);
  });
});
