import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { align } from '../../src/pipeline/align.ts';

const list = fc.array(fc.constantFrom('a', 'b', 'c', 'the', 'of', '1', '2'), { maxLength: 60 });

test('pairs rise strictly in both lists, and their words are equal', () => {
  fc.assert(
    fc.property(list, list, (a, b) => {
      let last = [-1, -1];
      for (const [left, right] of align(a, b)) {
        expect(left).toBeGreaterThan(last[0]!);
        expect(right).toBeGreaterThan(last[1]!);
        expect(a[left]).toBe(b[right]);
        last = [left, right];
      }
    }),
  );
});

test('a list pairs fully with itself, and with itself when words are put in', () => {
  fc.assert(
    fc.property(list, fc.array(fc.nat(60), { maxLength: 10 }), (words, places) => {
      expect(align(words, words)).toHaveLength(words.length);
      const more: string[] = [...words];
      for (const place of places) more.splice(place, 0, 'new');
      expect(align(words, more)).toHaveLength(words.length);
    }),
  );
});

test('nothing pairs with an empty list', () => {
  fc.assert(fc.property(list, (words) => align(words, []).length === 0 && align([], words).length === 0));
});

describe('long lists', () => {
  const words = Array.from({ length: 100_000 }, (_, index) => `w${(index * 7919) % 5000}`);
  test('that differ in one place', () => {
    const other = [...words.slice(0, 50_000), ...words.slice(50_001)];
    expect(align(words, other)).toHaveLength(99_999);
  });
  test('that share nothing', () => {
    expect(
      align(
        words,
        words.map((word) => `x${word}`),
      ),
    ).toEqual([]);
  });
  test('of one word only', () => {
    expect(align(Array(20_000).fill('a'), Array(10_000).fill('a'))).toHaveLength(10_000);
  });
  test('that repeat themselves and differ everywhere', () => {
    const part = Array.from({ length: 5000 }, (_, index) => `w${index}`);
    const repeated = Array.from({ length: 8 }, () => part).flat();
    const more = repeated.flatMap((word, index) => (index % 10 === 0 ? [word, 'list'] : [word]));
    expect(align(repeated, more)).toHaveLength(repeated.length);
  });
});
