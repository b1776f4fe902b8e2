import { abbreviationNotExplained } from './abbreviation-not-explained.ts';
import { altLength } from './alt-length.ts';
import { easyReadAbbreviations } from './easy-read-abbreviations.ts';
import { easyReadChecked } from './easy-read-checked.ts';
import { easyReadCoverage } from './easy-read-coverage.ts';
import { easyReadMissing } from './easy-read-missing.ts';
import { easyReadNumbers } from './easy-read-numbers.ts';
import { easyReadSentences } from './easy-read-sentences.ts';
import { linkWords } from './link-words.ts';
import { noWayToAsk } from './no-way-to-ask.ts';
import { refersByPlace } from './refers-by-place.ts';
import type { Rule } from './rule.ts';
import { titleLength } from './title-length.ts';

/** Every rule for reports. */
export const rules: readonly Rule[] = [
  abbreviationNotExplained,
  altLength,
  easyReadAbbreviations,
  easyReadChecked,
  easyReadCoverage,
  easyReadMissing,
  easyReadNumbers,
  easyReadSentences,
  linkWords,
  noWayToAsk,
  refersByPlace,
  titleLength,
];
