import { cells } from '../../media/braille/cells.ts';

/** The cells of a number's digits, without the sign for numbers. */
export function digitsOf(number: number): string {
  return cells([...String(number)].map((digit) => 'jabcdefghi'[Number(digit)]).join(''));
}
