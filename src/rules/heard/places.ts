import type { HeardPage } from '../../kernel/heard-page.ts';
import type { HeardFault, HeardRule } from './heard-rule.ts';
import { folded, quoted } from './words.ts';

/** Words of a sentence or part of one: fewer are a mark that the words beside it tell. */
const sentence = 3;

export const silent: HeardRule = {
  id: 'heard/silent',
  severity: 'error',
  fix: 'Take aria-hidden, inert or role="presentation" away, or say the same in words that are heard.',
  faults: ({ silent: all }) =>
    all.map(({ words, selector }) => ({
      said: `${quoted(words)} can be seen and is never said`,
      selector,
      ...(words.split(/\s+/).length < sentence && { severity: 'warning' as const }),
    })),
};

export const unseen: HeardRule = {
  id: 'heard/unseen',
  severity: 'error',
  fix: 'Show the words, or take them off the page.',
  faults: ({ unseen: all }) =>
    all.map(({ words, selector, why }) => ({ said: `${quoted(words)} is said, and it ${why}`, selector })),
};

export const order: HeardRule = {
  id: 'heard/order',
  severity: 'error',
  fix: 'Put the parts into the source in the order in which they are to be read; do not move them with the style sheet.',
  faults: ({ moved }) =>
    moved.map(({ words, before, selector, isBeside }) => ({
      said: `${quoted(words)} is heard after ${quoted(before)}, and stands before it on the screen`,
      selector,
      ...(isBeside && { severity: 'person' as const }),
    })),
};

export const sameLinkWords: HeardRule = {
  id: 'heard/same-link-words',
  severity: 'warning',
  fix: 'Give links that lead to different places different words, or an aria-label that begins with the words.',
  faults: sameLinks,
};

function* sameLinks({ links }: HeardPage): Generator<HeardFault> {
  const byWords = new Map<string, typeof links>();
  for (const link of links) {
    const words = folded(link.text);
    if (words !== '') byWords.set(words, [...(byWords.get(words) ?? []), link]);
  }
  for (const same of byWords.values()) {
    const targets = new Set(same.map(({ target }) => target));
    const [first, second] = same;
    if (targets.size > 1)
      yield {
        said: `The list of links has ${quoted(first!.text)} ${same.length} times, leading to ${targets.size} places`,
        selector: second!.selector,
      };
  }
}

export const opening: HeardRule = {
  id: 'heard/opening',
  severity: 'warning',
  fix: 'Give the page a title, and begin it with who publishes it and a link to its other formats.',
  faults: openingFaults,
};

/** Stops after the title that count as the beginning. */
const firstStops = 3;

function* openingFaults({ title, lines, links, publisher, otherFormats }: HeardPage): Generator<HeardFault> {
  if (folded(title) === '') yield { said: 'The page has no title to be said first', severity: 'error' };
  const [skip] = links;
  const stops = lines
    .map(({ parts }) => folded(parts.flatMap(({ by, text }) => (by === 'page' ? [text] : [])).join('')))
    .filter((words) => words !== '' && !(skip?.target.startsWith('#') && words === folded(skip.text)))
    .slice(0, firstStops);
  const start = ` ${folded(title)} ${stops.join(' ')} `;
  if (publisher !== '' && !start.includes(` ${folded(publisher)} `))
    yield { said: `The first announcements do not say who publishes it: ${quoted(publisher)}` };
  if (otherFormats.length === 0) return;
  const isOffered = links.some(
    ({ target, text }) => otherFormats.includes(target) && text !== '' && start.includes(` ${folded(text)} `),
  );
  if (!isOffered) yield { said: 'The first announcements have no link to the other formats' };
}
