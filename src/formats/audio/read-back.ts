import { joinRuns, type TextRun } from '../../document/language-runs.ts';
import type { LinkText, Passage, PassageKind, ReadBack } from '../../document/passage.ts';
import { fold } from '../../document/text.ts';
import type { Output } from '../../kernel/output.ts';
import { mp3Facts } from '../../media/audio/read-mp3.ts';
import { attribute, classes, type Element, elements, isElement } from '../../media/hast/dom.ts';
import { type OpenDaisy, openDaisy, titleOf, UnreadableDaisy } from './open-daisy.ts';

const nothing: ReadBack = { passages: [], links: [] };

const kinds: readonly string[] = [
  'title',
  'heading',
  'paragraph',
  'term',
  'definition',
  'caption',
  'column',
  'group',
  'alt',
  'code',
] satisfies readonly PassageKind[];

/**
 * Plays the book as a player does: the tracks in their order, in each the words in the order of their sound. Words whose sound is
 * not there are not heard, so they are not told.
 */
export async function readBackAudio(outputs: readonly Output[]): Promise<ReadBack> {
  const zip = outputs.find(({ mediaType }) => mediaType === 'application/zip');
  if (zip === undefined) return nothing;
  try {
    return readBook(await openDaisy(zip.bytes));
  } catch (error) {
    if (error instanceof UnreadableDaisy) return nothing;
    throw error;
  }
}

interface OpenPassage {
  readonly element: Element;
  readonly runs: TextRun[];
}

function readBook(book: OpenDaisy): ReadBack {
  const byId = new Map(elements(book.content).map((element) => [attribute(element, 'id') ?? '', element]));
  const lengths = new Map<string, number>();
  const lengthOf = (path: string): number => {
    const known = lengths.get(path);
    if (known !== undefined) return known;
    const file = book.files.get(path);
    const facts = file === undefined ? undefined : mp3Facts(file);
    const length = facts === undefined || facts.rate === 0 ? 0 : facts.samples / facts.rate;
    lengths.set(path, length);
    return length;
  };
  const passages: OpenPassage[] = [];
  const links = new LinkReader();
  for (const { texts } of book.tracks) {
    for (const { target, begin, end, sound } of texts) {
      const element = byId.get(target);
      const parent = element?.parentNode;
      const isHeard = begin < end && end <= lengthOf(sound) + 0.001;
      if (element === undefined || !parent || !isElement(parent) || !isHeard) continue;
      if (classes(parent).includes('announcement')) continue;
      if (passages.at(-1)?.element !== parent) passages.push({ element: parent, runs: [] });
      links.start(parent);
      walk(element, undefined, passages.at(-1)!.runs, links);
    }
  }
  return {
    passages: passages.map(passageOf).filter(({ text }) => text !== ''),
    links: links.all(),
    title: titleOf(book.ncc),
    language: attribute(book.content, 'lang') ?? '',
  };
}

function passageOf({ element, runs }: OpenPassage): Passage {
  const names = classes(element);
  const number = (name: string): number | undefined => {
    const found = names.find((one) => one.startsWith(`${name}-`));
    return found === undefined ? undefined : Number(found.slice(name.length + 1));
  };
  const level = /^h([1-6])$/.exec(element.tagName)?.[1];
  const kind = level !== undefined ? 'heading' : (names.find((name) => kinds.includes(name)) ?? 'paragraph');
  const lists = number('lists');
  const [table, row, column] = [number('table'), number('row'), number('column')];
  const { text, languages } = joinRuns(runs);
  return {
    kind: kind as PassageKind,
    text,
    ...(languages.length > 0 && { languages }),
    ...(level !== undefined && { level: Number(level) }),
    ...(lists !== undefined && { lists }),
    ...(table !== undefined && row !== undefined && column !== undefined && { cell: { table, row, column } }),
  };
}

function walk(element: Element, language: string | undefined, runs: TextRun[], links: LinkReader): void {
  if (classes(element).includes('added')) {
    links.words('');
    return;
  }
  const lang = attribute(element, 'lang') ?? language;
  const href = element.tagName === 'a' ? attribute(element, 'href') : undefined;
  if (href !== undefined) links.open(href);
  for (const child of element.childNodes) {
    if (isElement(child)) walk(child, lang, runs, links);
    else if ('value' in child) {
      runs.push({ text: child.value, lang });
      links.words(child.value);
    }
  }
  if (href !== undefined) links.close();
}

/** Links are cut where sentences are: what goes on in the next sentence of a passage is one link. */
class LinkReader {
  readonly #links: { text: string; readonly url: string }[] = [];
  #passage: Element | undefined;
  #isOpen = false;
  /** Whether the link is the last that was heard in its passage. */
  #mayGoOn = false;

  start(passage: Element): void {
    if (passage !== this.#passage) this.#mayGoOn = false;
    this.#passage = passage;
  }

  open(url: string): void {
    if (!this.#mayGoOn || this.#links.at(-1)?.url !== url) this.#links.push({ text: '', url });
    this.#isOpen = true;
  }

  words(text: string): void {
    const link = this.#links.at(-1);
    if (this.#isOpen && link !== undefined) link.text += text;
    else this.#mayGoOn = false;
  }

  close(): void {
    this.#isOpen = false;
    this.#mayGoOn = true;
  }

  all(): LinkText[] {
    return this.#links.map(({ text, url }) => ({ text: fold(text), url }));
  }
}
