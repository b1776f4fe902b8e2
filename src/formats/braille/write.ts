import { fill } from '../../document/furniture/furniture.ts';
import type { Block, Document } from '../../document/tree.ts';
import type { Finding } from '../../kernel/finding.ts';
import { version } from '../../kernel/version.ts';
import { cells } from '../../media/braille/cells.ts';
import type { BrailleEngine } from '../../tools/liblouis/braille-engine.ts';
import { embeddedEngine } from '../../tools/liblouis/embedded-engine.ts';
import { findBrailleEngine } from '../../tools/liblouis/find-engine.ts';
import type { Written } from '../format.ts';
import { digitsOf } from './digits-of.ts';
import { brf, pef, unicodeText } from './files.ts';
import { WordMaker } from './inline-words.ts';
import type { Line } from './line.ts';
import { blank } from './lines.ts';
import type { BrailleOptions } from './options.ts';
import { type PageLines, paginate } from './paginate.ts';
import type { Piece } from './piece.ts';
import { piecesOf } from './pieces.ts';
import { previewPage } from './preview.ts';
import { type Script, scriptOf } from './script.ts';
import { layTables, passagesOf, toldTables } from './table-pieces.ts';
import { transcribe } from './transcribe.ts';
import type { Word } from './word.ts';
import { type Words, wordsOfLanguage } from './words.ts';

export function engineOf({ engine }: BrailleOptions): Promise<BrailleEngine> {
  return engine === 'embedded' ? Promise.resolve(embeddedEngine()) : findBrailleEngine();
}

/** Writes BRF, PEF and Unicode braille of the same pages, and a page for sighted people. @throws Failure */
export async function writeBraille(document: Document, options: BrailleOptions): Promise<Written> {
  const { meta, children, footnotes } = document;
  const script = scriptOf(meta.language, options.grade);
  const engine = await engineOf(options);
  const words = wordsOfLanguage(meta.language);
  const maker = new WordMaker(words, meta.language);
  const context = { maker, words, language: meta.language };
  const end = openingLength(children);
  const opening = piecesOf({ children: children.slice(0, end), footnotes: [] }, context);
  const told = piecesOf({ children: children.slice(end), footnotes }, context);
  const running = maker.text(meta.title);
  const contentsTitle = maker.note(words.contents);
  const transcription = await transcribe(
    [...passagesOf([...opening, ...told]), running, contentsTitle],
    script,
    engine,
  );
  const height = options.lines - 1;
  const drawn = new Set<Block>();
  const body = layTables(told, options.cells, height, drawn);
  const bodyPages = paginate(body, options.cells, height);
  const contents = options.contents ? contentsOf(body, bodyPages, contentsTitle) : [];
  const hasPageMarks = body.some((piece) => piece.kind === 'rule' && piece.tail !== undefined);
  const about = async (pages: number) => {
    const pieces = edition(pages, engine, words, maker, script, options, hasPageMarks);
    await transcribe(passagesOf(pieces), script, engine);
    return pieces;
  };
  const contentsPages = contents.length === 0 ? [] : paginate(contents, options.cells, height);
  // The number of pages stands on the first ones: its length does not change how many they are, but for rare cases.
  let titlePages: PageLines[] = [];
  for (let total = bodyPages.length + contentsPages.length + 1; ; total++) {
    titlePages = paginate([...opening, ...(await about(total))], options.cells, height);
    if (titlePages.length + contentsPages.length + bodyPages.length <= total) break;
  }
  const preliminary = [...titlePages, ...contentsPages];
  const title = running.map((word) => word.cells ?? '').filter((one) => one !== '');
  const pages = [
    ...preliminary.map((lines, index) => page(lines, cells('p#') + digitsOf(index + 1), title, options)),
    ...bodyPages.map((lines, index) => page(lines, cells('#') + digitsOf(index + 1), title, options)),
  ];
  const printed = pages.map((lines) => lines.map(text));
  const { organisation, language, date } = meta;
  const { lines, duplex } = options;
  const details = { title: meta.title, organisation, language, date, cells: options.cells, lines, duplex };
  const outputs = [brf(printed), pef(printed, details), unicodeText(printed)];
  if (options.preview)
    outputs.push(
      previewPage(
        pages,
        details,
        fill(words.madeBy, { version, engine: engine.name, table: script.table }),
        words,
      ),
    );
  return {
    outputs,
    changes: toldTables(document, drawn),
    findings: [...transcription.findings, ...uncontracted(script)],
    pages: pages.length,
  };
}

function uncontracted({ name, lacksContractions }: Script): Finding[] {
  if (!lacksContractions) return [];
  return [
    {
      rule: 'braille/uncontracted',
      severity: 'person',
      message: `Contracted braille was asked for. This is ${name}, uncontracted: no second reader here knows the contractions of this language.`,
      fix: 'Ask the reader whether uncontracted braille is right for them. For contracted braille, ask a transcriber of the language.',
    },
  ];
}

function text({ indent, cells: made }: Line): string {
  return made === '' ? '' : blank.repeat(indent) + made;
}

/** What stands before the body: title, summary, details and how to ask for another format. */
function openingLength(blocks: readonly Block[]): number {
  let length = blocks[0]?.type === 'heading' && blocks[0].depth === 1 ? 1 : 0;
  if (length === 0) return 0;
  if (blocks[length]?.type === 'paragraph' && blocks[length + 1]?.type === 'definitionList') length++;
  const details = blocks[length];
  if (details?.type === 'definitionList' && details.kind === 'details') length++;
  const contact = blocks[length];
  if (contact?.type === 'box' && contact.kind === 'contact') length++;
  return length;
}

/** A page with its line of information: the short title, and the number at the right. */
function page(
  lines: PageLines,
  number: string,
  title: readonly string[],
  { cells: width }: BrailleOptions,
): Line[] {
  let short = '';
  const room = width - number.length - 3;
  for (const word of title) {
    if (short.length + word.length + 1 > room) break;
    short += (short === '' ? '' : blank) + word;
  }
  return [
    { indent: 0, cells: short + blank.repeat(width - short.length - number.length) + number, print: '' },
    ...lines,
  ];
}

/** The headings down to depth 3 with the number of their page. */
function contentsOf(body: readonly Piece[], pages: readonly PageLines[], name: readonly Word[]): Piece[] {
  const numbers: number[] = [];
  let last: Line | undefined;
  pages.forEach((lines, index) => {
    for (const line of lines) {
      if (line.heading !== undefined && line.heading <= 3 && !(last?.heading === line.heading))
        numbers.push(index + 1);
      last = line;
    }
  });
  const headings = body.filter(
    (piece) => piece.kind === 'words' && piece.heading !== undefined && piece.heading <= 3,
  );
  if (headings.length < 3) return [];
  const entries = headings.map((piece, index): Piece => {
    if (piece.kind !== 'words') return piece;
    const depth = Math.max(0, (piece.heading ?? 2) - 2);
    const tail = cells('#') + digitsOf(numbers[index] ?? 0);
    const shown = piece.words.map((word) => ({ ...word, newLine: false }));
    return {
      kind: 'words',
      place: { type: 'hang', first: depth * 2, rest: 6 },
      mark: '',
      words: shown,
      tail,
      before: index === 0 ? 1 : 0,
      after: 0,
      keep: false,
    };
  });
  return [
    { kind: 'words', place: { type: 'centre' }, mark: '', words: name, before: 0, after: 1, keep: true },
    ...entries,
  ];
}

/** What a reader or a teacher must know of the edition, as notes of the transcriber. */
function edition(
  pages: number,
  engine: BrailleEngine,
  words: Words,
  maker: WordMaker,
  { code, grade, table }: Script,
  { cells: width, lines }: BrailleOptions,
  hasPageMarks: boolean,
): Piece[] {
  const texts = [
    words.edition,
    code.isUnifiedEnglish ? (grade === 2 ? words.contracted : words.uncontracted) : words.ownCode,
    fill(words.size, { pages, lines, cells: width }),
    fill(words.madeBy, { version, engine: engine.name, table }),
    words.code,
    words.links,
    words.notesAre,
    ...(hasPageMarks ? [words.printPages] : []),
  ];
  return texts.map((value, index) => ({
    kind: 'words',
    place: { type: 'hang', first: 2, rest: 0 },
    mark: '',
    words: maker.note(value),
    before: index === 0 ? 1 : 0,
    after: 0,
    keep: index === 0,
  }));
}
