import { easyReadingOf, type Reading, readingOf } from '../document/passages.ts';
import { cardReadingOf } from '../document/picture-cards.ts';
import { summaryReadingOf } from '../document/summary-first.ts';
import type { Document } from '../document/tree.ts';
import type { Profile, TransformName } from '../profiles/profile.ts';
import { easyReadLayer } from './easy-read-layer.ts';
import { expandAbbreviations } from './expand-abbreviations.ts';
import { lineariseTables } from './linearise-tables.ts';
import { linksInFull } from './links-in-full.ts';
import { nameLists } from './name-lists.ts';
import { opening } from './opening.ts';
import { moonOrder } from './packs/moon-order.ts';
import { bslPack, interpreterPack, readerScript } from './packs/packs.ts';
import { pictureCards } from './picture-cards.ts';
import { summaryFirst } from './summary-first.ts';
import type { Planned, Transform } from './transform.ts';

const transforms: Readonly<Record<TransformName, Transform>> = {
  opening,
  'summary-first': summaryFirst,
  'easy-read-layer': easyReadLayer,
  'picture-cards': pictureCards,
  'name-lists': nameLists,
  'expand-abbreviations': expandAbbreviations,
  'links-in-full': linksInFull,
  'linearise-tables': lineariseTables,
  'bsl-pack': bslPack,
  'interpreter-pack': interpreterPack,
  'reader-script': readerScript,
  'moon-order': moonOrder,
};

/** Applies a profile's transforms in their order. @throws Failure `layer-missing` */
export function plan(document: Document, profile: Pick<Profile, 'transforms'>): Planned {
  let planned: Planned = { document, changes: [] };
  for (const name of profile.transforms) {
    const next = transforms[name](planned.document);
    planned = { document: next.document, changes: [...planned.changes, ...next.changes] };
  }
  return planned;
}

/** What a reader of the profile's outputs must find there, from the source itself. */
export function expectedReading(document: Document, profile: Pick<Profile, 'transforms'>): Reading {
  if (profile.transforms.includes('picture-cards')) return cardReadingOf(document);
  if (profile.transforms.includes('summary-first')) return summaryReadingOf(document);
  return profile.transforms.includes('easy-read-layer') ? easyReadingOf(document) : readingOf(document);
}
