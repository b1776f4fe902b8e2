/** What a file holds, as far as its accessibility metadata may speak of it: counted in a document, or in finished bytes. */
export interface AccessibilityFacts {
  readonly words: number;
  /** Below the title. */
  readonly headings: number;
  /** Pictures that tell something: neither decoration nor beside words that say the same. */
  readonly pictures: number;
  /** How many of these pictures have an alternative text. */
  readonly alternatives: number;
  /** How many of these pictures have a long description. */
  readonly descriptions: number;
  /** Pictures beside words that say the same, as in Easy Read. */
  readonly companions: number;
  /** Pictures that move or that could: animated ones, and drawings with a script. */
  readonly moving: number;
  /** It has a list of its headings that leads to them. */
  readonly contents: boolean;
  /** Places where a page of the printed edition begins, each with its number. */
  readonly pageMarks?: number;
  /** A list of these pages leads to each of them. */
  readonly pageList?: boolean;
  /** Readers can change size, font, spacing and colours. */
  readonly reflows: boolean;
  /** A PDF whose parts are tagged. */
  readonly isTaggedPdf?: boolean;
  /** Made for people who need large print, in a size that readers cannot change. */
  readonly isLargePrint?: boolean;
  readonly isBraille?: boolean;
  /** All words, the alternatives of pictures too, are also spoken in step with the text. */
  readonly isNarrated?: boolean;
}

export type AccessMode = 'textual' | 'visual' | 'auditory' | 'tactile';

export type AccessibilityFeature =
  | 'alternativeText'
  | 'braille'
  | 'displayTransformability'
  | 'largePrint'
  | 'longDescription'
  | 'pageBreakMarkers'
  | 'pageNavigation'
  | 'readingOrder'
  | 'structuralNavigation'
  | 'synchronizedAudioText'
  | 'tableOfContents'
  | 'taggedPDF';

/** In the words of the Schema.org Accessibility Properties for Discoverability Vocabulary (W3C community group). */
export interface AccessibilityMetadata {
  readonly modes: readonly AccessMode[];
  /** Sets of modes; each set is enough to get everything. */
  readonly sufficient: readonly (readonly AccessMode[])[];
  readonly features: readonly AccessibilityFeature[];
  /** `none`: nothing moves, flashes or sounds. `unknown`: a picture may move. */
  readonly hazard: 'none' | 'unknown';
}

/** A property with its value: `accessMode` and `textual`. */
export type MetadataProperty = readonly [name: string, value: string];

/** The metadata that a file with this content may carry: nothing is claimed that only a part of it bears out. */
export function accessibilityMetadata(facts: AccessibilityFacts): AccessibilityMetadata {
  const modes: AccessMode[] = [];
  if (facts.words > 0) modes.push(facts.isBraille ? 'tactile' : 'textual');
  if (facts.pictures + facts.companions > 0) modes.push('visual');
  if (facts.isNarrated) modes.push('auditory');
  return {
    modes,
    sufficient: sufficientModes(facts, modes),
    features: features.filter((feature) => bearsOut[feature](facts)),
    hazard: facts.moving === 0 ? 'none' : 'unknown',
  };
}

/** What must be true of a file that claims a feature. */
const bearsOut: Readonly<Record<AccessibilityFeature, (facts: AccessibilityFacts) => boolean>> = {
  alternativeText: ({ pictures, alternatives }) => pictures > 0 && alternatives === pictures,
  braille: ({ isBraille }) => isBraille === true,
  displayTransformability: ({ reflows }) => reflows,
  largePrint: ({ isLargePrint }) => isLargePrint === true,
  longDescription: ({ pictures, descriptions }) => pictures > 0 && descriptions === pictures,
  pageBreakMarkers: ({ pageMarks = 0 }) => pageMarks > 0,
  pageNavigation: ({ pageMarks = 0, pageList }) => pageMarks > 0 && pageList === true,
  readingOrder: ({ words }) => words > 0,
  structuralNavigation: ({ headings }) => headings > 0,
  synchronizedAudioText: ({ isNarrated }) => isNarrated === true,
  tableOfContents: ({ contents }) => contents,
  taggedPDF: ({ isTaggedPdf }) => isTaggedPdf === true,
};
const features = Object.keys(bearsOut) as AccessibilityFeature[];

function sufficientModes(facts: AccessibilityFacts, modes: readonly AccessMode[]): AccessMode[][] {
  const [words] = modes;
  if (facts.words === 0 || words === undefined) return [];
  const isTold = facts.alternatives === facts.pictures;
  const sets: AccessMode[][] = [];
  if (isTold) sets.push([words]);
  if (modes.includes('visual')) sets.push([words, 'visual']);
  if (isTold && facts.isNarrated) sets.push(['auditory']);
  return sets;
}

/** The metadata as properties of schema.org, always in the same order. */
export function schemaOrgProperties(metadata: AccessibilityMetadata): MetadataProperty[] {
  return [
    ...metadata.modes.map((mode): MetadataProperty => ['accessMode', mode]),
    ...metadata.sufficient.map((set): MetadataProperty => ['accessModeSufficient', set.join(',')]),
    ...metadata.features.map((feature): MetadataProperty => ['accessibilityFeature', feature]),
    ['accessibilityHazard', metadata.hazard],
  ];
}

/**
 * What is wrong with the metadata of a file, each in a sentence: claims that its content does not bear out, and properties
 * that every file must have and this one has not.
 */
export function metadataFaults(claims: readonly MetadataProperty[], facts: AccessibilityFacts): string[] {
  const borneOut = schemaOrgProperties(accessibilityMetadata(facts));
  const told = new Set(borneOut.map(keyOf));
  // A file that makes no claim about hazards is honest, whatever it holds.
  told.add(keyOf(['accessibilityHazard', 'unknown']));
  const faults = claims
    .filter((claim) => !told.has(keyOf(claim)))
    .map(([name, value]) => `The metadata claims ${name} "${value}", which the content does not bear out.`);
  for (const name of new Set(borneOut.map(([one]) => one))) {
    if (claims.some(([one]) => one === name)) continue;
    faults.push(
      `The metadata has no ${name}, so people who look for a file that they can read do not find it.`,
    );
  }
  return faults;
}

/** The order of the modes in a set says nothing. */
function keyOf([name, value]: MetadataProperty): string {
  return `${name} ${value
    .split(/[\s,]+/)
    .sort()
    .join(' ')}`;
}
