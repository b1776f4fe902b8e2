import { expect, test } from 'vitest';
import { layoutRules } from '../../../src/media/print/layout/registry.ts';
import { largePrintLedger } from '../../support/pdf-ledger.ts';

test('the ledger of large print is made from the rules (vitest --update makes it anew)', async () => {
  await expect(largePrintLedger(layoutRules)).toMatchFileSnapshot(
    '../../../docs/standards/ukaaf-large-print.md',
  );
});

test('every rule has an id of its own', () => {
  expect(new Set(layoutRules.map(({ id }) => id)).size).toBe(layoutRules.length);
});
