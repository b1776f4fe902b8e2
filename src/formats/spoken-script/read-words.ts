import { addressOf } from './line.ts';

export interface ReadLink {
  readonly text: string;
  readonly url: string;
  /** It begins or ends the sentence. */
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

type State = 'words' | 'added' | 'link' | 'address';

const marks: Readonly<Record<State, Readonly<Record<string, State>>>> = {
  words: { '[': 'added', '<': 'link' },
  added: { ']': 'words' },
  link: { '|': 'address' },
  address: { '>': 'words' },
};

export interface ReadSentence {
  /** The words of the report. */
  readonly text: string;
  /** With those that the voice adds. */
  readonly said: string;
  readonly links: readonly ReadLink[];
}

/** What a line of the script says behind its number. */
export function readWords(line: string): ReadSentence {
  const links: { text: string; url: string; isFirst: boolean; end: number }[] = [];
  let text = '';
  let said = '';
  let state: State = 'words';
  for (let at = 0; at < line.length; at++) {
    const isEscaped = line[at] === '\\' && at + 1 < line.length;
    if (isEscaped) at++;
    const sign = line[at] ?? '';
    const next: State | undefined = isEscaped ? undefined : marks[state][sign];
    if (next !== undefined) {
      if (next === 'link') links.push({ text: '', url: '', isFirst: text.trim() === '', end: 0 });
      state = next;
      const link = links.at(-1);
      if (sign === '>' && link) link.end = text.trimEnd().length;
      continue;
    }
    const link = links.at(-1);
    if (state === 'address' && link) link.url += sign;
    if (state === 'link' && link) link.text += sign;
    if (state !== 'address') said += sign;
    if (state === 'words' || state === 'link') text += sign;
  }
  const length = text.trimEnd().length;
  return {
    text,
    said,
    links: links.map(({ end, url, ...link }) => ({ ...link, url: addressOf(url), isLast: end === length })),
  };
}
