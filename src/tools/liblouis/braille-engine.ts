/** Translates print to braille. */
export interface BrailleEngine {
  /** Name, version and origin, for people: `liblouis 3.30.0 (Maven Central)`. */
  readonly name: string;
  /** Changes with everything that an output depends on: which engine, and in which version. */
  readonly id: string;
  /**
   * Each line as cells of Unicode braille, with U+2800 for a space. `tables` are file names, such as `en-ueb-g2.ctb`. A sign that
   * they do not know becomes cells of which at least one has more than six dots.
   * @throws Failure `tool-missing` or `tool-failed`
   */
  translate(lines: readonly string[], tables: readonly string[]): Promise<readonly string[]>;
}

/** Signs of a line that are given to an engine at once: liblouis has room for 2,047 in its program. */
const longestPiece = 1000;

/** A part of a line, and what parts it from the one before: a space, or nothing where a word was too long. */
interface LinePiece {
  readonly text: string;
  readonly gap: '' | ' ';
}

/** A line in pieces that an engine can take, cut at spaces. A word that is longer is cut inside. */
export function piecesOf(line: string): LinePiece[] {
  const pieces: LinePiece[] = [];
  let rest = line;
  let gap: LinePiece['gap'] = '';
  while (rest.length > longestPiece) {
    const space = rest.lastIndexOf(' ', longestPiece);
    const end = space > 0 ? space : longestPiece;
    pieces.push({ text: rest.slice(0, end), gap });
    gap = space > 0 ? ' ' : '';
    rest = rest.slice(end + gap.length);
  }
  pieces.push({ text: rest, gap });
  return pieces;
}

/** The translations of the pieces of a line as one. */
export function joinPieces(pieces: readonly LinePiece[], made: readonly string[]): string {
  return pieces
    .map(({ gap }, index) => gap + (made[index] ?? ''))
    .join('')
    .replaceAll(' ', '\u2800');
}
