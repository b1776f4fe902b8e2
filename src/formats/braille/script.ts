import { furnitureOf } from '../../document/furniture/furniture-of.ts';
import { Failure } from '../../kernel/failure.ts';
import type { BrailleCode } from '../../media/braille/braille-code.ts';
import { letterCodeOf } from '../../media/braille/letter-code.ts';
import { type Grade, uebCode } from '../../media/braille/read-ueb.ts';

/** The code that a report is written in, with the tables of liblouis for it. */
export interface Script {
  /** For people, such as `Unified English Braille`. */
  readonly name: string;
  readonly code: BrailleCode;
  readonly grade: Grade;
  /** Contracted braille was asked for, and this is not. */
  readonly lacksContractions?: true;
  readonly table: string;
  /** Uncontracted: addresses, program code, other languages. */
  readonly plainTable: string;
}

const tables: Readonly<Record<string, string>> = {
  cy: 'cy-cy-g1.utb',
  pl: 'Pl-Pl-g1.utb',
  es: 'es-g1.ctb',
  fr: 'fr-bfu-comp6.utb',
};

/**
 * The code for a language. Languages beside English are uncontracted: our readers know no contractions of theirs, and what cannot be read back
 * cannot be proved.
 * @throws Failure `language-unknown`
 */
export function scriptOf(language: string, grade: Grade): Script {
  const primary = language.toLowerCase().split('-')[0]!;
  if (primary === 'en') {
    const name = 'Unified English Braille';
    const plainTable = 'en-ueb-g1.ctb';
    return {
      name,
      code: uebCode(grade),
      grade,
      table: grade === 2 ? 'en-ueb-g2.ctb' : plainTable,
      plainTable,
    };
  }
  const table = tables[primary];
  const code = letterCodeOf(primary);
  const names = furnitureOf('en').languages;
  if (table === undefined || code === undefined) {
    const known = ['en', ...Object.keys(tables)].map((one) => names[one] ?? one).join(', ');
    throw new Failure(
      'language-unknown',
      `Braille in "${language}" is not made, because no second reader is here that could prove it. Languages that can be proved: ${known}.`,
    );
  }
  return {
    name: `${names[primary] ?? primary} braille`,
    code,
    grade: 1,
    table,
    plainTable: table,
    ...(grade === 2 && { lacksContractions: true }),
  };
}
