import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { furnitureOf } from '../../document/furniture/furniture-of.ts';
import { fixedWords } from './fixed-words.ts';

/** Larger sizes of the text, in percent of the usual one. WCAG 2.2, 1.4.4 asks a page to bear 200. */
const sizes = [125, 150, 200] as const;

/**
 * The settings with which a reader changes size, space, colours and letters, gets a line to read along, and has the page
 * read aloud. They stand in the page and are shown only where its script runs, so that nothing moves when it does.
 */
export function readerControls(language: string): Element {
  const { reading } = furnitureOf(language);
  const usual = ['', reading.usual] as const;
  const fields = [
    choice('size', reading.size, [usual, ...sizes.map((size) => [`${size}`, `${size} %`] as const)]),
    choice('spacing', reading.spacing, [usual, ['more', reading.more], ['most', reading.most]]),
    choice('colours', reading.colours, [
      ['', reading.device],
      ['light', reading.light],
      ['dark', reading.dark],
      ['cream', reading.cream],
      ['yellow', reading.yellow],
    ]),
    choice('letters', reading.letters, [usual, ['wide', reading.wide], ['serif', reading.serif]]),
  ];
  const guide = h('label', h('input', { type: 'checkbox', name: 'guide', value: 'on' }), ` ${reading.guide}`);
  const aloud = h('button', { type: 'button', className: ['aloud'] }, reading.aloud);
  const form: ElementContent[] = [
    ...fields,
    h(
      'p',
      { className: ['reader-more'] },
      guide,
      ' ',
      aloud,
      ' ',
      h('button', { type: 'reset' }, reading.reset),
    ),
    h('p', { className: ['reader-said'], role: 'status', dataNoVoice: reading.noVoice }),
    h('p', reading.kept),
  ];
  return h('div', { className: ['reader'], ...fixedWords(language) }, [
    h('details', h('summary', reading.settings), h('form', { autoComplete: 'off' }, form)),
    h('button', { type: 'button', className: ['reader-stop'], hidden: true }, reading.stop),
  ]);
}

function choice(name: string, title: string, values: readonly (readonly [string, string])[]): Element {
  return h('fieldset', { className: [`reader-${name}`] }, [
    h('legend', title),
    ...values.map(([value, words]) =>
      h('label', h('input', { type: 'radio', name, value, checked: value === '' }), ` ${words}`),
    ),
  ]);
}
