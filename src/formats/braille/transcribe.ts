import { seen, wordsOf } from '../../document/tokens.ts';
import type { Finding } from '../../kernel/finding.ts';
import { cells } from '../../media/braille/cells.ts';
import { type Grade, readingMarks, readUebWords } from '../../media/braille/read-ueb.ts';
import { canSpell, spellUeb } from '../../media/braille/spell-ueb.ts';
import type { BrailleEngine } from '../../tools/liblouis/braille-engine.ts';
import { digitsOf } from './digits-of.ts';
import { type Mended, mendedFindings } from './mended-findings.ts';
import type { Word } from './word.ts';

export const tableOf = { 1: 'en-ueb-g1.ctb', 2: 'en-ueb-g2.ctb' } as const;

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
  grade: Grade,
  engine: BrailleEngine,
): Promise<Transcription> {
  const unknown = new Map<string, string>();
  const runs = passages.flatMap((passage) => runsOf(passage, unknown));
  const contracted = runs.filter(({ plain }) => !plain);
  const plain = runs.filter((run) => run.plain);
  await translate(contracted, tableOf[grade], engine);
  await translate(plain, tableOf[1], engine);
  for (const run of runs) check(run, grade);
  const mended = await mend(runs, grade, engine);
  const made = cellsOf(runs);
  for (const passage of passages) finish(passage, made);
  return {
    findings: [
      ...[...unknown].map(([sign, word]) => unknownSign(sign, word)),
      ...mendedFindings(mended, engine.name),
    ],
  };
}

interface Run {
  readonly plain: boolean;
  readonly units: readonly Unit[];
}

/** Cuts a passage where the way of writing changes, and between two numbers, which are not one. */
function runsOf(passage: readonly Word[], unknown: Map<string, string>): Run[] {
  const runs: { plain: boolean; units: Unit[] }[] = [];
  let open: { plain: boolean; units: Unit[] } | undefined;
  let before = '';
  for (const word of passage) {
    const text = writable(word.text, unknown);
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
function writable(text: string, unknown: Map<string, string>): string {
  let out = '';
  for (const sign of seen(text)) {
    const written = alike[sign] ?? sign;
    if (canSpell(written)) out += written;
    else if (!unknown.has(sign)) unknown.set(sign, text);
  }
  return out;
}

async function translate(runs: readonly Run[], table: string, engine: BrailleEngine): Promise<void> {
  const lines = [...new Set(runs.map(lineOf))];
  const answers = new Map<string, string>();
  const made = await engine.translate(lines, [table]);
  lines.forEach((line, index) => {
    answers.set(line, made[index]!);
  });
  for (const run of runs) {
    const parts = (answers.get(lineOf(run)) ?? '').split(blank);
    if (parts.length === run.units.length) {
      run.units.forEach((unit, index) => {
        unit.cells = parts[index];
      });
    }
  }
}

/** Raised 2 stands for every number of a footnote: not all tables know the others. */
function lineOf({ units }: Run): string {
  return units.map(({ word, text }) => text + (word.notes.length > 0 ? '²' : '')).join(' ');
}

/** Forgets the cells that do not read as their word. */
function check({ units, plain }: Run, grade: Grade): void {
  const readings = readUebWords(
    units.map(({ cells: made }) => made ?? ''),
    grade,
  );
  const wrong = units.map((unit, index) => !reads(unit, readings[index]!, plain));
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

function reads({ text, word }: Pick<Unit, 'text' | 'word'>, reading: string, exact: boolean): boolean {
  const notes = word.notes.length > 0 ? `${readingMarks.raised}2` : '';
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
  return wordsOf(got).join(' ') === wordsOf(text).join(' ');
}

const raisedDigits = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const loweredDigits = '₀₁₂₃₄₅₆₇₈₉';
const raisedNumber = new RegExp(`([${readingMarks.raised}${readingMarks.lowered}])(\\d+)`, 'g');

/** Raised and lowered digits, as in m² and CO₂. */
export function withRaised(reading: string): string {
  return reading.replace(raisedNumber, (_, mark: string, number: string) => {
    const digits = mark === readingMarks.raised ? raisedDigits : loweredDigits;
    return [...number].map((digit) => digits[Number(digit)]).join('');
  });
}

/** Writes the words that have no cells in other ways until one reads right. Returns what came of each. */
async function mend(runs: readonly Run[], grade: Grade, engine: BrailleEngine): Promise<Mended> {
  const left = runs.flatMap(({ units, plain }) =>
    units.filter((unit) => unit.cells === undefined).map((unit) => ({ unit, plain })),
  );
  const rewritten: string[] = [];
  const unwritten: string[] = [];
  if (left.length === 0) return { rewritten, unwritten };
  const lines = left.map(({ unit }) => lineOf({ plain: false, units: [unit] }));
  const alone = await engine.translate(lines, [tableOf[grade]]);
  const spelt = await engine.translate(lines, [tableOf[1]]);
  left.forEach(({ unit, plain }, index) => {
    const own = spellUeb(unit.text);
    const note = unit.word.notes.length > 0 ? cells(';9#b') : '';
    const literal = grade === 2 ? cells(';;') : '';
    const ways = [
      ...(plain ? [] : [alone[index]!]),
      spelt[index]!,
      literal + spelt[index]!,
      ...(own === undefined ? [] : [own + note, literal + own + note]),
    ];
    const way = ways.find(
      (one) => !one.includes(blank) && reads(unit, readUebWords([one], grade)[0]!, plain),
    );
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

const telephone = /^(?:\+|\(?0)[\d ()-]{8,}$/;

/** Puts the signs for emphasis, links and footnotes around the cells. */
function finish(passage: readonly Word[], made: ReadonlyMap<Word, string>): void {
  passage.forEach((word, index) => {
    let out = made.get(word) ?? '';
    if (word.notes.length > 0 && out.endsWith(cells('#b'))) {
      out = out.slice(0, -2) + word.notes.map((note) => cells('#') + digitsOf(note)).join(cells(';9'));
    }
    if (word.given !== undefined) {
      const [before = '', behind = ''] = word.given.split('|');
      out = before + out + behind;
    }
    out = withRun(
      passage,
      index,
      word.emphasis?.run,
      word.emphasis?.kind === 'italic' ? '.' : '^',
      out,
      runOfEmphasis,
    );
    out = withRun(passage, index, word.link, '_', out, (one) => one.link);
    word.cells = out;
  });
  for (const group of telephoneGroups(passage)) {
    const [first, ...rest] = group;
    first!.cells = [first!, ...rest]
      .map((word, index) => (index === 0 ? word.cells! : cells('"') + word.cells!.slice(1)))
      .join('');
    for (const word of rest) word.cells = '';
  }
}

/** Words of one telephone number: one number with spaces in it (6.6 of the rules), which no line parts. */
function telephoneGroups(passage: readonly Word[]): Word[][] {
  const groups: Word[][] = [];
  for (let at = 0; at < passage.length; at++) {
    let end = at;
    while (
      end < passage.length &&
      /^[\d+][\d-]*[.,;:)]?$/.test(passage[end]!.text) &&
      (end === at || !passage[end]!.newLine)
    ) {
      end++;
      if (/[.,;:)]$/.test(passage[end - 1]!.text)) break;
    }
    const group = passage.slice(at, end);
    const text = group
      .map((word) => word.text)
      .join(' ')
      .replace(/[.,;:)]$/, '');
    const even = group.every(
      (word, index) => word.notes.length === 0 && (index === 0 || word.cells!.startsWith(cells('#'))),
    );
    if (group.length > 1 && even && telephone.test(text) && text.replace(/\D/g, '').length >= 9) {
      groups.push(group);
      at = end - 1;
    }
  }
  return groups;
}

const runOfEmphasis = (word: Word) => word.emphasis?.run;

/** RUEB 9: one or two words have a sign each; three or more have one before them and one behind. */
function withRun(
  passage: readonly Word[],
  index: number,
  run: number | undefined,
  kind: string,
  made: string,
  of: (word: Word) => number | undefined,
): string {
  if (run === undefined) return made;
  let from = index;
  while (from > 0 && of(passage[from - 1]!) === run) from--;
  let to = index;
  while (to + 1 < passage.length && of(passage[to + 1]!) === run) to++;
  const count = to - from + 1;
  if (count < 3) return cells(`${kind}1`) + made;
  return (index === from ? cells(`${kind}7`) : '') + made + (index === to ? cells(`${kind}'`) : '');
}

function unknownSign(sign: string, word: string): Finding {
  const code = sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
  return {
    rule: 'braille/unknown-sign',
    severity: 'error',
    message: `Unified English Braille has no sign for "${sign}" (U+${code}), which stands in "${word.slice(0, 60)}". It is left out.`,
    fix: 'Say in words what the sign says, or give the part in its own language to a transcriber.',
  };
}
