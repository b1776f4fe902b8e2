import { english } from './furniture/english.ts';
import { type Furniture, fill } from './furniture/furniture.ts';

/** `2021-11-05` as `5 November 2021`, `2021-11` as `November 2021`, in the words of a language; anything else as it is. */
export function dateInWords(
  iso: string,
  words: Pick<Furniture, 'months' | 'monthsAlone' | 'dayMonthYear' | 'monthYear'> = english,
): string {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(iso);
  const months = match?.[3] === undefined ? (words.monthsAlone ?? words.months) : words.months;
  const month = match?.[2] === undefined ? undefined : months[Number(match[2]) - 1];
  if (match === null || month === undefined) return iso;
  const year = match[1] ?? '';
  if (match[3] === undefined) return fill(words.monthYear, { month, year });
  return fill(words.dayMonthYear, { day: Number(match[3]), month, year });
}
