import { createRequire } from 'node:module';
import type { SaxesTagNS } from 'saxes';
import { Failure } from '../kernel/failure.ts';
import type { Position } from '../kernel/finding.ts';
import type { Token } from './tokens.ts';
import { type Entry, maxTranslationBytes, type Translation } from './translation.ts';

const namespace = 'urn:oasis:names:tc:xliff:document:2.0';
const maxDepth = 60;

interface Part {
  order: number;
  readonly source: Token[];
  readonly target: Token[];
  hasTarget: boolean;
  readonly isSegment: boolean;
}

/**
 * Reads XLIFF 2.0 or 2.1. Other vocabularies and modules in it are passed over; entities and a DTD are refused.
 * @throws Failure `translation-invalid`, `file-too-large`
 */
export function readXliff({
  file,
  bytes,
}: {
  readonly file: string;
  readonly bytes: Uint8Array;
}): Translation {
  if (bytes.length > maxTranslationBytes)
    throw new Failure('file-too-large', `${file} is larger than 20 MB.`);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Failure('translation-invalid', `${file} is not XML in UTF-8.`);
  }
  // Loaded where there is a translation: reading a report waits for nothing, so it can't be imported later.
  const { SaxesParser } = createRequire(import.meta.url)('saxes') as typeof import('saxes');
  const parser = new SaxesParser({ xmlns: true, position: true });
  const here = (): Position => ({ file, line: parser.line, column: Math.max(1, parser.column) });
  const refuse = (why: string): never => {
    throw new Failure('translation-invalid', `${file}, line ${parser.line}: ${why}`);
  };
  const entries: Entry[] = [];
  const doubled: { id: string; at: Position }[] = [];
  const seen = new Set<string>();
  let head: { from: string; to: string } | undefined;
  let unit: { id: string; at: Position; parts: Part[] } | undefined;
  let part: Part | undefined;
  let into: Token[] | undefined;
  let fileName = '';
  let files = 0;
  let original: string | undefined;
  /** Ids of the codes of `sc` without an end of the same id are those that `ec` names. */
  const open: SaxesTagNS[] = [];

  parser.on('error', (error) =>
    refuse(`This is not well-formed XML (${error.message.replace(/^[^:]*:\d+:\d+:\s*/, '')}).`),
  );
  parser.on('doctype', () =>
    refuse('The file has a document type declaration (DTD). Translations need none, and it is refused.'),
  );
  parser.on('opentag', (tag) => {
    if (open.length > maxDepth) refuse('The elements are nested too deeply.');
    const isFirst = open.length === 0;
    open.push(tag);
    const value = (name: string): string | undefined => tag.attributes[name]?.value;
    if (isFirst) {
      head = headOf(tag, refuse);
      return;
    }
    if (tag.uri !== namespace) return;
    switch (tag.local) {
      case 'file':
        files++;
        original ??= value('original');
        fileName = files > 1 ? `${value('id') ?? files}:` : '';
        return;
      case 'unit':
        unit = { id: fileName + (value('id') ?? ''), at: here(), parts: [] };
        return;
      case 'segment':
      case 'ignorable':
        part = { order: 0, source: [], target: [], hasTarget: false, isSegment: tag.local === 'segment' };
        unit?.parts.push(part);
        return;
      case 'source':
        into = part?.source;
        return;
      case 'target':
        into = part?.target;
        if (part) {
          part.hasTarget = true;
          part.order = Number(value('order') ?? 0) || 0;
        }
        return;
      case 'pc':
      case 'sc':
        into?.push({ kind: 'open', id: value('id') ?? '' });
        return;
      case 'ec':
        into?.push({ kind: 'close', id: value('startRef') ?? value('id') ?? '' });
        return;
      case 'ph':
        into?.push({ kind: 'alone', id: value('id') ?? '' });
        return;
      default:
    }
  });
  parser.on('closetag', (tag) => {
    open.pop();
    if (tag.uri !== namespace) return;
    if (tag.local === 'pc') into?.push({ kind: 'close', id: tag.attributes.id?.value ?? '' });
    else if (tag.local === 'source' || tag.local === 'target') into = undefined;
    else if (tag.local === 'segment' || tag.local === 'ignorable') part = undefined;
    else if (tag.local === 'unit' && unit) {
      if (seen.has(unit.id)) doubled.push({ id: unit.id, at: unit.at });
      else {
        seen.add(unit.id);
        entries.push(entryOf(unit));
      }
      unit = undefined;
    }
  });
  const words = (value: string): void => {
    if (into !== undefined && open.at(-1)?.uri === namespace) into.push({ kind: 'text', value });
  };
  parser.on('text', words);
  parser.on('cdata', words);
  parser.write(text.replace(/^\ufeff/, '')).close();
  if (head === undefined) return refuse('This is no XLIFF file.');
  return { file, ...head, ...(original !== undefined && { original }), entries, doubled };
}

function headOf(tag: SaxesTagNS, refuse: (why: string) => never): { from: string; to: string } {
  const value = (name: string) => tag.attributes[name]?.value;
  const version = value('version') ?? '';
  if (tag.local !== 'xliff') refuse(`This is no XLIFF file: it starts with <${tag.name}>.`);
  if (tag.uri !== namespace || !/^2\.[0-2]$/.test(version)) {
    refuse(`This is XLIFF ${version || 'of an unknown version'}. Export it as XLIFF 2.1 or 2.0.`);
  }
  const [from, to] = [value('srcLang'), value('trgLang')];
  if (from === undefined || to === undefined)
    return refuse('The first line does not say srcLang and trgLang.');
  return { from, to };
}

function entryOf({ id, at, parts }: { id: string; at: Position; parts: readonly Part[] }): Entry {
  const source = parts.flatMap((part) => part.source);
  const segments = parts.filter((part) => part.isSegment);
  // A unit of which one sentence is translated and another not is no translation yet.
  const isDone =
    segments.length > 0 && segments.every(({ hasTarget, target }) => hasTarget && hasWords(target));
  if (!isDone) return { id, source, at };
  const ordered = parts.map((part, index) => ({ part, place: part.order || index + 1 }));
  ordered.sort((a, b) => a.place - b.place);
  const target = ordered.flatMap(({ part }) => (part.hasTarget ? part.target : part.source));
  return { id, source, target, at };
}

function hasWords(tokens: readonly Token[]): boolean {
  return tokens.some((token) => token.kind !== 'text' || token.value.trim() !== '');
}
