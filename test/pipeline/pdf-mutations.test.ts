import { beforeAll, describe, expect, test } from 'vitest';
import { bodyReadingOf } from '../../src/document/passages.ts';
import { formatOf } from '../../src/pipeline/format-of.ts';
import { openProject } from '../../src/pipeline/project.ts';
import { prove } from '../../src/pipeline/prove.ts';
import { expectedReading, plan } from '../../src/plan/plan.ts';
import { sound, soundEasyRead } from '../support/mutations.ts';
import { BrokenPdf, pdfMutations } from '../support/pdf-mutations.ts';
import { readText } from '../support/read-text.ts';

const root = new URL('../..', import.meta.url).pathname;
const profile = openProject(root).profiles.find((one) => one.id === 'large-print-20')!;
const { document } = readText(sound, soundEasyRead);

async function write() {
  const { format, options } = await formatOf(profile, []);
  const planned = plan(document, profile);
  const { outputs, changes } = await format.write(planned.document, options);
  const all = [...planned.changes, ...changes];
  const body = bodyReadingOf(planned.document);
  /** What the proof and the measuring of the pages say of the bytes. */
  const judge = async (bytes: Uint8Array) => {
    const files = [{ ...outputs[0]!, bytes }];
    const back = await format.readBack(files);
    const { findings } = prove(expectedReading(document, profile), back, all, document.meta, body);
    return [...findings, ...((await format.check?.(files, options)) ?? [])];
  };
  return { bytes: outputs[0]!.bytes, judge };
}

describe('the bytes of a PDF', () => {
  let made: Awaited<ReturnType<typeof write>>;
  beforeAll(async () => {
    made = await write();
  });

  test('raise no alarm when they are sound, nor when they are only saved again', async () => {
    expect(await made.judge(made.bytes)).toEqual([]);
    const same = await BrokenPdf.open(made.bytes);
    expect((await made.judge(await same.save())).filter(({ rule }) => rule.startsWith('fidelity/'))).toEqual(
      [],
    );
  });

  test('raise no alarm when a page is only packed anew', async () => {
    const file = await BrokenPdf.open(made.bytes);
    file.paint(
      file.part('P', 'It waters them'),
      ({ open, inside, close }) => `${open}q\n${inside} Q${close}`,
    );
    file.paintOver(file.part('P', 'It waters them'), 'q Q');
    const findings = await made.judge(await file.save());
    expect(findings.filter(({ rule }) => rule.startsWith('fidelity/'))).toEqual([]);
  });

  test('are corrupted in at least 40 ways', () => expect(pdfMutations.length).toBeGreaterThanOrEqual(40));

  test.each(pdfMutations)('%s', async (_, change) => {
    const file = await BrokenPdf.open(made.bytes);
    change(file);
    const findings = await made.judge(await file.save());
    expect(findings.filter(({ severity }) => severity === 'error').length).toBeGreaterThan(0);
  });
});
