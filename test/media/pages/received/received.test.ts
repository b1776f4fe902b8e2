import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkReceivedPdf } from '../../../../src/media/pages/received/check-received-pdf.ts';
import { receivedRules } from '../../../../src/media/pages/received/received-rules.ts';
import { findingKinds } from '../../../../src/rules/finding-kinds.ts';
import { receivedSample, type SampleFaults } from '../../../support/received-sample.ts';

const scan = 'q 595 0 0 842 0 0 cm /Im Do Q\n';
const paragraph = (more: string, words = 'Some words here') =>
  `/Span <</MCID 7>> BDC BT ${more} (${words}) Tj ET EMC\n`;
const box = (colour: string) => `/Artifact BMC ${colour} rg 60 380 300 60 re f EMC\n`;

/** For each rule samples that break it, each with a part of what is said, and like ones that do not. */
const examples: Readonly<
  Record<string, { fails: readonly (readonly [SampleFaults, string])[]; passes: readonly SampleFaults[] }>
> = {
  'file/no-tags': { fails: [[{ marked: false }, 'no tags']], passes: [] },
  'file/scanned': {
    fails: [[{ only: scan, alt: '' }, '1 page is a picture of words (page 1)']],
    passes: [{ only: scan }, { content: '/Artifact BMC q 595 0 0 842 0 0 cm /Im Do Q EMC\n' }],
  },
  'file/recognised-words': {
    fails: [[{ only: `${scan}BT 3 Tr /F1 14 Tf 72 700 Td (Some words) Tj ET` }, '1 page is a scan (page 1)']],
    passes: [{ only: `${scan}BT /F1 14 Tf 72 700 Td (Some words) Tj ET` }],
  },
  'file/no-title': {
    fails: [
      [{ title: '' }, 'has no title'],
      [{ title: 'plan v3 final.docx' }, '"plan v3 final.docx"'],
      [{ showsTitle: false }, 'is not shown'],
    ],
    passes: [{ title: 'Plan 3' }],
  },
  'file/no-language': {
    fails: [
      [{ language: '' }, 'does not say'],
      [{ language: 'English' }, '"English" is none'],
    ],
    passes: [{ language: 'cy' }, { language: 'zh-Hans-CN' }],
  },
  'file/picture-without-alt': {
    fails: [[{ alt: '' }, '1 picture has no words in its place (page 1)']],
    passes: [{ alt: 'A' }],
  },
  'file/table-without-headers': {
    fails: [[{ headerCell: 'TD' }, '1 table has no header cells (page 1)']],
    passes: [],
  },
  'file/skipped-heading': {
    fails: [
      [{ headings: ['H1', 'H3'] }, '1 heading skips a level (page 1)'],
      [{ headings: ['H2', 'H2'] }, '1 heading skips'],
    ],
    passes: [{ headings: ['H1', 'H1'] }],
  },
  'file/no-headings': {
    fails: [[{ headings: ['P', 'P'], pages: 5 }, 'no headings']],
    passes: [{ headings: ['P', 'P'] }, { pages: 5 }],
  },
  'file/untagged-text': {
    fails: [
      [{ content: 'BT /F1 14 Tf 72 400 Td (Lost words) Tj ET' }, '"Lost words"'],
      [{ content: '/P <</MCID 99>> BDC BT /F1 14 Tf 72 400 Td (Held by none) Tj ET EMC' }, '"Held by none"'],
    ],
    passes: [{ content: '/Artifact BMC BT /F1 14 Tf 72 400 Td (Running head) Tj ET EMC' }],
  },
  'file/not-text': { fails: [[{ mute: true }, 'only drawn in']], passes: [] },
  'file/contrast': {
    fails: [
      [{ content: paragraph('0.7 g /F1 14 Tf 72 400 Td') }, '"Some words here"'],
      [{ content: `${box('0 0 0')}${paragraph('0.2 g /F1 14 Tf 72 400 Td')}` }, 'page 1'],
      [{ content: paragraph('0.5 g /F1 13 Tf 72 400 Td') }, 'page 1'],
    ],
    passes: [
      { content: `${box('0 0 0')}${paragraph('1 g /F1 14 Tf 72 400 Td')}` },
      { content: paragraph('0.5 g /F1 18 Tf 72 400 Td') },
      { content: `q 300 0 0 60 60 380 cm /Im Do Q\n${paragraph('0.7 g /F1 14 Tf 72 400 Td')}` },
      { content: paragraph('0 0 0 0.3 k /F1 14 Tf 72 400 Td') },
    ],
  },
  'file/cut-off': {
    fails: [
      [{ content: paragraph('/F1 14 Tf 560 400 Td') }, 'run over the edge of the page in 1 place (page 1'],
    ],
    passes: [{ content: paragraph('/F1 14 Tf 400 400 Td') }],
  },
  'file/link-without-tag': {
    fails: [[{ heldLink: false }, '1 link belongs to no tag (page 1)']],
    passes: [],
  },
  'file/field-without-name': {
    fails: [[{ fieldName: '' }, '1 form field has no name (page 1)']],
    passes: [],
  },
  'file/tab-order': { fails: [[{ tabs: '' }, 'on 1 page (page 1)']], passes: [] },
  'file/small-print': { fails: [[{ size: 9 }, 'Most words have 9 points']], passes: [{ size: 12 }] },
};

const rulesOf = async (faults: SampleFaults) =>
  (await checkReceivedPdf(await receivedSample(faults))).findings;

test('nothing is found in a file that everybody can use', async () => {
  expect(await checkReceivedPdf(await receivedSample())).toEqual({ findings: [] });
});

describe.each(receivedRules.map(({ id }) => id))('%s', (id) => {
  const { fails, passes } = examples[id]!;
  test.each(fails)('finds %o', async (faults, said) => {
    const finding = (await rulesOf(faults)).find(({ rule }) => rule === id);
    expect(finding?.message).toContain(said);
    expect(finding?.message).toMatch(/\.$/);
  });
  test.each(passes.map((one) => [one] as const))('lets %o pass', async (faults) => {
    expect((await rulesOf(faults)).map(({ rule }) => rule)).not.toContain(id);
  });
});

test('each rule has its page, which names the same clauses', () => {
  const kinds = findingKinds.filter(({ id }) => id.startsWith('file/'));
  const known = new Map<string, readonly string[]>(receivedRules.map(({ id, clauses }) => [id, clauses]));
  known.set('file/locked', ['PDF/UA-1 7.16']);
  expect(kinds.map(({ id }) => id).sort()).toEqual([...known.keys()].sort());
  for (const { id, clauses } of kinds) expect(clauses, id).toEqual(known.get(id));
});

/** A file whose encryption has these permissions. */
async function locked(permissions: number, revision: number): Promise<Uint8Array> {
  const text = Buffer.from(await receivedSample()).toString('latin1');
  const encrypt = `/Encrypt << /Filter /Standard /V 2 /R ${revision} /P ${permissions} >>`;
  return Buffer.from(
    text.replace(/trailer\s*<</, (start) => `${start} ${encrypt}`),
    'latin1',
  );
}

test('tells of security settings that keep assistive technology out, and that it saw no more', async () => {
  const closed = await checkReceivedPdf(await locked(-1 & ~512, 3));
  expect(closed.findings.map(({ rule }) => rule)).toEqual(['file/locked']);
  expect(closed.missed).toContain('encrypted');
  expect((await checkReceivedPdf(await locked(-1 & ~16, 2))).findings).toHaveLength(1);
  expect((await checkReceivedPdf(await locked(-1 & ~16, 3))).findings).toEqual([]);
});

test('broken files end nothing', async () => {
  const whole = await receivedSample();
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 200 }), async (at, length) => {
      const bytes = whole.slice();
      bytes.fill(32, at, at + length);
      const { findings, missed } = await checkReceivedPdf(bytes);
      if (missed !== undefined) expect(findings).toEqual([]);
      for (const { message } of findings) expect(message).toMatch(/^[A-Z1-9].*\.$/);
    }),
    { numRuns: 60 },
  );
  expect((await checkReceivedPdf(Buffer.from('no PDF'))).missed).toContain('cannot be read');
}, 60_000);
