import { furnitureOf, isForeign } from '../../document/furniture/furniture-of.ts';
import { direction } from '../../document/writing-direction.ts';

/** Marks fixed words on a page whose language has no catalogue of them. Else nothing, so that voices keep their accent. */
export function fixedWords(language: string): { readonly lang?: string; readonly dir?: 'ltr' | 'rtl' } {
  const { language: lang, ...rest } = furnitureOf(language);
  return isForeign({ language: lang, ...rest }, language) ? { lang, dir: direction(lang) } : {};
}
