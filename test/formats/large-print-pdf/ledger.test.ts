import { expect, test } from 'vitest';
import { layoutRules } from '../../../src/media/print/layout/registry.ts';
import { easyReadLedger, largePrintLedger } from '../../support/pdf-ledger.ts';

test('the ledger of large print is made from the rules (vitest --update makes it anew)', async () => {
  await expect(largePrintLedger(layoutRules)).toMatchFileSnapshot(
    '../../../docs/standards/ukaaf-large-print.md',
  );
});

test('the ledger of Easy Read on paper is made from the rules, too', async () => {
  await expect(easyReadLedger(layoutRules)).toMatchFileSnapshot(
    '../../../docs/standards/easy-read-on-paper.md',
  );
});

test('every rule has an id of its own', () => {
  expect(new Set(layoutRules.map(({ id }) => id)).size).toBe(layoutRules.length);
});
