import type { Output } from '../../kernel/output.ts';
import { fromAscii } from '../../media/braille/cells.ts';
import type { Pages } from './files.ts';

export interface ReadFiles {
  readonly pages: Pages;
  /** From the PEF file. */
  readonly language?: string;
  readonly title?: string;
  /** Where the files differ, in words. */
  readonly differs?: string;
}

/**
 * Reads the pages from every file that holds them. Where files differ, nothing behind that place counts as read: the proof then misses the
 * words.
 */
export function readFiles(outputs: readonly Output[]): ReadFiles {
  const texts = new Map(
    outputs.map(({ name, bytes }) => [
      name.replace(/^.*\./, ''),
      new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
    ]),
  );
  const readings: { readonly name: string; readonly pages: Pages }[] = [];
  const ascii = texts.get('brf');
  if (ascii !== undefined) readings.push({ name: 'BRF', pages: readBrf(ascii) });
  const xml = texts.get('pef');
  if (xml !== undefined) readings.push({ name: 'PEF', pages: readPef(xml) });
  const plain = texts.get('txt');
  if (plain !== undefined) readings.push({ name: 'text', pages: readText(plain) });
  const [first, ...others] = readings;
  if (first === undefined) return { pages: [] };
  let pages = first.pages;
  let differs: string | undefined;
  for (const other of others) {
    const at = firstDifference(pages, other.pages);
    if (at === undefined) continue;
    differs ??= `The ${first.name} and the ${other.name} file differ on page ${at.page + 1}, line ${at.line + 1}.`;
    pages = [...pages.slice(0, at.page), (pages[at.page] ?? []).slice(0, at.line)];
  }
  const language = xml && textOf(xml, 'language');
  const title = xml && textOf(xml, 'title');
  return { pages, ...(language && { language }), ...(title && { title }), ...(differs && { differs }) };
}

function firstDifference(
  one: Pages,
  other: Pages,
): { readonly page: number; readonly line: number } | undefined {
  for (let page = 0; page < Math.max(one.length, other.length); page++) {
    const [a, b] = [one[page] ?? [], other[page] ?? []];
    for (let line = 0; line < Math.max(a.length, b.length); line++)
      if (a[line] !== b[line]) return { page, line };
    if ((one[page] === undefined) !== (other[page] === undefined)) return { page, line: 0 };
  }
  return undefined;
}

/** A sign that is none of the code reads as itself, so that it is found. */
function readBrf(text: string): Pages {
  const pages = text.split('\f');
  if (pages.at(-1)?.trim() === '') pages.pop();
  return pages.map((page) => linesOf(page).map((line) => fromAscii(line) ?? line));
}

function readText(text: string): Pages {
  return text.split('\f').map(linesOf);
}

function linesOf(page: string): string[] {
  const lines = page.split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

function readPef(xml: string): Pages {
  return [...xml.matchAll(/<page\b[^>]*>([\s\S]*?)<\/page>/g)].map(([, page]) =>
    [...page!.matchAll(/<row\b[^>]*?(?:\/>|>([^<]*)<\/row>)/g)].map(([, row]) => row ?? ''),
  );
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function textOf(xml: string, name: string): string | undefined {
  const found = new RegExp(`<dc:${name}>([^<]*)</dc:${name}>`).exec(xml)?.[1];
  return found?.replace(/&(amp|lt|gt|quot|apos);/g, (_, entity: string) => entities[entity]!);
}
