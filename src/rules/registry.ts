import { abbreviationNotExplained } from './abbreviation-not-explained.ts';
import { altLength } from './alt-length.ts';
import { brokenLetters } from './broken-letters.ts';
import { capitals } from './capitals.ts';
import { captionRepeated } from './caption-repeated.ts';
import { colourWords } from './colour-words.ts';
import { easyReadAbbreviations } from './easy-read-abbreviations.ts';
import { easyReadChecked } from './easy-read-checked.ts';
import { easyReadCoverage } from './easy-read-coverage.ts';
import { easyReadFactsLeftOut } from './easy-read-facts-left-out.ts';
import { easyReadInvented } from './easy-read-invented.ts';
import { easyReadMissing } from './easy-read-missing.ts';
import { easyReadNotAndMust } from './easy-read-not-and-must.ts';
import { easyReadNumbers } from './easy-read-numbers.ts';
import { easyReadRecord } from './easy-read-record.ts';
import { easyReadSentences } from './easy-read-sentences.ts';
import { easyReadSignOff } from './easy-read-sign-off.ts';
import { easyReadStale } from './easy-read-stale.ts';
import { emailLink } from './email-link.ts';
import { keyWithoutMarks } from './key-without-marks.ts';
import { languageNotChecked } from './language-not-checked.ts';
import { linkAddress } from './link-address.ts';
import { linkWords } from './link-words.ts';
import { longSentences } from './long-sentences.ts';
import { noWayToAsk } from './no-way-to-ask.ts';
import { oldRelayName } from './old-relay-name.ts';
import { refersByPlace } from './refers-by-place.ts';
import type { Rule } from './rule.ts';
import { signForWord } from './sign-for-word.ts';
import { titleLength } from './title-length.ts';
import { titleRepeated } from './title-repeated.ts';

/** Every rule for reports. */
export const rules: readonly Rule[] = [
  abbreviationNotExplained,
  altLength,
  brokenLetters,
  capitals,
  captionRepeated,
  colourWords,
  easyReadAbbreviations,
  easyReadChecked,
  easyReadCoverage,
  easyReadMissing,
  easyReadNumbers,
  easyReadSentences,
  easyReadFactsLeftOut,
  easyReadInvented,
  easyReadNotAndMust,
  easyReadRecord,
  easyReadSignOff,
  easyReadStale,
  emailLink,
  keyWithoutMarks,
  languageNotChecked,
  linkAddress,
  linkWords,
  longSentences,
  noWayToAsk,
  oldRelayName,
  refersByPlace,
  signForWord,
  titleLength,
  titleRepeated,
];
