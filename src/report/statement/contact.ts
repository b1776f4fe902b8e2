import type { StatementDetails } from './details.ts';
import { list, type Part, type Rich } from './page-parts.ts';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `2026-11-23` as `23 November 2026`. */
export function dayInWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${date} ${months[month! - 1]} ${year}`;
}

/** Every way to reach the body, as a list. */
export function contactParts({ email, form, telephone, textRelay, post }: StatementDetails): readonly Part[] {
  const items: Rich[] = [];
  if (email !== undefined) items.push(['Email: ', { words: email, address: `mailto:${email}` }]);
  if (form !== undefined) items.push([{ words: 'Fill in our form', address: form }]);
  for (const number of telephone) {
    items.push(['Telephone: ', { words: number, address: `tel:${number.replace(/[^\d+]/g, '')}` }]);
  }
  if (textRelay !== undefined) items.push([`Text relay: ${textRelay}`]);
  if (post.length > 0) items.push([`Post: ${post.join(', ')}`]);
  return list(items);
}
