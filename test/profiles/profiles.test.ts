import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadAisCodes } from '../../src/profiles/ais-codes.ts';
import { loadProfiles } from '../../src/profiles/load-profiles.ts';
import { resolveNeed } from '../../src/profiles/resolve-need.ts';

const folder = join(import.meta.dirname, '../../profiles');
const profiles = loadProfiles([folder]);
const codes = loadAisCodes(folder);

test('every profile of the project loads', () => {
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  expect(profiles.map(({ id }) => `${id}.yaml`).sort()).toEqual(names.sort());
  expect(profiles.length).toBeGreaterThan(5);
});

test('the codes that profiles name are in the list, with the same words', () => {
  for (const { needs } of profiles) {
    for (const { code, term } of needs) expect(codes.find((one) => one.code === code)?.term).toBe(term);
  }
});

describe('a wrong profile is refused with its file and field', () => {
  const right = 'id: big\ntitle: Big\ndescription: For all.\nformat: html\n';
  test.each([
    ['an unknown field', `${right}colour: red\n`, /big\.yaml.*"colour"/],
    ['a missing field', right.replace('title: Big\n', ''), /big\.yaml.*title/],
    ['an id that is not the name', right.replace('id: big', 'id: small'), /big\.yaml.*"small".*"big"/],
    ['an unknown transform', `${right}transforms: [fly]\n`, /big\.yaml.*transforms\.0/],
    ['a code that is none', `${right}needs: [{ code: "12", term: x }]\n`, /big\.yaml.*needs\.0\.code/],
    ['a key twice', `${right}title: Bigger\n`, /big\.yaml.*unique/],
    ['text that is no YAML', 'id: "big', /big\.yaml/],
    ['an empty file', '', /big\.yaml/],
    ['aliases that multiply', `${right}options: { a: &a [x], b: [*a, *a] }\n`, /big\.yaml/],
  ])('%s', (_, text, message) => {
    const own = mkdtempSync(join(tmpdir(), 'profiles-'));
    try {
      writeFileSync(join(own, 'big.yaml'), text);
      expect(() => loadProfiles([own])).toThrow(
        expect.objectContaining({ code: 'profile-invalid', message: expect.stringMatching(message) }),
      );
    } finally {
      rmSync(own, { recursive: true });
    }
  });
});

test('a later folder replaces a profile, and a missing folder is none', () => {
  const own = mkdtempSync(join(tmpdir(), 'profiles-'));
  try {
    writeFileSync(join(own, 'html.yaml'), 'id: html\ntitle: Ours\ndescription: For us.\nformat: html\n');
    const all = loadProfiles([folder, join(own, 'gone'), own]);
    expect(all).toHaveLength(profiles.length);
    expect(all.find(({ id }) => id === 'html')?.title).toBe('Ours');
  } finally {
    rmSync(own, { recursive: true });
  }
});

describe('needs', () => {
  const ids = (need: string) => resolveNeed(need, profiles, codes).profiles.map(({ id }) => id);

  test('every code has an answer that somebody can act on', () => {
    expect(codes.length).toBeGreaterThan(300);
    for (const { code, term } of codes) {
      const answer = resolveNeed(code, profiles, codes);
      expect(answer.known).toBe(true);
      expect(answer.need).toContain(term);
      const { delivery, staffTasks, questions, notes } = answer;
      expect(
        [...answer.profiles, ...delivery, ...staffTasks, ...questions, ...notes].length,
        term,
      ).toBeGreaterThan(0);
      expect(JSON.stringify(answer)).not.toContain('undefined');
    }
  });

  test('codes lead to the formats that exist', () => {
    expect(ids('957331000000109')).toEqual(['large-print-20']);
    expect(ids(' 957371000000106 ')).toEqual(['large-print-28']);
    expect(ids('796161000000101')).toEqual(['easy-read', 'easy-read-epub', 'easy-read-pdf']);
    for (const { code, profile } of codes)
      if (profile === 'easy-read') expect(ids(code)).toContain('easy-read');
  });

  test('a code with a wrong check digit is told, and the probable one known', () => {
    const wrong = codes.filter(({ checkDigitOk }) => !checkDigitOk);
    expect(wrong.length).toBeGreaterThan(0);
    for (const { code, repairedGuess } of wrong) {
      expect(resolveNeed(code, profiles, codes).notes.join()).toContain('wrong check digit');
      if (repairedGuess) expect(resolveNeed(repairedGuess, profiles, codes).known).toBe(true);
    }
  });

  test.each([
    ['large print 20', ['large-print-20']],
    ['LARGE PRINT 20 POINT', ['large-print-20']],
    ['20pt', ['large-print-20']],
    ['28 point', ['large-print-28']],
    ['easy read', ['easy-read']],
    ['EasyRead please', ['easy-read']],
    ['screen reader', ['html']],
    ['plain text', ['plain-text']],
  ])('"%s"', (words, expected) => {
    expect(ids(words)).toEqual(expected);
  });

  test('large print without a size asks for the size', () => {
    const answer = resolveNeed('LARGE PRINT', profiles, codes);
    expect(answer.profiles.length).toBeGreaterThan(3);
    expect(answer.questions[0]).toContain('Which size');
  });

  test('email', () => {
    expect(ids('email')).toContain('plain-text-email');
  });

  test.each(['', '   ', '???', 'xyzzy', 'large print 99', '000000', '__proto__', 'a'.repeat(100_000)])(
    '%j is not known',
    (words) => {
      const answer = resolveNeed(words, profiles, codes);
      expect(answer.known).toBe(false);
      expect(answer.notes.length).toBeGreaterThan(0);
    },
  );
});
