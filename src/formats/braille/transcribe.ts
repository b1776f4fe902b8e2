import { seen, wordsOf } from '../../document/tokens.ts';
import { Failure } from '../../kernel/failure.ts';
import type { Finding } from '../../kernel/finding.ts';
import type { BrailleCode } from '../../media/braille/braille-code.ts';
import { cells } from '../../media/braille/cells.ts';
import { readingMarks } from '../../media/braille/reading-marks.ts';
import type { BrailleEngine } from '../../tools/liblouis/braille-engine.ts';
import { finish } from './finish.ts';
import { type Mended, mendedFindings } from './mended-findings.ts';
import type { Script } from './script.ts';
import { withRaised } from './with-raised.ts';
import type { Word } from './word.ts';

/** How the words of a document were written: what its makers want to know. */
export interface Transcription {
  readonly findings: readonly Finding[];
}

/** A word for the engine, with the words of print that carry it. */
interface Unit {
  readonly word: Word;
  readonly text: string;
  cells: string | undefined;
}

const blank = '\u2800';
const numeric = /\d\S*$/;

/**
 * Gives every word its cells. Whole passages go to the engine; each word is then read back by the rules of the code, and one that reads
 * as something else is written again in another way: alone, then uncontracted, then letter by letter.
 * @throws Failure `tool-missing` or `tool-failed`
 */
export async function transcribe(
  passages: readonly (readonly Word[])[],
  script: Script,
  engine: BrailleEngine,
): Promise<Transcription> {
  const { code, table, plainTable } = script;
  const unknown = new Map<string, string>();
  const runs = passages.flatMap((passage) => runsOf(passage, unknown, code));
  const contracted = runs.filter(({ plain }) => !plain);
  const plain = runs.filter((run) => run.plain);
  await withTable(script, engine);
  await translate(contracted, table, engine, code);
  await translate(plain, plainTable, engine, code);
  for (const run of runs) check(run, code);
  const mended = await mend(runs, script, engine);
  const made = cellsOf(runs);
  for (const passage of passages) finish(passage, made, code);
  return {
    findings: [
      ...[...unknown].map(([sign, word]) => unknownSign(sign, word, script.name)),
      ...mendedFindings(mended, engine.name),
    ],
  };
}

interface Run {
  readonly plain: boolean;
  readonly units: readonly Unit[];
}

/** Cuts a passage where the way of writing changes, and between two numbers, which are not one. */
function runsOf(passage: readonly Word[], unknown: Map<string, string>, code: BrailleCode): Run[] {
  const runs: { plain: boolean; units: Unit[] }[] = [];
  let open: { plain: boolean; units: Unit[] } | undefined;
  let before = '';
  for (const word of passage) {
    const text = writable(word.text, unknown, code);
    const cut = numeric.test(before) && /^\d/.test(text);
    if (open === undefined || open.plain !== word.plain || cut || word.given !== undefined) {
      open = { plain: word.plain, units: [] };
      runs.push(open);
    }
    open.units.push({ word, text, cells: undefined });
    before = text;
    if (word.given !== undefined) open = undefined;
  }
  return runs;
}

const alike: Readonly<Record<string, string>> = {
  '\u2011': '-',
  '\u2010': '-',
  '\u2015': '\u2014',
  '\u00b7': '\u2022',
  '\u25aa': '\u2022',
  '\u25e6': '\u2022',
  '\u25cf': '\u2022',
};

/** A word without the signs that have no cells. */
function writable(text: string, unknown: Map<string, string>, code: BrailleCode): string {
  let out = '';
  for (const sign of seen(text)) {
    const written = alike[sign] ?? sign;
    if (code.canSpell(written)) out += written;
    else if (!unknown.has(sign)) unknown.set(sign, text);
  }
  return out;
}

async function translate(
  runs: readonly Run[],
  table: string,
  engine: BrailleEngine,
  code: BrailleCode,
): Promise<void> {
  const lines = [...new Set(runs.map((run) => lineOf(run, code)))];
  const answers = new Map<string, string>();
  const made = await engine.translate(lines, [table]);
  lines.forEach((line, index) => {
    answers.set(line, made[index]!);
  });
  for (const run of runs) {
    const parts = (answers.get(lineOf(run, code)) ?? '').split(blank);
    if (parts.length === run.units.length) {
      run.units.forEach((unit, index) => {
        unit.cells = parts[index];
      });
    }
  }
}

/** Raised 2 stands for every number of a footnote: not all tables know the others. */
function lineOf({ units }: Run, { isUnifiedEnglish }: BrailleCode): string {
  return units
    .map(({ word, text }) => text + (isUnifiedEnglish && word.notes.length > 0 ? '²' : ''))
    .join(' ');
}

/** Forgets the cells that do not read as their word. */
function check({ units, plain }: Run, code: BrailleCode): void {
  const readings = code.read(units.map(({ cells: made }) => made ?? ''));
  const wrong = units.map((unit, index) => !reads(unit, readings[index]!, plain, code));
  const passage = units.some(({ cells: made }) => made?.includes(cells(',,,')) === true);
  units.forEach((unit, index) => {
    if (wrong[index] || (passage && wrong.includes(true))) unit.cells = undefined;
  });
}

const quotes = /["“”„‟]/g;
const apostrophes = /['‘’‚‛]/g;
const dashes = /[-‐‑‒–—―−]/g;

function plainText(text: string): string {
  return text
    .replace(quotes, '"')
    .replace(apostrophes, "'")
    .replace(dashes, '-')
    .replace(/…/g, '...')
    .replace(/´/g, '');
}

/** Points and commas in numbers mean something. */
function numbersOf(text: string): string {
  return (text.match(/\d+(?:[.,]\d+)*/g) ?? []).join(' ');
}

function reads(
  { text, word }: Pick<Unit, 'text' | 'word'>,
  reading: string,
  exact: boolean,
  { isUnifiedEnglish }: BrailleCode,
): boolean {
  const notes = isUnifiedEnglish && word.notes.length > 0 ? `${readingMarks.raised}2` : '';
  if (!reading.endsWith(notes)) return false;
  const words = notes === '' ? reading : reading.slice(0, -notes.length);
  if (
    /[\ue000-\ue008]/.test(
      words.replace(new RegExp(`[${readingMarks.raised}${readingMarks.lowered}]`, 'g'), ''),
    )
  )
    return false;
  const got = withRaised(words);
  if (exact) return plainText(got) === plainText(text);
  return wordsOf(got).join(' ') === wordsOf(text).join(' ') && numbersOf(got) === numbersOf(text);
}

/** Writes the words that have no cells in other ways until one reads right. Returns what came of each. */
async function mend(
  runs: readonly Run[],
  { code, table, plainTable }: Script,
  engine: BrailleEngine,
): Promise<Mended> {
  const left = runs.flatMap(({ units, plain }) =>
    units.filter((unit) => unit.cells === undefined).map((unit) => ({ unit, plain })),
  );
  const rewritten: string[] = [];
  const unwritten: string[] = [];
  if (left.length === 0) return { rewritten, unwritten };
  const lines = left.map(({ unit }) => lineOf({ plain: false, units: [unit] }, code));
  const alone = await engine.translate(lines, [table]);
  const spelt = await engine.translate(lines, [plainTable]);
  left.forEach(({ unit, plain }, index) => {
    const own = code.spell(unit.text);
    const note = code.isUnifiedEnglish && unit.word.notes.length > 0 ? cells(';9#b') : '';
    const literal = cells(code.literal);
    const ways = [
      ...(plain ? [] : [alone[index]!]),
      spelt[index]!,
      literal + spelt[index]!,
      ...(own === undefined ? [] : [own + note, literal + own + note]),
    ];
    const way = ways.find((one) => !one.includes(blank) && reads(unit, code.read([one])[0]!, plain, code));
    unit.cells = way ?? '';
    if (unit.text === '') return;
    if (way === undefined) unwritten.push(unit.text);
    else if (way !== (plain ? spelt : alone)[index]) rewritten.push(unit.text);
  });
  return { rewritten, unwritten };
}

function cellsOf(runs: readonly Run[]): ReadonlyMap<Word, string> {
  return new Map(
    runs.flatMap(({ units }) => units.map(({ word, cells: made }) => [word, made ?? ''] as const)),
  );
}

function unknownSign(sign: string, word: string, name: string): Finding {
  const code = sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
  return {
    rule: 'braille/unknown-sign',
    severity: 'error',
    message: `${name} has no sign for "${sign}" (U+${code}), which stands in "${word.slice(0, 60)}". It is left out.`,
    fix: 'Say in words what the sign says, or give the part in its own language to a transcriber.',
  };
}

/** Old versions of liblouis have tables that do not work. */
async function withTable({ table, name, code }: Script, engine: BrailleEngine): Promise<void> {
  if (code.isUnifiedEnglish) return;
  try {
    await engine.translate(['a'], [table]);
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'tool-failed') throw error;
    throw new Failure(
      'tool-missing',
      `${name} needs a newer liblouis: ${table} of ${engine.name} does not work.`,
    );
  }
}
