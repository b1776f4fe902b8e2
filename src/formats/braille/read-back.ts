import type { ReadBack } from '../../document/passage.ts';
import type { Output } from '../../kernel/output.ts';
import { readFiles } from './read-files.ts';
import { gradeOf, textLines } from './read-lines.ts';
import { StructureReader } from './read-structure.ts';
import { scriptOf } from './script.ts';
import { wordsOfLanguage } from './words.ts';

/**
 * Reads the finished files by the rules of Unified English Braille, or of the report's language, alone (no table and no engine has a part in it), finds headings, lists,
 * tables and notes by where they stand on the page, and takes out what the transcriber added.
 */
export async function readBackBraille(outputs: readonly Output[]): Promise<ReadBack> {
  const { pages, language, title } = readFiles(outputs);
  const words = wordsOfLanguage(language ?? 'en');
  const { preliminary, body } = textLines(pages);
  const grade = gradeOf(preliminary, words);
  const { code } = scriptOf(language ?? 'en', grade);
  const reader = new StructureReader(words, code);
  reader.read(preliminary, true);
  reader.read(body, false);
  const { passages, links } = reader;
  return { passages, links, pages: pages.length, ...(title && { title }) };
}
