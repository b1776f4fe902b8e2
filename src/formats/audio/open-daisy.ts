import { attribute, type Element, elements, find, isElement, plainText } from '../../media/hast/dom.ts';
import { parseXml } from '../../media/zip/parse-xml.ts';
import { unzip } from '../../media/zip/unzip.ts';

/** Words and the sound that a player plays with them. Times in seconds. */
export interface HeardText {
  /** Id in the SMIL file. */
  readonly id: string;
  /** Id in the page of words. */
  readonly target: string;
  readonly begin: number;
  readonly end: number;
  readonly sound: string;
}

export interface OpenTrack {
  readonly path: string;
  /** What the file says that it lasts, in seconds; NaN where it does not say. */
  readonly told: number;
  /** What it says that the tracks before it last, in seconds. */
  readonly before: number;
  readonly texts: readonly HeardText[];
}

/** A DAISY 2.02 book as a player finds it. */
export interface OpenDaisy {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly ncc: Element;
  readonly content: Element;
  readonly tracks: readonly OpenTrack[];
}

/** A book that no player could open; the message ends the sentence "The recording cannot be opened: ". */
export class UnreadableDaisy extends Error {}

/** @throws UnreadableDaisy */
export async function openDaisy(bytes: Uint8Array): Promise<OpenDaisy> {
  const files = await unzip(bytes).catch((error: Error) => {
    throw new UnreadableDaisy(error.message);
  });
  const page = (path: string): Element => {
    const file = files.get(path);
    if (file === undefined) throw new UnreadableDaisy(`it has no file ${path}`);
    try {
      return parseXml(new TextDecoder('utf-8', { fatal: true }).decode(file)).childNodes.find(isElement)!;
    } catch (error) {
      throw new UnreadableDaisy(`${path}: ${(error as Error).message}`);
    }
  };
  const order = elements(page('master.smil'), 'ref').map((ref) => attribute(ref, 'src') ?? '');
  return {
    files,
    ncc: page('ncc.html'),
    content: page('content.html'),
    tracks: order.map((path) => trackOf(path, page(path))),
  };
}

function trackOf(path: string, root: Element): OpenTrack {
  const texts = elements(root, 'par').map((par): HeardText => {
    const text = find(par, 'text');
    const audio = find(par, 'audio');
    const time = (name: string) => seconds(audio && attribute(audio, name));
    return {
      id: (text && attribute(text, 'id')) ?? '',
      target: ((text && attribute(text, 'src')) ?? '').replace(/^content\.html#/, ''),
      begin: time('clip-begin'),
      end: time('clip-end'),
      sound: (audio && attribute(audio, 'src')) ?? '',
    };
  });
  const told = clockSeconds(metaOf(root, 'ncc:timeInThisSmil') ?? '');
  return { path, told, before: clockSeconds(metaOf(root, 'ncc:totalElapsedTime') ?? ''), texts };
}

function seconds(npt: string | undefined): number {
  const found = /^npt=(\d+(?:\.\d+)?)s$/.exec(npt ?? '');
  return found === null ? Number.NaN : Number(found[1]);
}

/** `hh:mm:ss` with or without a fraction. */
export function clockSeconds(value: string): number {
  const found = /^(\d+):([0-5]\d):([0-5]\d(?:\.\d+)?)$/.exec(value);
  return found === null ? Number.NaN : Number(found[1]) * 3600 + Number(found[2]) * 60 + Number(found[3]);
}

export function metaOf(root: Element, name: string): string | undefined {
  const found = elements(root, 'meta').find((meta) => attribute(meta, 'name') === name);
  return found && attribute(found, 'content');
}

export function titleOf(root: Element): string {
  const title = find(root, 'title');
  return title === undefined ? '' : plainText(title);
}
