import { execFileSync } from 'node:child_process';
import { Resvg } from '@resvg/resvg-js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pictureConcepts, pictureFor } from '../../../src/media/pictures/picture-for.ts';

const concepts = pictureConcepts();
const words = concepts.flatMap(({ concept, synonyms }) => [concept, ...synonyms]);
const SIDE = 96;

const drawn = (svg: string) => new Resvg(svg, { font: { loadSystemFonts: false } });

/** Which points of the tile are darker than half, in rows. */
function darkPoints(svg: string): Uint8Array {
  const { pixels } = drawn(svg).render();
  const dark = new Uint8Array(SIDE * SIDE);
  for (let i = 0; i < dark.length; i++) dark[i] = (pixels[4 * i] ?? 255) < 116 ? 1 : 0;
  return dark;
}

const svgOf = (concept: string) => pictureFor(concept)?.svg ?? '';

describe('finding a picture', () => {
  const needed = [
    'about report people team meeting board leader staff manager doctor nurse hospital gp-surgery patient carer',
    'community family child young-person older-person woman man disability wheelchair deaf sign-language blind',
    'learning-disability mental-health pregnancy marriage religion race lesbian-gay-bisexual transgender age fair unfair',
    'equal different law rights rules plan goal checklist done not-done waiting paused started date calendar time money',
    'pay job interview training computer internet website email telephone letter address information easy-read braille',
    'large-print audio interpreter language question survey listen talk complaint feedback help support safe danger',
    'bullying vaccine virus health home home-working map place change join new better choice idea search numbers chart',
    'few many half signature certificate contract company approve disapprove star warning stop write read picture list',
    'service record look-after promote together lead check reduce year appointment medicine ambulance pharmacy dentist',
    'surgery-operation screening cancer heart diabetes dementia autism epilepsy smoking alcohol food exercise sleep pain',
    'wash-hands mask ward a-and-e transport car bus parking ramp lift toilet quiet noise hearing-loop glasses privacy',
    'consent confidential police court council school university charity volunteer advocate refugee homeless prison',
    'traveller veteran poverty benefits housing baby breastfeeding funeral',
  ].flatMap((line) => line.split(' '));

  test.each(needed)('%s has its own picture', (concept) => {
    expect(pictureFor(concept)?.concept).toBe(concept);
  });

  test('capitals, spaces and hyphens make no difference', () => {
    for (const way of ['gp-surgery', 'GP surgery', ' Gp  Surgery ', 'gp practice', 'GP-practices']) {
      expect(pictureFor(way)?.concept).toBe('gp-surgery');
    }
  });

  test('every synonym leads to the picture that lists it, and no word is listed twice', () => {
    for (const { concept, synonyms } of concepts) {
      for (const word of synonyms) expect([word, pictureFor(word)?.concept]).toEqual([word, concept]);
    }
    const plain = words.map((word) => word.replaceAll('-', ' '));
    expect(plain.filter((word, at) => plain.indexOf(word) !== at)).toEqual([]);
  });

  test('nothing is guessed from a similar word', () => {
    for (const word of [
      'doctr',
      'boar',
      'surgery',
      'doctor visit',
      'right',
      'constructor',
      '__proto__',
      '',
      ' - ',
    ]) {
      expect([word, pictureFor(word)]).toEqual([word, undefined]);
    }
    const known = new Set(words.map((word) => word.replaceAll('-', ' ')));
    fc.assert(
      fc.property(fc.constantFrom(...known), fc.stringMatching(/^[a-z]{1,6}$/), (word, more) => {
        const changed = word + more;
        expect(pictureFor(changed) !== undefined).toBe(known.has(changed));
      }),
    );
  });
});

describe('every picture', () => {
  test.each(concepts.map(({ concept }) => concept))(
    '%s: says what it shows and where it came from',
    (concept) => {
      const picture = pictureFor(concept);
      expect(picture?.alt).toMatch(/^[A-Z].{3,90}[^.]$/);
      expect(picture?.credit).toMatch(/^(Drawn for allformats|.+ by .+ \([a-z0-9-]+, fitted to the tile\))$/);
      expect(picture?.licence).toMatch(/^(MIT|Apache-2\.0)$/);
    },
  );

  test.each(concepts.map(({ concept }) => concept))('%s: is plain, well-formed and complete', (concept) => {
    const svg = svgOf(concept);
    expect(svg).toMatch(
      /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 96 96"><rect [^>]*fill="#E8F1FA"\/>/,
    );
    const elements = new Set([...svg.matchAll(/<([a-zA-Z]+)/g)].map((match) => match[1] ?? ''));
    const plain = ['svg', 'rect', 'g', 'path', 'circle', 'ellipse', 'line', 'polyline', 'polygon'];
    expect([...elements].filter((name) => !plain.includes(name))).toEqual([]);
    expect(svg).not.toMatch(/\s(id|class|style|href|xlink:href|on[a-z]+)=|url\(|<!|currentColor/);
    // The renderer reads strict XML: it throws when the picture is not well-formed.
    expect(() => drawn(svg)).not.toThrow();
  });

  test.each(concepts.map(({ concept }) => concept))('%s: lies inside its tile and can be seen', (concept) => {
    const svg = svgOf(concept);
    const box = drawn(svg.replace(/<rect [^>]*\/>/, '')).getBBox();
    const [left, top] = [box?.x ?? -1, box?.y ?? -1];
    expect(Math.min(left, top)).toBeGreaterThanOrEqual(3);
    expect(Math.max(left + (box?.width ?? SIDE), top + (box?.height ?? SIDE))).toBeLessThanOrEqual(SIDE - 3);
    const ink = darkPoints(svg).reduce((sum, point) => sum + point, 0) / (SIDE * SIDE);
    expect(ink).toBeGreaterThan(0.05);
    expect(ink).toBeLessThan(0.75);
  });

  test('no two look the same', () => {
    const shapes = concepts.map(({ concept }) => ({ concept, dark: darkPoints(svgOf(concept)) }));
    const alike: string[] = [];
    for (const [at, one] of shapes.entries()) {
      for (const other of shapes.slice(at + 1)) {
        let differing = 0;
        for (let i = 0; i < one.dark.length; i++) differing += (one.dark[i] ?? 0) ^ (other.dark[i] ?? 0);
        if (differing < 0.02 * one.dark.length) alike.push(`${one.concept} and ${other.concept}`);
      }
    }
    expect(alike).toEqual([]);
  });
});

test('the stored drawings and the page for reviewers are what the table, the packs and our own drawings give', () => {
  const script = new URL('../../../setup/pictures.mjs', import.meta.url).pathname;
  expect(() => execFileSync(process.execPath, [script, '--check'], { stdio: 'pipe' })).not.toThrow();
});
