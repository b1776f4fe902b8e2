import { readingOf } from '../document/passages.ts';
import type { Rule } from './rule.ts';

const colour = '(?:red|amber|green|yellow|orange|blue|purple|pink|grey|gray|black)';
const byColour = new RegExp(
  [
    `\\b(?:shown|marked|highlighted|shaded|coloured|colored|written|printed|displayed) (?:in|as) (?:\\w+ )?${colour}\\b`,
    `\\b${colour} (?:cells?|rows?|columns?|boxes|shading|bars?|segments?|text|dots?|circles?|squares?)\\b`,
    '\\bcolou?r[- ]cod(?:ed|ing)\\b',
    `^${colour}\\s*[:=–-]\\s`,
    '\\bRAG[- ](?:rated|rating|status)\\b',
  ].join('|'),
  'i',
);

/** Colour is lost in braille, audio, plain text and on many printers. */
export const colourWords: Rule = {
  id: 'content/colour-words',
  title: 'No meaning is told by colour alone',
  severity: 'warning',
  why: 'People who see no colours, who listen, who read braille or who print in black get the words without their meaning.',
  clauses: ['WCAG 2.2 1.4.1', 'WCAG 2.2 1.3.3'],
  *check(document) {
    for (const passage of readingOf(document).passages) {
      const match = byColour.exec(passage.text);
      if (match === null) continue;
      yield {
        message: `"${match[0].trim()}" tells something by its colour.`,
        fix: 'Write the word that the colour stands for in each place, such as "Achieved" or "Late".',
        ...(passage.at && { at: passage.at }),
      };
    }
  },
};
