import { arabic } from './arabic.ts';
import { bengali } from './bengali.ts';
import { chinese } from './chinese.ts';
import { english } from './english.ts';
import type { Furniture } from './furniture.ts';
import { gujarati } from './gujarati.ts';
import { polish } from './polish.ts';
import { leftToRightPseudo, rightToLeftPseudo } from './pseudo.ts';
import { punjabi } from './punjabi.ts';
import { romanian } from './romanian.ts';
import { ukrainian } from './ukrainian.ts';
import { urdu } from './urdu.ts';
import { welsh } from './welsh.ts';

/** Every catalogue; the first of a language is for all its regions. */
export const catalogues: readonly Furniture[] = [
  english,
  arabic,
  bengali,
  chinese,
  gujarati,
  polish,
  punjabi,
  romanian,
  ukrainian,
  urdu,
  welsh,
  leftToRightPseudo,
  rightToLeftPseudo,
];

const byTag = new Map(catalogues.map((one) => [one.language.toLowerCase(), one]));

/** Regions and scripts that are written with other letters than the language's catalogue. */
const otherScript = /^(?:pa-(?:arab|pk)|zh-(?:hant|tw|hk|mo)|uz-cyrl|sr-latn)\b/i;

/** The fixed words in the language of a BCP 47 tag; in English where there is no catalogue for it. */
export function furnitureOf(tag: string): Furniture {
  const wanted = tag.toLowerCase();
  if (otherScript.test(wanted)) return byTag.get(wanted) ?? english;
  return byTag.get(wanted) ?? byTag.get(wanted.split('-')[0] ?? '') ?? english;
}

/** Whether the words of a catalogue need a mark of their own language in a document of the language `tag`. */
export function isForeign(furniture: Furniture, tag: string): boolean {
  return primary(furniture.language) !== primary(tag) || otherScript.test(tag);
}

function primary(tag: string): string {
  return tag.toLowerCase().split('-')[0] ?? '';
}
