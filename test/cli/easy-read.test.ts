import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { manifestSchema } from '../../src/pipeline/manifest.ts';
import { runCli } from '../support/run-cli.ts';
import { put, tempProject } from '../support/temp-project.ts';

const check = 'easyRead:\n  checkedBy: Anytown Self Advocacy Group\n  checkedOn: 2024-06-01\n';
const report = `---
title: Bins and parks
organisation: Anytown Council
language: en-GB
date: 2024-05
version: "1.0"
contact:
  email: bins@example.org
signOff:
  - role: Parks committee
${check}---

## Parks

We keep 5 parks.

## Bins

We empty the bins. See the note.[^1]

### Green bins

They are for leaves.

[^1]: On Mondays.
`;
const easy = `:::easy-read{covers="parks"}
## Our parks

:pic[tree] We look after 5 parks.
:::

:::easy-read{covers="bins"}
## Our bins

:pic[home] We empty the bins.
:::

:::glossary
- Park: A place with trees.
:::
`;
const file = 'sources/bins.md';
const recordFile = 'sources/bins.easy.lock.yaml';
const quick = ['--profile', 'easy-read', '--json', '--fail-on', 'never'] as const;

async function findingsOf(root: string): Promise<readonly string[]> {
  const { out } = await runCli(root, 'check', '--profile', 'plain-text', '--json', '--fail-on', 'never');
  const found = [
    ...out.matchAll(/"rule": "((?:easy-read|source)\/[a-z-]+)"[\s\S]*?"message": "(.*?)(?<!\\\\)",?\n/g),
  ];
  return found.map(([, rule, message]) => `${rule}: ${message}`);
}

async function isDraft(root: string): Promise<boolean> {
  await runCli(root, 'convert', ...quick);
  const { outputs } = manifestSchema.parse(
    JSON.parse(readFileSync(join(root, 'outputs/manifest.json'), 'utf8')),
  );
  const page = outputs.find(({ path }) => path.endsWith('.easy-read.html'))!;
  return readFileSync(join(root, page.path), 'utf8').includes('Draft, not yet checked');
}

describe('easy-read', () => {
  it('takes the draft stamp off when what the readers saw is recorded, and brings it back when a block changes', async () => {
    const root = tempProject({ [file]: report, 'sources/bins.easy.md': easy });
    expect(await isDraft(root)).toBe(true);
    const { code, out } = await runCli(root, 'easy-read', 'sign-off', join(root, file));
    expect(code).toBe(0);
    expect(out).toContain('3 blocks');
    expect(await isDraft(root)).toBe(false);
    // Line ends, marks and places are no change for a reader.
    put(
      root,
      'sources/bins.easy.md',
      easy.replaceAll('\n', '\r\n').replace(':::easy-read', '\r\n:::easy-read'),
    );
    expect(await isDraft(root)).toBe(false);
    for (const [from, to] of [
      ['look after 5', 'look after 6'],
      [':pic[home]', ':pic[tree]'],
      ['A place with trees', 'A green place'],
      ['\n:pic[home] We empty the bins.\n', '\n:pic[home] We empty the bins.\n\n:pic[home] One more.\n'],
    ] as const) {
      put(root, 'sources/bins.easy.md', easy.replace(from, to));
      expect(await isDraft(root), to).toBe(true);
      expect((await findingsOf(root)).filter((one) => one.includes('easy-read/sign-off'))).toHaveLength(1);
    }
  });

  it('is not talked into an old check: the day must be that of the words', async () => {
    const root = tempProject({ [file]: report, 'sources/bins.easy.md': easy });
    await runCli(root, 'easy-read', 'sign-off', join(root, file));
    put(root, 'sources/bins.easy.md', easy.replace('look after 5', 'look after 6'));
    const again = await runCli(root, 'easy-read', 'sign-off', join(root, file));
    expect(again.code).toBe(2);
    expect(again.err).toContain('"Our parks" changed since');
    put(root, file, report.replace('2024-06-01', '2024-07-01'));
    expect(await isDraft(root)).toBe(true);
    expect((await runCli(root, 'easy-read', 'sign-off', join(root, file))).code).toBe(0);
    expect(await isDraft(root)).toBe(false);
  });

  it('tells which blocks to look at again when the report changes, until somebody has compared them', async () => {
    const root = tempProject({ [file]: report, 'sources/bins.easy.md': easy });
    await runCli(root, 'easy-read', 'accept', join(root, file));
    const stale = async () => (await findingsOf(root)).filter((one) => one.startsWith('easy-read/stale'));
    expect(await stale()).toEqual([]);
    for (const [from, to] of [
      ['empty the bins', 'never empty the bins'],
      ['for leaves', 'for grass'],
      ['On Mondays', 'On Fridays'],
    ] as const) {
      put(root, file, report.replace(from, to));
      expect(await stale(), to).toEqual([
        expect.stringContaining('1 block to look at again. This one, \\"Our bins\\"'),
      ]);
    }
    put(root, file, report.replace('5 parks', '6 parks').replace('for leaves', 'for grass'));
    expect(await stale()).toHaveLength(2);
    await runCli(root, 'easy-read', 'accept', join(root, file), 'parks');
    expect(await stale()).toHaveLength(1);
    await runCli(root, 'easy-read', 'accept', join(root, file));
    expect(await stale()).toEqual([]);
  });

  it('says what is wrong, and writes nothing', async () => {
    const root = tempProject({ [file]: report.replace(check, ''), 'sources/bins.easy.md': easy });
    const refused = async (...words: readonly string[]) => {
      const { code, err } = await runCli(
        root,
        'easy-read',
        ...words.map((word) => (word === file ? join(root, word) : word)),
      );
      expect(code).toBe(2);
      expect(existsSync(join(root, recordFile))).toBe(false);
      return err;
    };
    expect(await refused('sign-off', file)).toContain('does not say who checked');
    expect(await refused('accept', file, 'nowhere')).toContain('"parks", "bins"');
    expect(await refused('forget', file)).toContain('accept');
    expect(await refused('sign-off')).toContain('Name the one report');
    put(root, file, report.replace('  checkedOn: 2024-06-01\n', ''));
    expect(await refused('sign-off', file)).toContain('does not say who checked');
    expect(await findingsOf(root)).toContainEqual(expect.stringContaining('source/front-matter'));
  });

  it.each([
    ['is no YAML', '\t:::'],
    ['is of another kind', '- a\n'],
    ['is a bomb', `a: &a [${'x,'.repeat(9)}]\nb: &b [*a,*a,*a]\nparts: *b\n`],
    ['has hashes of another kind', 'parts: { parks: { words: 12 } }\n'],
  ])('takes a record that %s for none', async (_, record) => {
    const root = tempProject({ [file]: report, 'sources/bins.easy.md': easy, [recordFile]: record });
    expect(await isDraft(root)).toBe(true);
    const found = await findingsOf(root);
    expect(found).toContainEqual(expect.stringContaining('source/easy-read-lock'));
  });

  it('tells of a block that covers what another covers, and of one that covers nothing', async () => {
    const root = tempProject({
      [file]: report,
      'sources/bins.easy.md': easy.replace('covers="bins"', 'covers="parks nowhere"'),
    });
    const found = (await findingsOf(root)).filter((one) => one.startsWith('easy-read/coverage'));
    expect(found).toEqual([
      expect.stringContaining('\\"nowhere\\" is not a heading'),
      expect.stringContaining('\\"parks\\" is covered twice: line 1'),
      expect.stringContaining('\\"Bins\\" is not in the Easy Read version'),
    ]);
  });
});
