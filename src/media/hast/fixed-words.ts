import { furnitureOf, isForeign } from '../../document/furniture/furniture-of.ts';
import { direction } from '../../document/writing-direction.ts';

/** Marks fixed words on a page whose language has no catalogue of them. Else nothing, so that voices keep their accent. */
export function fixedWords(language: string): { readonly lang?: string; readonly dir?: 'ltr' | 'rtl' } {
  const furniture = furnitureOf(language);
  if (!isForeign(furniture, language)) return {};
  return { lang: furniture.language, dir: direction(furniture.language) };
}
