import type { HeardPart, HeardSign } from '../../kernel/heard-page.ts';
import type { HeardFault, HeardRule } from './heard-rule.ts';
import { quoted, wordsOfLine } from './words.ts';

/** Announcements that are faults by themselves, each with its place. */
function* withSign(
  page: Parameters<HeardRule['faults']>[0],
  sign: HeardSign,
  said: (part: HeardPart, line: string) => string,
): Generator<HeardFault> {
  for (const line of page.lines) {
    for (const part of line.parts) {
      if (part.sign !== sign) continue;
      const selector = part.selector ?? line.selector;
      yield { said: said(part, wordsOfLine(line)), selector };
    }
  }
}

export const blank: HeardRule = {
  id: 'heard/blank',
  severity: 'warning',
  fix: 'Take the empty paragraph, item or cell away; make space with the style sheet. In an empty cell write what it means, such as "None".',
  faults: (page) => withSign(page, 'blank', () => 'A place without words is heard as "blank"'),
};

export const pictureWithoutName: HeardRule = {
  id: 'heard/picture-without-name',
  severity: 'error',
  fix: 'Tell in alt what the picture says. Where it says nothing, write alt="".',
  faults: (page) =>
    withSign(page, 'picture-without-name', ({ text }) => `A picture is heard as "graphic, ${text}"`),
};

export const noName: HeardRule = {
  id: 'heard/no-name',
  severity: 'error',
  fix: 'Put words into the link or button, or give the field a label.',
  faults: (page) =>
    withSign(page, 'no-name', ({ text }) => `A link, button or field has no words and is heard as "${text}"`),
};

export const clickable: HeardRule = {
  id: 'heard/clickable',
  severity: 'warning',
  fix: 'Use a link or a button for what can be clicked, and nothing else around the text.',
  faults: (page) =>
    withSign(page, 'clickable', (_, line) =>
      line === ''
        ? '"Clickable" is heard, and no word of what it does'
        : `"Clickable" is heard before ${quoted(line)}`,
    ),
};
