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
  /** The other way, by the same tables. */
  backTranslate(lines: readonly string[], tables: readonly string[]): Promise<readonly string[]>;
}

/** Signs of a line that are given to an engine at once: liblouis has room for 2,047 in its program. */
const longestPiece = 1000;

/** A line in pieces that an engine can take, cut at spaces. A word that is longer is cut inside. */
export function piecesOf(line: string): string[] {
  const pieces: string[] = [];
  let rest = line;
  while (rest.length > longestPiece) {
    const space = rest.lastIndexOf(' ', longestPiece);
    const end = space > 0 ? space : longestPiece;
    pieces.push(rest.slice(0, end));
    rest = rest.slice(space > 0 ? end + 1 : end);
  }
  pieces.push(rest);
  return pieces;
}
