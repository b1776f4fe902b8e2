/** The 64 cells of six dots in the order of Unicode (U+2800 on), as North American Braille ASCII. */
const ascii = ' a1b\'k2l@cif/msp"e3h9o6r^djg>ntq,*5<-u8v.%[$+x!&;:4\\0z7(_?w]#y)=';
const first = 0x2800;

const asciiOf = new Map([...ascii].map((sign, index) => [String.fromCharCode(first + index), sign]));
const cellOf = new Map([...ascii].map((sign, index) => [sign, String.fromCharCode(first + index)]));
cellOf.set('`', cellOf.get('@')!).set('{', cellOf.get('[')!).set('|', cellOf.get('\\')!);
cellOf.set('}', cellOf.get(']')!).set('~', cellOf.get('^')!);

/** Unicode braille as lower-case braille ASCII; undefined where a sign is no cell of six dots. */
export function toAscii(cells: string): string | undefined {
  let out = '';
  for (const cell of cells) {
    const sign = asciiOf.get(cell);
    if (sign === undefined) return undefined;
    out += sign;
  }
  return out;
}

/** Braille ASCII as Unicode braille; undefined where a sign is none of its 64 (small or capital letters). */
export function fromAscii(text: string): string | undefined {
  let out = '';
  for (const sign of text.toLowerCase()) {
    const cell = cellOf.get(sign);
    if (cell === undefined) return undefined;
    out += cell;
  }
  return out;
}

/** The same for text of this program, which is known to be right. */
export function cells(text: string): string {
  return fromAscii(text)!;
}
