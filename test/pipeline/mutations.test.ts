import { beforeAll, describe, expect, test } from 'vitest';
import type { Document } from '../../src/document/tree.ts';
import type { Finding } from '../../src/kernel/finding.ts';
import type { Output } from '../../src/kernel/output.ts';
import { formatOf } from '../../src/pipeline/format-of.ts';
import { openProject } from '../../src/pipeline/project.ts';
import { prove } from '../../src/pipeline/prove.ts';
import { expectedReading, plan } from '../../src/plan/plan.ts';
import { easyReadMutations, type Mutation, mutations, sound, soundEasyRead } from '../support/mutations.ts';
import { readText } from '../support/read-text.ts';
import { tempProject } from '../support/temp-project.ts';

const root = new URL('../..', import.meta.url).pathname;
const profiles = openProject(root).profiles;
const profileOf = (id: string) => profiles.find((profile) => profile.id === id)!;
const read = (report: string, easyRead: string): Document => readText(report, easyRead).document;
const original = read(sound, soundEasyRead);

async function write(document: Document, id: string) {
  const profile = profileOf(id);
  const { format, options } = await formatOf(profile, []);
  const planned = plan(document, profile);
  const written = await format.write(planned.document, options);
  return { format, outputs: written.outputs, changes: [...planned.changes, ...written.changes] };
}

/** What the proof says of outputs that claim to be the original. */
async function judge(id: string, made: Awaited<ReturnType<typeof write>>, outputs: readonly Output[] = made.outputs) {
  const actual = await made.format.readBack(outputs);
  return prove(expectedReading(original, profileOf(id)), actual, made.changes, original.meta);
}

const errors = (findings: readonly Finding[]) => findings.filter(({ severity }) => severity === 'error');

function replaceOnce(text: string, [name, from, to]: Mutation): string {
  expect(text, name).toContain(from);
  return text.replace(from, () => to);
}

describe.each(['html', 'plain-text', 'plain-text-email', 'large-print-20', 'easy-read'])('%s', (id) => {
  const easy = id === 'easy-read';
  const all = easy ? easyReadMutations : mutations;

  test('has no false alarm when it is sound', async () => {
    const proof = await judge(id, await write(original, id));
    expect(proof.findings).toEqual([]);
    expect(proof.found).toBe(proof.words);
    for (const { what, total, found } of proof.structure) expect(found, what).toBe(total);
    expect(proof.structure.find(({ what }) => what === 'list items')!.total).toBeGreaterThan(2);
  });

  test('is corrupted in at least 40 ways', () => expect(all.length).toBeGreaterThanOrEqual(40));

  test.each(all)('%s', async (...mutation) => {
    const broken = easy
      ? read(sound, replaceOnce(soundEasyRead, mutation))
      : read(replaceOnce(sound, mutation), soundEasyRead);
    // The changes that the sound document declares: a fault is never declared.
    const { changes } = await write(original, id);
    const proof = await judge(id, { ...(await write(broken, id)), changes });
    expect(errors(proof.findings).length).toBeGreaterThan(0);
  });
});
