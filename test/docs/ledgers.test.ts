import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ledgerPage, rulesOf } from '../../src/rules/clause-ledger.ts';
import { findingKinds } from '../../src/rules/finding-kinds.ts';
import { ledgers } from '../../src/rules/ledgers.ts';
import { rules as contentRules } from '../../src/rules/registry.ts';

/** Everything that can be found serves clauses: rules for reports, the proof, measuring, judges. */
const rules = [...contentRules, ...findingKinds];

/** Clauses of level AAA that rules serve, though nobody must meet them. */
const beyond = new Set(['WCAG 2.2 3.1.4', 'WCAG 2.2 1.4.6']);

describe.each(Object.entries(ledgers))('%s', (name, ledger) => {
  test('is fresh', async () => {
    const page = join(import.meta.dirname, '../../docs/standards', name);
    await expect(ledgerPage(ledger, rules)).toMatchFileSnapshot(page);
  });

  test('lists each clause once, and each that a rule names', () => {
    const ids = ledger.clauses.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const named = rules.flatMap(({ clauses }) => clauses.filter((one) => one.startsWith(ledger.prefix)));
    const isNamed = ledger.clauses.some((clause) => rulesOf(ledger, clause, rules).length > 0);
    expect(isNamed).toBe(true);
    for (const one of named) {
      if (!beyond.has(one)) expect(ids, one).toContain(one.slice(ledger.prefix.length));
    }
  });

  test('says of no clause that a rule serves that nothing is done, and of no other one that a rule holds it', () => {
    for (const clause of ledger.clauses) {
      const serving = rulesOf(ledger, clause, rules);
      if (serving.length > 0) expect(['enforced', 'person'], clause.id).toContain(clause.state);
      if (clause.state === 'enforced' && clause.by === '')
        expect(serving.length, clause.id).toBeGreaterThan(0);
      if (clause.state !== 'enforced' && clause.state !== 'open') expect(clause.by, clause.id).not.toBe('');
    }
  });
});

test('WCAG 2.2 has 31 criteria of level A and 24 of level AA', () => {
  const titles = ledgers['wcag-2.2.md']!.clauses.map(({ title }) => title);
  expect(titles.filter((title) => title.endsWith('(A)'))).toHaveLength(31);
  expect(titles.filter((title) => title.endsWith('(AA)'))).toHaveLength(24);
});

test('clause 10 of EN 301 549 has each criterion of WCAG 2.1 once, and two clauses of its own', () => {
  const ids = ledgers['en-301-549.md']!.clauses.map(({ id }) => id);
  // WCAG 2.1 has 50 criteria of levels A and AA, parsing among them.
  expect(ids).toHaveLength(50 + 2);
  expect(ids).toContain('10.1.4.13');
  expect(ids).not.toContain('10.2.5.8');
});

test('the Matterhorn Protocol has 31 checkpoints', () => {
  expect(ledgers['pdf-ua-1.md']!.clauses.map(({ id }) => Number(id))).toEqual(
    Array.from({ length: 31 }, (_, index) => index + 1),
  );
});

test('the Matterhorn Protocol has 137 conditions, numbered without a gap, of which a machine can tell 87', () => {
  const { clauses } = ledgers['matterhorn-1.1.md']!;
  expect(clauses).toHaveLength(137);
  const last = new Map<string, number>();
  for (const { id } of clauses) {
    const [checkpoint = '', number = ''] = id.split('-');
    expect(Number(number), id).toBe((last.get(checkpoint) ?? 0) + 1);
    last.set(checkpoint, Number(number));
  }
  expect([...last.keys()]).toEqual(ledgers['pdf-ua-1.md']!.clauses.map(({ id }) => id));
  // Left to a machine by the protocol, and nothing that is made can break them.
  const noneMade = ['09-007', '09-008', '20-001', '20-002', '20-003', '25-001', '28-006', '28-014', '28-015'];
  const rest = [...noneMade, '28-016', '28-018', '17-002', '17-003'];
  const byVeraPdf = clauses.filter(({ by }) => by.startsWith('veraPDF'));
  expect(byVeraPdf.length + rest.length).toBe(87);
  expect(byVeraPdf.map(({ id }) => id).filter((id) => rest.includes(id))).toEqual([]);
});

test('a checkpoint is not held where none of its conditions is', () => {
  const all = ledgers['matterhorn-1.1.md']!.clauses;
  for (const { id, state } of ledgers['pdf-ua-1.md']!.clauses) {
    const states = all.filter((one) => one.id.startsWith(`${id}-`)).map((one) => one.state);
    if (state === 'none') expect(new Set(states), id).toEqual(new Set(['none']));
    if (state === 'open') expect(states, id).toContain('open');
  }
});

test('every clause that a rule names stands in a ledger, where there is one of its standard', () => {
  const prefixes = ['WCAG 2.2 ', 'DAPB1605 ', 'EPUB Accessibility 1.1, section '];
  const listed = new Set(
    Object.values(ledgers).flatMap(({ prefix, clauses }) => clauses.map(({ id }) => `${prefix}${id}`)),
  );
  for (const { id, clauses } of rules) {
    for (const clause of clauses) {
      if (!prefixes.some((prefix) => clause.startsWith(prefix)) || beyond.has(clause)) continue;
      expect(listed.has(clause), `${id}: ${clause}`).toBe(true);
    }
  }
});
