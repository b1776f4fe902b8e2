import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  type PDFPage,
  PDFRawStream,
  PDFRef,
} from 'pdf-lib';
import { isDict, isName, type Operand, operationsOf } from './content-tokens.ts';
import { type FontReading, readFont } from './font-reader.ts';
import { textOfBytes } from './text-string.ts';
import {
  alphaOf,
  common,
  type Edges,
  edgesOf,
  type Ink,
  isInked,
  onlySeen,
  visibleInk,
} from './visible-text.ts';

/** One string painted on a page. Boxes are in points from the page's lower left corner. */
export interface TextRun {
  /** What a reader of the file gets. */
  readonly text: string;
  /** What the glyphs say by themselves, before any actual text takes their place. */
  readonly drawn: string;
  /** Whether the file does not say what one of its glyphs is. */
  readonly isUnmapped: boolean;
  /** Marked-content id; undefined for artifacts and for content without a mark. */
  readonly mcid: number | undefined;
  /** The same for all runs that one actual text stands for. */
  readonly told: object | undefined;
  readonly isArtifact: boolean;
  readonly font: FontReading;
  /** Real size in points after all scaling: the smaller of width and height. */
  readonly size: number;
  readonly isRotated: boolean;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  /** Widest space between letters that is no character, as a share of the size. */
  readonly gap: number;
  /** `#rrggbb`; undefined in a colour space that is not read. */
  readonly colour: string | undefined;
  /** Painted on the page, and neither clipped away, transparent nor covered. Its colour is another matter. */
  readonly isSeen: boolean;
  /** Counts what is painted on the page, shapes too: a higher one lies over a lower one. */
  readonly order: number;
}

/** A filled rectangle, a straight line or a picture. Edges are in points from the page's lower left corner. */
export interface PaintedShape {
  readonly kind: 'fill' | 'line' | 'picture';
  readonly colour: string | undefined;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
  readonly order: number;
  /** Whether what lies under it shines through. */
  readonly isClear: boolean;
  /** Marked-content id of a picture. */
  readonly mcid?: number;
}

export interface PaintedPage {
  readonly runs: readonly TextRun[];
  readonly shapes: readonly PaintedShape[];
}

interface Painting {
  readonly runs: TextRun[];
  readonly shapes: PaintedShape[];
}

type Matrix = readonly [number, number, number, number, number, number];
const identity: Matrix = [1, 0, 0, 1, 0, 0];

interface Mark {
  readonly mcid: number | undefined;
  readonly isArtifact: boolean;
  readonly actualText: string | undefined;
  /** The letters of each string stand in the reverse of their order (ISO 32000-1, 14.8.2.3.3). */
  readonly isReversed: boolean;
  /** The first run inside says the actual text, the others nothing. */
  isTold: boolean;
}

interface State {
  matrix: Matrix;
  font: FontReading | undefined;
  size: number;
  letterSpace: number;
  wordSpace: number;
  stretch: number;
  leading: number;
  rise: number;
  colour: string | undefined;
  lineWidth: number;
  ink: Ink;
}

/** Reads the text of pages from their content streams. Fonts are read once a document. */
export class PageTextReader {
  readonly #fonts = new Map<PDFDict, FontReading>();
  readonly #pages = new Map<PDFPage, PaintedPage>();
  readonly #document: PDFDocument;

  constructor(document: PDFDocument) {
    this.#document = document;
  }

  runsOf(page: PDFPage): readonly TextRun[] {
    return this.paintedOn(page).runs;
  }

  /** Every page is read once. */
  paintedOn(page: PDFPage): PaintedPage {
    const known = this.#pages.get(page);
    if (known !== undefined) return known;
    const painting: Painting = { runs: [], shapes: [] };
    this.#read(contentOf(page), page.node.Resources(), identity, [], painting, 0);
    const { x, y, width, height } = page.getCropBox();
    const seen = onlySeen(painting, [x, y, x + width, y + height]);
    this.#pages.set(page, seen);
    return seen;
  }

  #read(
    content: Uint8Array,
    resources: PDFDict | undefined,
    matrix: Matrix,
    marks: Mark[],
    painting: Painting,
    depth: number,
  ): void {
    let state: State = {
      matrix,
      font: undefined,
      size: 0,
      letterSpace: 0,
      wordSpace: 0,
      stretch: 1,
      leading: 0,
      rise: 0,
      colour: '#000000',
      lineWidth: 1,
      ink: visibleInk,
    };
    let rectangles: Matrix[] = [];
    let segments: Matrix[] = [];
    let corners: (readonly [number, number])[] = [];
    let outlines = 0;
    let at: readonly [number, number] = [0, 0];
    const saved: State[] = [];
    let text: Matrix = identity;
    let line: Matrix = identity;
    const move = (x: number, y: number): void => {
      line = multiply([1, 0, 0, 1, x, y], line);
      text = line;
    };
    const show = (operands: readonly Operand[]): void => {
      text = this.#show(operands, state, text, marks, painting);
    };
    const number = (operands: readonly Operand[], index: number): number => {
      const operand = operands[index];
      return typeof operand === 'number' ? operand : 0;
    };
    for (const { operator, operands } of operationsOf(content)) {
      switch (operator) {
        case 'q':
          saved.push({ ...state });
          break;
        case 'Q':
          state = saved.pop() ?? state;
          break;
        case 'cm':
          state.matrix = multiply(matrixOf(operands), state.matrix);
          break;
        case 'rg':
        case 'g':
          state.colour = colourOf(operands);
          break;
        case 'k':
        case 'sc':
        case 'scn':
          state.colour = undefined;
          break;
        case 're':
          rectangles.push(
            multiply(
              [number(operands, 2), 0, 0, number(operands, 3), number(operands, 0), number(operands, 1)],
              state.matrix,
            ),
          );
          break;
        case 'f':
        case 'F':
        case 'f*':
        case 'B':
        case 'B*':
          for (const rectangle of rectangles)
            addShape(painting, 'fill', rectangle, state.colour, { isClear: state.ink.alpha < 1 });
          if (outlines === 1) addFilled(painting, corners, state);
          rectangles = [];
          segments = [];
          corners = [];
          outlines = 0;
          break;
        case 'W':
        case 'W*':
          // Other paths than rectangles cut pictures.
          for (const rectangle of rectangles)
            state.ink = { ...state.ink, clip: common(state.ink.clip, boundsOf(rectangle)) };
          break;
        case 'gs': {
          const [name] = operands;
          const alpha = isName(name) ? alphaOf(dictIn(resources, 'ExtGState'), name.name) : undefined;
          if (alpha !== undefined) state.ink = { ...state.ink, alpha };
          break;
        }
        case 'Tr':
          state.ink = { ...state.ink, mode: number(operands, 0) };
          break;
        case 'w':
          state.lineWidth = number(operands, 0);
          break;
        case 'm':
          at = [number(operands, 0), number(operands, 1)];
          corners.push(at);
          outlines++;
          break;
        case 'c':
          at = [number(operands, 4), number(operands, 5)];
          corners.push(at);
          break;
        case 'l': {
          const [x, y] = [number(operands, 0), number(operands, 1)];
          const [fromX, fromY] = at;
          const box: Matrix = [x - fromX, y - fromY, 0, state.lineWidth, fromX, fromY - state.lineWidth / 2];
          segments.push(multiply(box, state.matrix));
          at = [x, y];
          corners.push(at);
          break;
        }
        case 'S':
        case 's':
          for (const segment of segments) addShape(painting, 'line', segment, undefined);
          segments = [];
          rectangles = [];
          corners = [];
          outlines = 0;
          break;
        case 'n':
          segments = [];
          rectangles = [];
          corners = [];
          outlines = 0;
          break;
        case 'BT':
          text = line = identity;
          break;
        case 'Tf': {
          const [name] = operands;
          state.font = isName(name) ? this.#font(resources, name.name) : undefined;
          state.size = number(operands, 1);
          break;
        }
        case 'Tc':
          state.letterSpace = number(operands, 0);
          break;
        case 'Tw':
          state.wordSpace = number(operands, 0);
          break;
        case 'Tz':
          state.stretch = number(operands, 0) / 100;
          break;
        case 'TL':
          state.leading = number(operands, 0);
          break;
        case 'Ts':
          state.rise = number(operands, 0);
          break;
        case 'TD':
          state.leading = -number(operands, 1);
          move(number(operands, 0), number(operands, 1));
          break;
        case 'Td':
          move(number(operands, 0), number(operands, 1));
          break;
        case 'T*':
          move(0, -state.leading);
          break;
        case 'Tm':
          text = line = matrixOf(operands);
          break;
        case 'Tj':
          show(operands);
          break;
        case 'TJ':
          show(Array.isArray(operands[0]) ? (operands[0] as readonly Operand[]) : []);
          break;
        case "'":
          move(0, -state.leading);
          show(operands);
          break;
        case '"':
          state.wordSpace = number(operands, 0);
          state.letterSpace = number(operands, 1);
          move(0, -state.leading);
          show(operands.slice(2));
          break;
        case 'BMC':
        case 'BDC':
          marks.push(this.#mark(operands, resources, marks.at(-1)));
          break;
        case 'EMC':
          marks.pop();
          break;
        case 'EI':
          addShape(painting, 'picture', state.matrix, undefined, { mcid: marks.at(-1)?.mcid });
          break;
        case 'Do':
          this.#form(operands[0], resources, state.matrix, marks, painting, depth);
          break;
      }
    }
  }

  /** A form is content of its own, and a picture as a whole; other pictures have no text. */
  #form(
    name: Operand | undefined,
    resources: PDFDict | undefined,
    matrix: Matrix,
    marks: Mark[],
    painting: Painting,
    depth: number,
  ): void {
    if (!isName(name) || depth > 8) return;
    const form = dictIn(resources, 'XObject')?.lookup(PDFName.of(name.name));
    if (!(form instanceof PDFRawStream)) return;
    if (String(form.dict.lookup(PDFName.of('Subtype'))) !== '/Form') {
      addShape(painting, 'picture', matrix, undefined, { mcid: marks.at(-1)?.mcid });
      return;
    }
    const own = form.dict.lookup(PDFName.of('Matrix'));
    const inner =
      own instanceof PDFArray
        ? multiply(matrixOf(own.asArray().map((value) => Number(String(value)))), matrix)
        : matrix;
    const box = form.dict.lookup(PDFName.of('BBox'));
    // A form that fills the unit square is placed as a picture is.
    if (box instanceof PDFArray && box.asArray().map(String).join(' ') === '0 0 1 1')
      addShape(painting, 'picture', inner, undefined, { mcid: marks.at(-1)?.mcid });
    const its = form.dict.lookup(PDFName.of('Resources'));
    this.#read(
      decodePDFRawStream(form).decode(),
      its instanceof PDFDict ? its : resources,
      inner,
      marks,
      painting,
      depth + 1,
    );
  }

  #mark(operands: readonly Operand[], resources: PDFDict | undefined, outer: Mark | undefined): Mark {
    const [tag, properties] = operands;
    const dict = isDict(properties) ? properties.dict : undefined;
    let mcid: number | undefined;
    let actualText: string | undefined;
    if (dict) {
      const id = dict.get('MCID');
      if (typeof id === 'number') mcid = id;
      const actual = dict.get('ActualText');
      if (actual instanceof Uint8Array) actualText = textOfBytes(actual);
    } else if (isName(properties)) {
      const listed = dictIn(resources, 'Properties')?.lookup(PDFName.of(properties.name));
      const id = listed instanceof PDFDict ? String(listed.lookup(PDFName.of('MCID'))) : '';
      if (/^\d+$/.test(id)) mcid = Number(id);
    }
    const isArtifact =
      (isName(tag) && tag.name === 'Artifact') || (mcid === undefined && outer?.isArtifact === true);
    if (actualText === undefined && outer?.actualText !== undefined) return outer;
    const isReversed = (isName(tag) && tag.name === 'ReversedChars') || outer?.isReversed === true;
    return { mcid: mcid ?? outer?.mcid, isArtifact, actualText, isReversed, isTold: false };
  }

  #show(
    operands: readonly Operand[],
    state: State,
    start: Matrix,
    marks: readonly Mark[],
    painting: Painting,
  ): Matrix {
    const { font, size, stretch } = state;
    if (font === undefined) return start;
    let said = '';
    const letters: string[] = [];
    let isUnmapped = false;
    let x = 0;
    let firstInk = Number.POSITIVE_INFINITY;
    let lastInk = 0;
    let gap = 0;
    for (const operand of operands) {
      if (typeof operand === 'number') {
        x -= (operand / 1000) * size * stretch;
        gap = Math.max(gap, -operand / 1000);
      }
      if (!(operand instanceof Uint8Array)) continue;
      for (let index = 0; index + font.codeLength <= operand.length; index += font.codeLength) {
        const byte = operand[index] ?? 0;
        const code = font.codeLength === 1 ? byte : (byte << 8) | (operand[index + 1] ?? 0);
        const mapped = font.textOf(code);
        isUnmapped ||= mapped === undefined;
        const text = mapped ?? '\ufffd';
        const width = (font.widthOf(code) / 1000) * size;
        const isWordSpace = font.codeLength === 1 && code === 32;
        if (text.trim() !== '') {
          firstInk = Math.min(firstInk, x);
          lastInk = x + width * stretch;
        }
        said += text;
        letters.push(text);
        x += (width + state.letterSpace + (isWordSpace ? state.wordSpace : 0)) * stretch;
      }
    }
    const mark = marks.at(-1);
    if (mark?.isReversed) said = letters.reverse().join('');
    const drawn = said;
    if (mark?.actualText !== undefined) {
      said = mark.isTold ? '' : mark.actualText;
      mark.isTold = true;
    }
    const full = multiply(start, state.matrix);
    const [a, b, c, d] = full;
    const place = (at: number): readonly [number, number] => [
      full[0] * at + full[2] * state.rise + full[4],
      full[1] * at + full[3] * state.rise + full[5],
    ];
    const [left, baseline] = place(firstInk === Number.POSITIVE_INFINITY ? 0 : firstInk);
    const [right] = place(lastInk);
    const real = Math.abs(size) * Math.min(Math.hypot(c, d), Math.hypot(a, b) * Math.abs(stretch));
    const edges = edgesOf({
      left: Math.min(left, right),
      right: Math.max(left, right),
      baseline,
      size: real,
    });
    painting.runs.push({
      text: said,
      drawn,
      isUnmapped,
      mcid: mark?.mcid,
      told: mark?.actualText === undefined ? undefined : mark,
      isArtifact: mark?.isArtifact ?? false,
      font,
      size: real,
      isRotated: Math.abs(b) > 1e-6 || Math.abs(c) > 1e-6 || a < 0 || d < 0,
      left: Math.min(left, right),
      right: Math.max(left, right),
      baseline,
      gap,
      colour: state.colour,
      order: painting.runs.length + painting.shapes.length,
      isSeen: drawn.trim() === '' || isInked(state.ink, edges),
    });
    return multiply([1, 0, 0, 1, x, 0], start);
  }

  #font(resources: PDFDict | undefined, name: string): FontReading | undefined {
    const dict = dictIn(resources, 'Font')?.lookup(PDFName.of(name));
    if (!(dict instanceof PDFDict)) return undefined;
    let font = this.#fonts.get(dict);
    if (font === undefined) {
      font = readFont(dict);
      this.#fonts.set(dict, font);
    }
    return font;
  }

  /** The page that a reference names. */
  pageIndexes(): ReadonlyMap<string, number> {
    return new Map(this.#document.getPages().map((page, index) => [page.ref.toString(), index]));
  }
}

function dictIn(resources: PDFDict | undefined, key: string): PDFDict | undefined {
  const value = resources?.lookup(PDFName.of(key));
  return value instanceof PDFDict ? value : undefined;
}

function contentOf(page: PDFPage): Uint8Array {
  const contents = page.node.Contents();
  const streams = contents instanceof PDFArray ? contents.asArray() : contents ? [contents] : [];
  const parts: Uint8Array[] = [];
  for (const part of streams) {
    const stream = part instanceof PDFRef ? page.node.context.lookup(part) : part;
    if (stream instanceof PDFRawStream) parts.push(decodePDFRawStream(stream).decode(), Uint8Array.of(10));
  }
  return Buffer.concat(parts);
}

/** The unit square under a matrix. */
function addShape(
  { runs, shapes }: Painting,
  kind: PaintedShape['kind'],
  [a, b, c, d, e, f]: Matrix,
  colour: string | undefined,
  { mcid, isClear = false }: { readonly mcid?: number | undefined; readonly isClear?: boolean } = {},
): void {
  shapes.push({
    ...(mcid !== undefined && { mcid }),
    kind,
    colour,
    isClear,
    left: e + Math.min(0, a, c, a + c),
    right: e + Math.max(0, a, c, a + c),
    bottom: f + Math.min(0, b, d, b + d),
    top: f + Math.max(0, b, d, b + d),
    order: runs.length + shapes.length,
  });
}

/** How much of its rectangle a shape must fill to be what words stand on. */
const leastFilled = 0.85;

/** A filled outline that is about a rectangle: with round corners, for one. */
function addFilled(
  painting: Painting,
  corners: readonly (readonly [number, number])[],
  { matrix, colour, ink }: State,
): void {
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  const [left, bottom] = [Math.min(...xs), Math.min(...ys)];
  const [width, height] = [Math.max(...xs) - left, Math.max(...ys) - bottom];
  let area = 0;
  corners.forEach(([x, y], index) => {
    const [nextX, nextY] = corners[(index + 1) % corners.length] ?? [x, y];
    area += (x * nextY - nextX * y) / 2;
  });
  if (Math.abs(area) >= width * height * leastFilled && area !== 0)
    addShape(painting, 'fill', multiply([width, 0, 0, height, left, bottom], matrix), colour, {
      isClear: ink.alpha < 1,
    });
}

function colourOf(operands: readonly Operand[]): string {
  const shares = operands.filter((operand) => typeof operand === 'number');
  const [red = 0, green = red, blue = red] = shares;
  const hex = (share: number): string =>
    Math.round(Math.min(1, Math.max(0, share)) * 255)
      .toString(16)
      .padStart(2, '0');
  return `#${hex(red)}${hex(green)}${hex(blue)}`;
}

function matrixOf(operands: readonly Operand[]): Matrix {
  const at = (index: number): number =>
    typeof operands[index] === 'number' ? (operands[index] as number) : 0;
  return [at(0), at(1), at(2), at(3), at(4), at(5)];
}

/** First `a`, then `b`. */
function multiply(a: Matrix, b: Matrix): Matrix {
  return [
    a[0] * b[0] + a[1] * b[2],
    a[0] * b[1] + a[1] * b[3],
    a[2] * b[0] + a[3] * b[2],
    a[2] * b[1] + a[3] * b[3],
    a[4] * b[0] + a[5] * b[2] + b[4],
    a[4] * b[1] + a[5] * b[3] + b[5],
  ];
}

function boundsOf([a, b, c, d, e, f]: Matrix): Edges {
  return [
    e + Math.min(0, a, c, a + c),
    f + Math.min(0, b, d, b + d),
    e + Math.max(0, a, c, a + c),
    f + Math.max(0, b, d, b + d),
  ];
}
