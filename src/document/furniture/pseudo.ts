import { english } from './english.ts';
import type { Furniture } from './furniture.ts';

const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const accented = [...'àƀçđéƒğħïĵķłɱñöþɋŕšŧûṽŵẋýžÀɃÇÐÉƑĞĦÏĴĶŁṀÑÖÞɊŔŠŦÛṼŴẊÝŽ'];
const hebrew = [...'אבגדהוזחטיכלמנסעפצקרשתאבגדאבגדהוזחטיכלמנסעפצקרשתאבגד'];

/** English words in letters that only look like it: a fixed word that stays plain English was written into the code. Tag: `en-XA`. */
export const leftToRightPseudo: Furniture = pseudo('en-XA', accented);

/** The same from right to left, in Hebrew letters. Tag: `ar-XB`. */
export const rightToLeftPseudo: Furniture = pseudo('ar-XB', hebrew);

function pseudo(language: string, alphabet: readonly string[]): Furniture {
  return { ...(change(english, alphabet) as Furniture), language, isChecked: true };
}

function change(value: unknown, alphabet: readonly string[]): unknown {
  if (typeof value === 'string') return disguise(value, alphabet);
  if (Array.isArray(value)) return value.map((one) => change(one, alphabet));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, change(one, alphabet)]));
}

/** Names in braces stay. */
function disguise(text: string, alphabet: readonly string[]): string {
  return text.replace(/\{\w+\}|[a-z]/gi, (found) =>
    found.length > 1 ? found : (alphabet[letters.indexOf(found)] ?? found),
  );
}
