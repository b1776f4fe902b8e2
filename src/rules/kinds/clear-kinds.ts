import { kindsOf } from '../finding-kind.ts';

const nhs = 'NHS digital service manual: plain English';
const govUk = 'GOV.UK: Publishing accessible documents';

/** What keeps a report from being Clear Information: told for the profiles whose plan begins with `summary-first`. */
export const clearKinds = kindsOf('clear', [
  [
    'long-sentence',
    'No sentence of Clear Information has more than 25 words',
    'At the end of a long sentence its beginning is forgotten.',
    [govUk],
    'Split the sentence, or make a list of it. "We met in May and, after we had heard from everybody who had written to us, we agreed the plan" becomes "We met in May. We heard from everybody who had written to us. Then we agreed the plan."',
  ],
  [
    'sentence-aim',
    'Sentences of Clear Information have 20 words or fewer',
    'Short sentences can be taken in one by one.',
    [nhs],
    'Look at the sentences of 21 to 25 words, and split those that say two things.',
  ],
  [
    'passive',
    'The text says who does what',
    'The passive hides who acts, and readers must guess whom to ask.',
    [nhs],
    'Write "The board agreed the plan", not "The plan was agreed". Where nobody knows who did it, leave it.',
  ],
  [
    'plain-word',
    'Words are plain',
    'Words of the office make readers feel that a text is not for them.',
    [nhs],
    'Write the plain word that the message names, where it says the same: "to", not "in order to". A word that the report needs stands explained in its :::glossary.',
  ],
  [
    'reading-age',
    'The reading age is 14 or less (Flesch-Kincaid, advice only)',
    'Many adults read with effort. A formula cannot tell whether they understand; it says where to look.',
    [nhs],
    'Let some of the readers try it. Short sentences and common words lower the number; that alone does not make a text clear.',
  ],
  [
    'not-checked',
    'Words are checked in English only',
    'The words, the passive and the formula are those of English.',
    [nhs],
    'Ask somebody who writes plainly in the language of the report.',
  ],
  [
    'no-key-facts',
    'The summary page says the most important things',
    'Many people read the first page only.',
    [nhs],
    'Write the most important points as a list in `:::key-facts`, before the second heading: docs/writing.md.',
  ],
  [
    'summary-page',
    'The summary fits on one page',
    'What is on one page can be seen at a glance, handed out and kept.',
    [nhs],
    'Shorten the key facts, or tell fewer of them. Seven of two lines each fit beside a way to ask.',
  ],
]);
