import { describe, expect, test } from 'vitest';
import { accessibilityFacts, moves } from '../../src/document/accessibility-facts.ts';
import {
  type AccessibilityFacts,
  accessibilityMetadata,
  metadataFaults,
  schemaOrgProperties,
} from '../../src/document/accessibility-metadata.ts';
import { readBody } from '../support/read-text.ts';

const told: AccessibilityFacts = {
  words: 100,
  headings: 3,
  pictures: 2,
  alternatives: 2,
  descriptions: 2,
  companions: 0,
  moving: 0,
  contents: true,
  reflows: true,
};
const claims = (facts: AccessibilityFacts) =>
  schemaOrgProperties(accessibilityMetadata(facts)).map(([name, value]) => `${name}=${value}`);

test('a page whose pictures are all told claims all that it holds', () => {
  expect(claims(told)).toEqual([
    'accessMode=textual',
    'accessMode=visual',
    'accessModeSufficient=textual',
    'accessModeSufficient=textual,visual',
    'accessibilityFeature=alternativeText',
    'accessibilityFeature=displayTransformability',
    'accessibilityFeature=longDescription',
    'accessibilityFeature=readingOrder',
    'accessibilityFeature=structuralNavigation',
    'accessibilityFeature=tableOfContents',
    'accessibilityHazard=none',
  ]);
});

describe('nothing is claimed', () => {
  test.each<[string, Partial<AccessibilityFacts>, readonly string[]]>([
    [
      'of alternatives when one picture has none',
      { alternatives: 1 },
      ['accessibilityFeature=alternativeText', 'accessModeSufficient=textual'],
    ],
    [
      'of alternatives when there is no picture',
      { pictures: 0, alternatives: 0, descriptions: 0 },
      [
        'accessibilityFeature=alternativeText',
        'accessibilityFeature=longDescription',
        'accessMode=visual',
        'accessModeSufficient=textual,visual',
      ],
    ],
    ['of descriptions when one is missing', { descriptions: 1 }, ['accessibilityFeature=longDescription']],
    ['of headings when there is none', { headings: 0 }, ['accessibilityFeature=structuralNavigation']],
    [
      'of a list of contents when there is none',
      { contents: false },
      ['accessibilityFeature=tableOfContents'],
    ],
    ['of reflow on paper', { reflows: false }, ['accessibilityFeature=displayTransformability']],
    ['of safety when something moves', { moving: 1 }, ['accessibilityHazard=none']],
  ])('%s', (_, change, lost) => {
    const now = claims({ ...told, ...change });
    expect(claims(told).filter((claim) => !now.includes(claim))).toEqual(expect.arrayContaining([...lost]));
    for (const claim of lost) expect(now).not.toContain(claim);
  });
});

test('braille is read by touch, and a narrated book by ear alone', () => {
  expect(claims({ ...told, isBraille: true })).toContain('accessModeSufficient=tactile');
  expect(claims({ ...told, isNarrated: true })).toContain('accessModeSufficient=auditory');
  expect(claims({ ...told, isNarrated: true, alternatives: 1 })).not.toContain(
    'accessModeSufficient=auditory',
  );
});

describe('the metadata of a file is compared with its content', () => {
  const own = schemaOrgProperties(accessibilityMetadata(told));
  test('its own is right', () => expect(metadataFaults(own, told)).toEqual([]));
  test('a claim too many is told', () => {
    expect(metadataFaults(own, { ...told, alternatives: 1 })).toEqual([
      'The metadata claims accessModeSufficient "textual", which the content does not bear out.',
      'The metadata claims accessibilityFeature "alternativeText", which the content does not bear out.',
    ]);
  });
  test('a property that is missing is told', () => {
    const less = own.filter(([name]) => name !== 'accessibilityHazard');
    expect(metadataFaults(less, told)).toHaveLength(1);
    expect(metadataFaults([], told)).toHaveLength(4);
  });
  test('a modest claim is no lie', () => {
    const modest = own.filter(([, value]) => value !== 'alternativeText');
    expect(metadataFaults(modest, told)).toEqual([]);
  });
});

test('a document is counted', () => {
  const { document } = readBody(`## One

An ![oak](ok.svg) and ![](ok.svg).

:::figure{src="ok.svg" alt="Bars"}
The first bar is 4.
:::

:::figure{src="ok.svg" decorative}
:::

:::figure{src="gone.svg" alt="Nothing"}
:::
`);
  const facts = accessibilityFacts(document, { contents: false, reflows: true });
  expect(facts).toMatchObject({ headings: 1, pictures: 3, alternatives: 2, descriptions: 1, moving: 0 });
});

const bytes = (text: string) => new TextEncoder().encode(text);
test.each([
  ['image/svg+xml', '<svg><circle><animate attributeName="r"/></circle></svg>', true],
  ['image/svg+xml', '<svg><svg:set to="1"/></svg>', true],
  ['image/svg+xml', '<svg><style>@keyframes a{}</style></svg>', true],
  ['image/svg+xml', '<svg><settings/><title>A set</title></svg>', false],
  ['image/png', 'PNG....acTL....IDAT', true],
  ['image/png', 'PNG....IDAT..acTL..', false],
  ['image/jpeg', '<animate/>', false],
] as const)('whether a picture moves: %s %s', (mediaType, text, expected) => {
  expect(moves({ mediaType, bytes: bytes(text) })).toBe(expected);
});
