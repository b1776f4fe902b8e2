import type { Furniture } from '../../document/furniture/furniture.ts';
import { catalogues, furnitureOf } from '../../document/furniture/furniture-of.ts';
import { signs } from './characters.ts';

/** The words of the marks in one language, and the patterns that find them. Patterns of writing see the signs of characters.ts. */
export interface Grammar {
  readonly furniture: Furniture;
  readonly marks: Furniture['textMarks'];
  readonly inline: Furniture['textWords'];
  readonly writing: WritingPatterns;
  readonly reading: ReadingPatterns;
}

interface WritingPatterns {
  /** Words of a link that start like a mark, up to their colon. */
  readonly keywordColon: RegExp;
  /** What the read-back takes for a mark when it follows a bracket. */
  readonly looksLikeMark: RegExp;
  readonly noteMark: RegExp;
  /** Marks of notes with the spaces around them. */
  readonly noteMarks: RegExp;
}

interface ReadingPatterns {
  readonly listStart: RegExp;
  readonly markStart: RegExp;
  readonly markWhole: RegExp;
  readonly recordLine: RegExp;
  /** The names of the columns behind the number of records. */
  readonly recordsWords: RegExp;
  /** A mark inside a line that is no words: a note, a done task. */
  readonly silentMark: RegExp;
  readonly wordsMark: RegExp;
  /** Sticky: the place in the document that a link leads to. */
  readonly place: RegExp;
  readonly placeName: RegExp;
  readonly codeEnd: RegExp;
}

const known = new Map<Furniture, Grammar>();

/** The grammar of a document of this language (BCP 47). */
export function grammarOf(language: string): Grammar {
  return grammarIn(furnitureOf(language));
}

/** The grammar of a finished text: that whose first mark it has; undefined where it has none. */
export function grammarOfLines(lines: Iterable<string>): Grammar | undefined {
  for (const line of lines) {
    if (!line.startsWith('[')) continue;
    const furniture = catalogues.find(({ textMarks }) => line.startsWith(`[${textMarks.about}:`));
    if (furniture !== undefined) return grammarIn(furniture);
  }
  return undefined;
}

function grammarIn(furniture: Furniture): Grammar {
  const found = known.get(furniture);
  if (found !== undefined) return found;
  const { textMarks: marks, textWords: inline } = furniture;
  const grammar: Grammar = {
    furniture,
    marks,
    inline,
    writing: writing(furniture),
    reading: reading(furniture),
  };
  known.set(furniture, grammar);
  return grammar;
}

function writing({ textMarks, textWords }: Furniture): WritingPatterns {
  const { open, close } = signs;
  const names = anyOf(Object.values(textMarks));
  const { note, level, done, notDone, empty, deleted, picture } = escaped(textWords);
  return {
    keywordColon: new RegExp(`^((?:${names}|${deleted}|${picture})):`),
    looksLikeMark: new RegExp(
      `\\[(?=(?:${names})(?:: |\\])|(?:${note}|${level}) \\d+\\]|(?:${done}|${notDone}|${empty})\\]|(?:${deleted}|${picture}): )`,
      'g',
    ),
    noteMark: new RegExp(`${open}${note} \\d+${close}`, 'g'),
    noteMarks: new RegExp(` ?(?:${open}${note} \\d+${close} ?)+`, 'g'),
  };
}

function reading({ textMarks, textWords, body }: Furniture): ReadingPatterns {
  const names = anyOf(Object.values(textMarks));
  const words = escaped(textWords);
  const { note, level, done, notDone, empty, deleted, picture } = words;
  const record = literally(body.record).replace('\\{number\\}', '\\d+').replace('\\{total\\}', '\\d+');
  const places = anyOf([textWords.seeSection, textWords.seeTable, textWords.seeFigure]);
  return {
    listStart: new RegExp(
      `^(?:-(?= |$)|\\d+(?:\\.\\d+)*\\.(?= {2}|$))(?: {1,2}\\[${level} (\\d+)\\])?(?: {1,2}(.*))?$`,
      's',
    ),
    markStart: new RegExp(`^\\[(?:${names})(?::(?! {2})|\\]$)`),
    markWhole: new RegExp(`^\\[(${names})(?:: (.*))?\\]$`, 's'),
    recordLine: new RegExp(`^${record}$`),
    recordsWords: new RegExp(`^\\d+\\. ${words.eachTells}: ?(.*)$`, 's'),
    silentMark: new RegExp(`\\[(?:(?:${note}|${level}) \\d+|${done}|${notDone}|${empty})\\]`, 'y'),
    wordsMark: new RegExp(`\\[(?:${deleted}|${picture}): `, 'y'),
    place: new RegExp(`(?:${places}) (?:"[^"]*"|${words.sameName})(?=\\])`, 'y'),
    placeName: new RegExp(`^(?:${places}) (?:"(.*)"|${words.sameName})$`, 's'),
    codeEnd: new RegExp(`^\\\\*\\[${literally(textMarks.codeEnd)}\\]$`),
  };
}

/** Longer names first: one may be the beginning of another. */
function anyOf(words: readonly string[]): string {
  return [...words]
    .sort((one, other) => other.length - one.length)
    .map(literally)
    .join('|');
}

function escaped<Names extends string>(words: Readonly<Record<Names, string>>): Record<Names, string> {
  const entries = Object.entries(words).map(([name, text]) => [name, literally(text as string)]);
  return Object.fromEntries(entries) as Record<Names, string>;
}

function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
