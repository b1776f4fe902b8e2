import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pictureKey } from '../document/picture-key.ts';
import type { Asset, Document, OwnPicture } from '../document/tree.ts';
import { visitBlocks } from '../document/visit.ts';
import type { Finding } from '../kernel/finding.ts';
import { assetLoader } from './load-asset.ts';
import { type PicturePack, picturePackSchema } from './picture-pack.ts';

const file = 'pictures/pack.json';
/** Each output holds its pictures, so that a larger one would make all of them heavy. */
const mostBytes = 2_000_000;
const mostOfList = 5_000_000;
const noLine = 1;

export interface LoadedPack {
  /** By every word that means one, as {@link pictureKey} gives it; only those that the Easy Read layer names. */
  readonly pictures: ReadonlyMap<string, OwnPicture>;
  readonly findings: readonly Finding[];
}

/** The project's own pictures that a document's Easy Read layer names; `seen` is told which files were looked at. A fault costs one picture only. */
export function loadPicturePack(root: string, document: Document, seen: Set<string>): LoadedPack {
  const pictures = new Map<string, OwnPicture>();
  if (document.easyRead === undefined) return { pictures, findings: [] };
  seen.add(join(root, file));
  const { text, pack, problem } = readPack(root);
  if (text === undefined) return { pictures, findings: [] };
  const findings: Finding[] = [];
  const tell = (rule: string, message: string, fix: string, line: number): void => {
    findings.push({ rule, severity: 'error', message, fix, at: { file, line, column: 1 } });
  };
  if (pack === undefined) {
    tell(
      'pack/unreadable',
      `The list of your own pictures cannot be read: ${problem}.`,
      'Mend it: docs/picture-packs.md.',
      noLine,
    );
    return { pictures, findings };
  }
  const named = new Set<string>();
  for (const block of visitBlocks(document.easyRead.children))
    if (block.type === 'idea' && block.picture !== undefined) named.add(pictureKey(block.picture));
  const load = assetLoader(root, join(root, file), seen);
  const owners = new Map<string, string>();
  for (const entry of pack.pictures) {
    const line = () => lineOf(text, entry.concept);
    const words = [entry.concept, ...entry.also];
    const keys = [...new Set(words.map(pictureKey))];
    const own = keys.filter((key) => {
      const other = owners.get(key);
      if (other !== undefined)
        tell(
          'pack/word-twice',
          `"${key}" stands for "${other}" and for "${entry.concept}". The first one counts.`,
          'Take it away from one of them.',
          line(),
        );
      else owners.set(key, entry.concept);
      return other === undefined;
    });
    if (!own.some((key) => named.has(key))) continue;
    const asset = load(entry.file);
    if ('problem' in asset) {
      tell('pack/picture', `${asset.problem} ("${entry.concept}" in your own pictures.)`, asset.fix, line());
      continue;
    }
    if (asset.bytes.length > mostBytes) {
      tell(
        'pack/picture',
        `The picture ${entry.file} has ${Math.ceil(asset.bytes.length / 1e6)} MB.`,
        'Save it smaller: less than 2 MB.',
        line(),
      );
      continue;
    }
    const { concept, alt, credit = pack.credit, licence = pack.licence } = entry;
    for (const key of own) pictures.set(key, { concept, words, svg: svgOf(asset), alt, credit, licence });
  }
  return { pictures, findings };
}

/** The concepts of the project's own pictures, for a list; empty where there are none that can be read. */
export function loadPictureList(root: string) {
  const { pack } = readPack(root);
  return (pack?.pictures ?? []).map(({ concept, also, alt, credit, licence }) => ({
    concept,
    synonyms: also,
    alt,
    credit: credit ?? pack?.credit ?? '',
    licence: licence ?? pack?.licence ?? '',
  }));
}

interface ReadPack {
  /** Undefined where there is no file. */
  readonly text?: string;
  readonly pack?: PicturePack;
  /** What is wrong, as the end of a sentence. */
  readonly problem?: string;
}

function readPack(root: string): ReadPack {
  let text: string;
  try {
    text = readFileSync(join(root, file), 'utf8');
  } catch {
    return {};
  }
  if (text.length > mostOfList) return { text, problem: 'it is too long' };
  try {
    const parsed = picturePackSchema.safeParse(JSON.parse(text));
    if (parsed.success) return { text, pack: parsed.data };
    const [issue] = parsed.error.issues;
    return {
      text,
      problem: `${issue?.path.join('.') || 'it'}: ${issue?.message ?? 'wrong'}`.replace(/\.$/, ''),
    };
  } catch {
    return { text, problem: 'it is no JSON' };
  }
}

/** The line that names a concept. */
function lineOf(text: string, concept: string): number {
  const at = text.search(new RegExp(`"concept"\\s*:\\s*${escaped(JSON.stringify(concept))}`));
  return at < 0 ? noLine : text.slice(0, at).split('\n').length;
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** The picture as SVG, which every format can show. */
function svgOf({ mediaType, bytes }: Asset): string {
  if (mediaType === 'image/svg+xml')
    return new TextDecoder()
      .decode(bytes)
      .replace(/^\uFEFF?\s*(?:<\?xml[^>]*\?>\s*)?(?:<!DOCTYPE[^>]*>\s*)?/, '');
  const data = Buffer.from(bytes).toString('base64');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96"><image width="96" height="96" href="data:${mediaType};base64,${data}"/></svg>`;
}
