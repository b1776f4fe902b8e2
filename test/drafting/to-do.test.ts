import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { toDoOf } from '../../src/drafting/to-do.ts';
import { toDoPage } from '../../src/drafting/to-do-page.ts';
import { draftEasyRead } from '../../src/pipeline/draft-easy-read.ts';
import { findReports } from '../../src/pipeline/find-reports.ts';
import { openProject } from '../../src/pipeline/project.ts';
import { checkWithAxe } from '../../src/tools/axe.ts';
import { usualLimits } from '../../src/wording/gates.ts';
import { loadTagger } from '../../src/wording/passive.ts';
import { withBrowser } from '../support/browser.ts';
import { mustBeChecked } from '../support/must-be-checked.ts';
import { readBody } from '../support/read-text.ts';

const root = join(import.meta.dirname, '../..');
const concepts = [
  { concept: 'dog', synonyms: ['dogs'] },
  { concept: 'complaint', synonyms: ['complain'] },
];

const report = `## Parks

The council has 12 parks. Dogs are not allowed in three of them. People may complain.

:::table{caption="Parks by size"}
| Park | Size |
| --- | --- |
| Mill | Big |
:::
`;

const easy = (text: string) => `:::easy-read{covers="parks"}\n## Parks\n\n${text}\n:::\n`;

async function open(text: string): Promise<string[]> {
  const { document } = readBody(report, easy(text));
  const { parts } = toDoOf(document, { limits: usualLimits, concepts, tag: await loadTagger() });
  return parts.flatMap(({ ideas }) => ideas.flatMap((idea) => idea.open.map(({ gate }) => gate)));
}

describe('each gate opens for what is hard, and for nothing else', () => {
  test.each([
    ['words', ':pic[dog] We do not let dogs into these 3 parks here now.', true],
    ['words', ':pic[dog] We do not let dogs into these 3 parks.', false],
    ['one-idea', ':pic[dog] We have parks (big ones).', true],
    ['hard-word', ':pic[dog] We want to commence.', true],
    ['hard-word', ':pic[dog] We want to start. We walk in parks.', false],
    ['explain-next', ':pic[dog] This is a **bylaw**.', true],
    ['explain-next', ':pic[dog] This is a **bylaw**. A bylaw is a rule.', false],
    ['passive', ':pic[dog] Dogs were seen here.', true],
    ['passive', ':pic[dog] We saw dogs here.', false],
    ['short-form', ':pic[dog] Ask the CCG.', true],
    ['short-form', ':pic[dog] Ask the NHS or your GP.', false],
    ['number', ':pic[dog] 7% of dogs are here.', true],
    ['number', ':pic[dog] 7 in 100 dogs are here.', false],
    ['double-negative', ':pic[dog] Do not go without a dog.', true],
    ['pronoun', ':pic[dog] They must wait.', true],
    ['pronoun', ':pic[dog] The dogs must wait.', false],
    ['picture', 'We have parks.', true],
  ])('%s: %s', async (gate, text, isOpen) => {
    expect((await open(text)).includes(gate)).toBe(isOpen);
  });

  test('words that name people are no bad words', async () => {
    expect(await open(':pic[dog] Black people, Asian people and white people walk here.')).toEqual([]);
  });
});

test('an idea stands beside the sentence that it tells, with a picture where the map is sure', () => {
  const { document } = readBody(
    report,
    easy('Dogs must not go into 3 parks.\n\nYou can be unhappy.\n\nYou can complain to us.'),
  );
  const { parts } = toDoOf(document, { limits: usualLimits, concepts });
  const [dogs, unhappy, complain] = parts[0]!.ideas;
  expect(dogs!.source?.text).toBe('Dogs are not allowed in three of them.');
  expect(dogs!.pictureSuggestion).toBe('dog');
  expect(unhappy!.pictureSuggestion).toBeUndefined();
  expect(complain!.source?.text).toBe('People may complain.');
  expect(parts[0]!.toChoose).toEqual(['Table: Parks by size']);
  expect(parts[0]!.guard.join(' ')).toContain('"12" is told 0 of 1 times');
});

test('words of the report and of the layer cannot break the page', () => {
  const { document } = readBody(
    report,
    easy(':pic[dog] Dogs &lt;script&gt;alert(1)&lt;/script&gt; "must" wait.'),
  );
  const page = toDoPage(toDoOf(document, { limits: usualLimits, concepts }));
  expect(page).not.toContain('<script');
  expect(page).toContain('alert(1)');
});

test('a profile moves the gates', async () => {
  const project = openProject(root);
  const strict = {
    ...project,
    outputs: mkdtempSync(join(tmpdir(), 'allformats-')),
    profiles: project.profiles.map((one) =>
      one.id === 'easy-read' ? { ...one, gates: { wordsWarn: 4, wordsError: 9 } } : one,
    ),
  };
  const [first] = findReports(project, [join(root, 'sources/liverpool-ccg-equality-and-diversity.md')]);
  const { toDo } = await draftEasyRead(strict, first!, { listOnly: true });
  const words = toDo.parts.flatMap(({ ideas }) =>
    ideas.flatMap(({ open }) => open.filter(({ gate }) => gate === 'words')),
  );
  expect(
    words.some(({ severity, message }) => severity === 'error' && message.includes('never more than 9')),
  ).toBe(true);
});

test('the page of a real report passes axe, and fits 320 pixels', async (context) => {
  const project = { ...openProject(root), outputs: mkdtempSync(join(tmpdir(), 'allformats-')) };
  const [first] = findReports(project, [join(root, 'sources/liverpool-ccg-equality-and-diversity.md')]);
  const { lists, file } = await draftEasyRead(project, first!, { listOnly: true });
  expect(file).toBeUndefined();
  expect(lists.map((path) => path.split('.').at(-1))).toEqual(['html', 'md', 'json']);
  const html = lists[0]!;
  await withBrowser(context, async (browser) => {
    const page = await browser.newPage({ viewport: { width: 320, height: 600 }, javaScriptEnabled: false });
    await page.setContent(readFileSync(html, 'utf8'));
    expect(
      await page.locator('main').evaluate((main) => main.ownerDocument.documentElement.scrollWidth),
    ).toBeLessThanOrEqual(320);
  });
  const checked = mustBeChecked(context, await checkWithAxe([html], root));
  expect(checked.findings.get(html)).toEqual([]);
});
