import type { Finding } from '../../kernel/finding.ts';
import type { HeardPage } from '../../kernel/heard-page.ts';
import { findingsOf, type HeardRule } from './heard-rule.ts';
import { language } from './languages.ts';
import { opening, order, sameLinkWords, silent, unseen } from './places.ts';
import { saidTwice } from './said-twice.ts';
import { blank, clickable, noName, pictureWithoutName } from './signs.ts';
import { numbers, shortForm } from './spoken-forms.ts';
import { cellWithoutHeader } from './tables.ts';

export const heardRules: readonly HeardRule[] = [
  opening,
  saidTwice,
  silent,
  unseen,
  blank,
  pictureWithoutName,
  noName,
  clickable,
  sameLinkWords,
  cellWithoutHeader,
  shortForm,
  numbers,
  language,
  order,
];

/** What sounds wrong on a page. */
export function checkHeardPage(page: HeardPage): Finding[] {
  return heardRules.flatMap((rule) => findingsOf(rule, page));
}
