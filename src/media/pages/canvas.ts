import { extentOf, type Line, type Piece } from './lines.ts';
import type { Shaped } from './shaping.ts';
import { type Leaf, type LinkArea, type Rectangle, roleMap, type StructElement } from './structure.ts';

/** Gives a word's glyphs as the operand of `TJ`, in codes of the document's own subset. */
export interface GlyphEncoder {
  /** Name of the font resource. */
  fontName(shaped: Shaped): string;
  /** Strings and adjustments without the square brackets. */
  encode(shaped: Shaped): string;
  /** One string for each glyph, for words whose marks stand off their places. */
  encodeApart(shaped: Shaped): readonly string[];
}

export interface PagePlace {
  readonly id: string;
  /** From the bottom of the page, in points. */
  readonly top: number;
}

/** A place among a page's operators for what is not known yet when the page is painted. */
interface Gap {
  readonly at: number;
  readonly leaf: Leaf;
  paint(canvas: Canvas): void;
}

/** The content of one page. Everything painted is part of a structure element or marked as an artifact. */
export class Canvas {
  readonly page: number;
  readonly height: number;
  /** The element of each marked-content id. */
  readonly marked: StructElement[] = [];
  readonly places: PagePlace[] = [];
  /** What leads elsewhere, with the element of each. */
  readonly links: { readonly element: StructElement; readonly area: LinkArea }[] = [];
  readonly #encoder: GlyphEncoder;
  #operators: string[] = [];
  readonly #gaps: Gap[] = [];
  #leaf: Leaf | undefined;
  #fill = '';
  #font = '';
  #spread = 0;

  constructor(page: number, height: number, encoder: GlyphEncoder) {
    this.page = page;
    this.height = height;
    this.#encoder = encoder;
  }

  /** Paints a line of text whose baseline is `baseline` points below the top of the page. */
  text(line: Line, x: number, baseline: number, size: number): void {
    const y = this.height - baseline;
    const { pieces } = line;
    for (let index = 0; index < pieces.length; ) {
      const first = pieces[index];
      if (first === undefined) return;
      this.#enter(first.leaf);
      this.#setFill(first.colour);
      this.#setFont(this.#encoder.fontName(first.shaped), size);
      this.#setSpread(first.spread ?? 0);
      const { actualText } = first.shaped;
      if (actualText !== undefined) this.#operators.push(`/Span <</ActualText ${hexText(actualText)}>> BDC`);
      if (isApart(first.shaped)) {
        this.#apart(first, x, y, size);
        index++;
      } else {
        let glyphs = '';
        let next = first;
        do {
          glyphs += this.#encoder.encode(next.shaped);
          index++;
          next = pieces[index] ?? first;
        } while (
          actualText === undefined &&
          index < pieces.length &&
          joins(first, pieces[index - 1] ?? first, next, size)
        );
        this.#operators.push(`BT ${number(x + first.x)} ${number(y)} Td [${glyphs}] TJ ET`);
      }
      if (actualText !== undefined) this.#operators.push('EMC');
      const last = pieces[index - 1];
      const link = 'artifact' in first.leaf ? undefined : first.leaf.link;
      if (link && last) {
        const end = x + last.x + extentOf(last.shaped, size, last.spread ?? 0);
        this.#addQuad(link, [x + first.x, y - size * 0.25, end, y + size * 0.8]);
      }
    }
  }

  /** Fills a rectangle. `top` and `bottom` are distances from the top of the page, in points. */
  fill(leaf: Leaf, colour: string, left: number, top: number, right: number, bottom: number): void {
    this.#enter(leaf);
    this.#setFill(colour);
    const operands = [left, this.height - bottom, right - left, bottom - top].map(number).join(' ');
    this.#operators.push(`${operands} re f`);
  }

  /** Draws a rectangle's outline inside its edges. */
  outline(
    leaf: Leaf,
    colour: string,
    thickness: number,
    left: number,
    top: number,
    right: number,
    bottom: number,
  ): void {
    this.fill(leaf, colour, left, top, right, top + thickness);
    this.fill(leaf, colour, left, bottom - thickness, right, bottom);
    this.fill(leaf, colour, left, top, left + thickness, bottom);
    this.fill(leaf, colour, right - thickness, top, right, bottom);
  }

  /** A line of round dots that leads the eye from `left` to `right`. */
  dots(leaf: Leaf, colour: string, gap: number, left: number, right: number, y: number): void {
    if (right - left < gap * 2) return;
    this.#enter(leaf);
    const stroke = `${rgb(colour)} RG 1 J ${number(gap / 4)} w [0 ${number(gap)}] 0 d`;
    const level = number(this.height - y);
    this.#operators.push(`q ${stroke} ${number(left)} ${level} m ${number(right)} ${level} l S Q`);
  }

  /** Places an image resource. */
  image(leaf: Leaf, name: string, left: number, top: number, width: number, height: number): void {
    this.#enter(leaf);
    const bottom = this.height - top - height;
    this.#operators.push(
      `q ${number(width)} 0 0 ${number(height)} ${number(left)} ${number(bottom)} cm /${name} Do Q`,
    );
    if ('type' in leaf) {
      leaf.box = { page: this.page, rectangle: [left, bottom, left + width, bottom + height] };
    }
  }

  /** Marks where a link to `id` leads, `top` points below the top of the page. */
  place(id: string, top: number): void {
    this.places.push({ id, top: this.height - top });
  }

  /** Paints what is drawn once for many pages, with its origin at `x` and `y` points from the page's lower left corner. */
  form(name: string, x: number, y: number): void {
    this.#leave();
    this.#operators.push(`q 1 0 0 1 ${number(x)} ${number(y)} cm /${name} Do Q`);
  }

  /** Keeps this place for things of one leaf that `paint` paints when the document's last page is known. */
  later(leaf: Leaf, paint: (canvas: Canvas) => void): void {
    this.#enter(leaf);
    this.#gaps.push({ at: this.#operators.length, leaf, paint });
    this.#forgetState();
  }

  /** Whether something is still to be painted: its content must not be asked for before. */
  get isOpen(): boolean {
    return this.#gaps.length > 0;
  }

  content(): string {
    this.#leave();
    if (this.#gaps.length === 0) return this.#operators.join('\n');
    const painted = this.#operators;
    const all: string[] = [];
    let from = 0;
    for (const { at, leaf, paint } of this.#gaps) {
      for (; from < at; from++) all.push(painted[from] ?? '');
      this.#operators = all;
      this.#leaf = leaf;
      this.#forgetState();
      paint(this);
    }
    this.#leaf = undefined;
    for (; from < painted.length; from++) all.push(painted[from] ?? '');
    return all.join('\n');
  }

  /** What is painted next says its look anew. */
  #forgetState(): void {
    this.#fill = '';
    this.#font = '';
    this.#spread = Number.NaN;
  }

  /** Glyphs with places of their own, such as marks: `TJ` moves them along the line. Those off it are strings of their own. */
  #apart({ shaped, x, spread = 0 }: Piece, start: number, y: number, size: number): void {
    const { offsets, widths, advances, isReversed } = shaped;
    const space = (spread * 1000) / size;
    const strings: string[] = [];
    let glyphs = '';
    let rise = 0;
    let left = 0;
    // Where the next glyph would stand, and where it shall, in thousandths of the size.
    let pen = 0;
    let at = 0;
    const flush = (): void => {
      if (glyphs === '') return;
      const place = `${number(start + x + (left * size) / 1000)} ${number(y + (rise * size) / 1000)}`;
      strings.push(`1 0 0 1 ${place} Tm [${glyphs.replaceAll('><', '')}] TJ`);
      glyphs = '';
    };
    this.#encoder.encodeApart(shaped).forEach((code, index) => {
      const [right, up] = offsets?.[index] ?? [0, 0];
      if (up !== rise) flush();
      if (glyphs === '') {
        rise = up;
        left = at + right;
        pen = left;
      }
      const move = Math.round(pen - at - right);
      glyphs += move === 0 ? code : `${move}${code}`;
      const advance = advances[index] ?? 0;
      pen += (widths[index] ?? 0) + space - move;
      at += advance + (advance > 0 ? space : 0);
    });
    flush();
    // ISO 32000-1, 14.8.2.3.3: the strings stand in the order of reading, the letters in each of them from left to right.
    if (isReversed) strings.reverse();
    const painted = `BT ${strings.join(' ')} ET`;
    this.#operators.push(isReversed && advances.length > 1 ? `/ReversedChars BMC ${painted} EMC` : painted);
  }

  #enter(leaf: Leaf): void {
    if (leaf === this.#leaf) return;
    this.#leave();
    this.#leaf = leaf;
    if ('artifact' in leaf) {
      this.#operators.push(`/Artifact <</Type /${leaf.artifact}>> BDC`);
      return;
    }
    const mcid = this.marked.length;
    this.marked.push(leaf);
    leaf.attach().kids.push({ page: this.page, mcid });
    const standard: Readonly<Record<string, string>> = roleMap;
    this.#operators.push(`/${standard[leaf.type] ?? leaf.type} <</MCID ${mcid}>> BDC`);
  }

  #leave(): void {
    if (this.#leaf !== undefined) this.#operators.push('EMC');
    this.#leaf = undefined;
  }

  #addQuad(link: StructElement, quad: Rectangle): void {
    const last = link.kids.findLast((kid) => 'quads' in kid);
    if (last && 'quads' in last && last.page === this.page) last.quads.push(quad);
    else {
      const area = { page: this.page, quads: [quad] };
      link.kids.push(area);
      this.links.push({ element: link, area });
    }
  }

  #setFill(colour: string): void {
    if (colour === this.#fill) return;
    this.#fill = colour;
    this.#operators.push(`${rgb(colour)} rg`);
  }

  #setSpread(spread: number): void {
    if (spread === this.#spread) return;
    this.#spread = spread;
    this.#operators.push(`${number(spread)} Tc`);
  }

  #setFont(name: string, size: number): void {
    const font = `/${name} ${number(size)} Tf`;
    if (font === this.#font) return;
    this.#font = font;
    this.#operators.push(font);
  }
}

/** Whether a word is no plain row of glyphs. */
function isApart({ offsets, isReversed }: Shaped): boolean {
  return offsets !== undefined || isReversed === true;
}

/** Whether a piece goes on where the one before it ends, in the same look and element. */
function joins(first: Piece, before: Piece, next: Piece, size: number): boolean {
  const { shaped } = next;
  return (
    next.leaf === first.leaf &&
    next.colour === first.colour &&
    next.spread === first.spread &&
    shaped.face === first.shaped.face &&
    shaped.actualText === undefined &&
    !isApart(shaped) &&
    Math.abs(before.x + extentOf(before.shaped, size, before.spread ?? 0) - next.x) < 0.01
  );
}

/** A number of a content stream: points to a hundredth, or a share to four places. */
function number(value: number): string {
  return String(Math.round(value * 100) / 100);
}

function rgb(colour: string): string {
  const share = (from: number): string =>
    String(Math.round((Number.parseInt(colour.slice(from, from + 2), 16) / 255) * 1e4) / 1e4);
  return `${share(1)} ${share(3)} ${share(5)}`;
}

/** A text string of a content stream, in UTF-16 with its mark. */
function hexText(text: string): string {
  let hex = 'FEFF';
  for (let index = 0; index < text.length; index++)
    hex += text.charCodeAt(index).toString(16).padStart(4, '0');
  return `<${hex}>`;
}
