import { expect, it } from 'vitest';
import { direction } from '../../src/document/writing-direction.ts';

it.each([
  ['en-GB', 'ltr'],
  ['ur', 'rtl'],
  ['AR-eg', 'rtl'],
  ['pa-Arab-PK', 'rtl'],
  ['pa', 'ltr'],
  ['ur-Latn', 'ltr'],
  ['', 'ltr'],
])('%s is written %s', (language, expected) => {
  expect(direction(language)).toBe(expected);
});
