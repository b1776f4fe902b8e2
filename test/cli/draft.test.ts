import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sampleProject } from '../../src/cli/sample-project.ts';
import { runCli } from '../support/run-cli.ts';
import { put, tempProject } from '../support/temp-project.ts';

const layer = 'sources/my-first-report.easy.md';
const report = 'sources/my-first-report.md';
const text = sampleProject[layer]!;

describe('draft easy-read --record', () => {
  it('writes the record that makes the guard content, with the reason that stands there', async () => {
    const root = tempProject();
    put(root, layer, text.replace('51 people want', 'Many people want'));
    const broken = await runCli(root, 'convert', '--profile', 'easy-read');
    expect(broken.out).toContain('"51" is told nowhere, and the record says once.');
    const { code, out } = await runCli(root, 'draft', 'easy-read', join(root, report), '--record');
    expect(code).toBe(0);
    expect(out).toContain('why="The easy version tells the main answers. The rest is in the report."');
    put(
      root,
      layer,
      text.replace('51 people want', 'Many people want').replace(/:::facts[\s\S]*?:::\n/, out),
    );
    const mended = await runCli(root, 'convert', '--profile', 'easy-read');
    expect(mended.out).not.toContain('easy-read/facts-left-out');
  });

  it('says what is missing', async () => {
    const root = tempProject();
    expect((await runCli(root, 'draft', 'easy-read')).err).toContain('Say which report');
    put(root, 'sources/bare.md', sampleProject[report]!);
    expect(
      (await runCli(root, 'draft', 'easy-read', join(root, 'sources/bare.md'), '--record')).err,
    ).toContain('no Easy Read layer');
  });
});
