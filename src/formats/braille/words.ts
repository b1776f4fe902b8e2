import type { Furniture } from '../../document/furniture/furniture.ts';
import { furnitureOf } from '../../document/furniture/furniture-of.ts';

/** Every word that this format adds, in the language of the report. The read-back takes them out again. */
export type Words = Furniture['textMarks'] &
  Pick<Furniture['textWords'], 'deleted' | 'picture' | 'level' | 'done' | 'notDone' | 'empty' | 'altLabel'> &
  Furniture['braille'] &
  Pick<Furniture['body'], 'deletedEnd' | 'pageOf'>;

export function wordsOfLanguage(language: string): Words {
  const { textMarks, textWords, braille, body } = furnitureOf(language);
  const { deleted, picture, level, done, notDone, empty, altLabel } = textWords;
  const pick = { deletedEnd: body.deletedEnd, pageOf: body.pageOf };
  const inLine = { deleted, picture, level, done, notDone, empty, altLabel, ...pick };
  return { ...textMarks, ...inLine, ...braille };
}
