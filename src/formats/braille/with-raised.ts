import { readingMarks } from '../../media/braille/reading-marks.ts';

const raisedDigits = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const loweredDigits = '₀₁₂₃₄₅₆₇₈₉';
const raisedNumber = new RegExp(`([${readingMarks.raised}${readingMarks.lowered}])(\\d+)`, 'g');

/** Raised and lowered digits, as in m² and CO₂. */
export function withRaised(reading: string): string {
  return reading.replace(raisedNumber, (_, mark: string, number: string) => {
    const digits = mark === readingMarks.raised ? raisedDigits : loweredDigits;
    return [...number].map((digit) => digits[Number(digit)]).join('');
  });
}
