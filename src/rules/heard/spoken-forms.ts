import type { HeardPage } from '../../kernel/heard-page.ts';
import type { HeardFault, HeardRule } from './heard-rule.ts';
import { quoted, wordsOfLine } from './words.ts';

/** What is written, and what a voice makes of it. */
type Form = readonly [pattern: RegExp, heard: string];

const letters = '(?<![\\p{L}\\p{N}.-])';
const end = '(?![\\p{L}\\p{N}])';
const month = /^(?:0?[1-9]|1[0-2])$/;

/** Short forms that a voice spells, reads as a word or reads as another word. */
const shortForms: readonly Form[] = [
  [
    new RegExp(`${letters}(?:e\\.?g\\.|i\\.?e\\.|eg|ie)(?![\\p{L}\\p{N}])`, 'giu'),
    'letters, or a word that is none',
  ],
  [new RegExp(`${letters}etc${end}\\.?`, 'giu'), 'a Latin word'],
  [
    new RegExp(
      `${letters}(?:approx|incl|excl|dept|govt|mgmt|hrs|mins|yrs|wks|cllr|asst|qtr|tbc|w/c|w/e|c/o|n/a|p/a)${end}\\.?`,
      'giu',
    ),
    'a piece of a word, or its letters',
  ],
  [new RegExp(`${letters}(?:pp?|no|nos|vol|para|cf|viz)\\.(?=\\s?\\d)`, 'giu'), 'the end of a sentence'],
  [new RegExp(`${letters}(?:\\p{Lu}\\.){2,}`, 'gu'), 'several ends of sentences'],
];

/** Numbers and dates that a voice reads sign by sign, or without the sign. */
const numberForms: readonly Form[] = [
  [
    /(?<![\d/.-])\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d{2})(?![\d/])/g,
    'numbers with "slash" or "dot" between them',
  ],
  [/(?<![\d-])\d{4}-\d{2}-\d{2}(?![\d-])/g, 'three numbers with "dash" between them'],
  [/(?<![\d/.-])(?:19|20)\d\d\/(?:\d\d|(?:19|20)\d\d)(?![\d/])/g, 'a year, "slash" and a number'],
  [
    /(?<![\d\p{L}./–-])£?\d[\d,.]*\s?[–-]\s?£?\d[\d,.]*%?(?![\d\p{L}/–-])/gu,
    'two numbers without "to" between them',
  ],
  [/[£€$]\s?\d[\d,.]*\s?(?:k|m|bn|mn)(?![\p{L}\p{N}])/giu, 'a number and a letter'],
  [/(?<![\p{L}\p{N}])\d+(?:\.\d+)?k(?![\p{L}\p{N}])/gu, 'a number and a letter'],
];

/** A code, a telephone number or an address is said sign by sign whatever its form. */
const address = /(?:https?:\/\/|www\.)\S+|\S+@\S+|\b0[\d\s()-]{8,}\d/g;

function* formsIn(page: HeardPage, forms: readonly Form[], what: string): Generator<HeardFault> {
  if (!/^en\b/i.test(page.language ?? 'en')) return;
  for (const line of page.lines) {
    if (line.parts.some(({ language }) => language !== undefined)) continue;
    const words = wordsOfLine(line).replace(address, ' ');
    for (const [pattern, heard] of forms) {
      for (const [found] of words.matchAll(pattern)) {
        if (isCode(found)) continue;
        yield { said: `${what} ${quoted(found)} is heard as ${heard}`, selector: line.selector };
      }
    }
  }
}

/** Parts of a number, such as 7-3 of a standard, can be no range: the second is smaller. */
function isCode(found: string): boolean {
  const range = found.match(/^£?([\d,.]+)\s?[–-]\s?£?([\d,.]+)%?$/);
  if (range === null) return false;
  const [from, to] = range.slice(1).map((one) => Number(one.replaceAll(',', '')));
  return !(from! < to!) && !month.test(range[2]!);
}

export const shortForm: HeardRule = {
  id: 'heard/short-form',
  severity: 'warning',
  fix: 'Write the words out: "for example", "that is", "about", "number 3".',
  faults: (page) => formsIn(page, shortForms, 'The short form'),
};

export const numbers: HeardRule = {
  id: 'heard/numbers',
  severity: 'warning',
  fix: 'Write "5 November 2026", "10 to 12", "2024 to 2025", "£2 million".',
  faults: (page) => formsIn(page, numberForms, 'The number'),
};
