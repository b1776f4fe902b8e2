import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ledgerPage, rulesOf } from '../../src/rules/clause-ledger.ts';
import { ledgers } from '../../src/rules/ledgers.ts';
import { rules } from '../../src/rules/registry.ts';

/** Clauses of level AAA that rules serve, though nobody must meet them. */
const beyond = new Set(['WCAG 2.2 3.1.4']);

describe.each(Object.entries(ledgers))('%s', (name, ledger) => {
  test('is fresh', async () => {
    const page = join(import.meta.dirname, '../../docs/standards', name);
    await expect(ledgerPage(ledger, rules)).toMatchFileSnapshot(page);
  });

  test('lists each clause once, and each that a rule names', () => {
    const ids = ledger.clauses.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const named = rules.flatMap(({ clauses }) => clauses.filter((one) => one.startsWith(ledger.prefix)));
    expect(named.length).toBeGreaterThan(0);
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
