import type { Canvas } from './canvas.ts';

/** The smallest thing that a page takes or leaves: a line, a picture, a row. Lengths are in points. */
export interface Slab {
  readonly height: number;
  /** Dropped at the top of a page. */
  readonly spaceBefore: number;
  readonly breakBefore: 'allowed' | 'avoid' | 'forced';
  /** `top` is the distance from the top of the page. */
  paint(canvas: Canvas, top: number): void;
}

/** Slabs `start` to before `end`. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export interface Group extends Range {
  /** A title, which is kept whole up to half a page. */
  readonly isFirm: boolean;
}

/** A frame around slabs; drawn once a page that it touches. */
export interface Frame extends Range {
  /** Space between the frame's edge and its slabs, above and below. */
  readonly padding: number;
  /** Repeated at the top of every further page that the frame touches. */
  readonly continued?: { readonly height: number; paint(canvas: Canvas, top: number): void };
  paint(canvas: Canvas, top: number, bottom: number): void;
}

/** What stands one below the other, before it is cut into pages. */
export class Flow {
  readonly slabs: Slab[] = [];
  /** Kept on one page where they are small. */
  readonly groups: Group[] = [];
  readonly frames: Frame[] = [];
  #space = 0;
  #keep = false;
  #forced = false;

  /** Of all slabs with the space between them, in points. */
  get height(): number {
    return this.slabs.reduce((sum, slab) => sum + slab.spaceBefore + slab.height, 0);
  }

  /** At least this much space before the next slab: neighbouring spaces do not add up. */
  space(points: number): void {
    this.#space = Math.max(this.#space, points);
  }

  /** The next slab stays with the one before. */
  keep(): void {
    this.#keep = true;
  }

  /** The next slab starts a page. */
  newPage(): void {
    this.#forced = true;
  }

  /** Makes the first slab start a page wherever this flow is appended. */
  startNewPage(): void {
    const [first] = this.slabs;
    if (first) this.slabs[0] = { ...first, breakBefore: 'forced' };
  }

  add(height: number, paint: Slab['paint'], keepWithPrevious = false): void {
    const isKept = (this.#keep || keepWithPrevious) && this.slabs.length > 0;
    const breakBefore = this.#forced && this.slabs.length > 0 ? 'forced' : isKept ? 'avoid' : 'allowed';
    this.slabs.push({ height, spaceBefore: this.#space, breakBefore, paint });
    this.#space = 0;
    this.#keep = false;
    this.#forced = false;
  }

  /** Adds all slabs of another flow behind its own, as they are. Space asked for before them comes first. */
  append(other: Flow): void {
    const start = this.slabs.length;
    const moved = <R extends Range>(range: R): R => ({
      ...range,
      start: range.start + start,
      end: range.end + start,
    });
    other.slabs.forEach((slab, index) => {
      const spaceBefore = index === 0 ? Math.max(this.#space, slab.spaceBefore) : slab.spaceBefore;
      this.slabs.push({ ...slab, spaceBefore });
    });
    this.groups.push(...other.groups.map(moved));
    this.frames.push(...other.frames.map(moved));
    this.#space = 0;
  }

  /** Keeps what `build` adds on one page where it is a small part of a page. */
  group(build: () => void, isFirm = false): void {
    const start = this.slabs.length;
    build();
    if (this.slabs.length > start + 1) this.groups.push({ start, end: this.slabs.length, isFirm });
  }

  /** Draws a frame around what `build` adds. */
  frame(padding: number, paint: Frame['paint'], build: () => void, continued?: Frame['continued']): void {
    const start = this.slabs.length;
    if (padding > 0) {
      this.add(padding, nothing);
      this.keep();
    }
    build();
    if (padding > 0) {
      this.#space = 0;
      this.add(padding, nothing, true);
    }
    if (this.slabs.length === start) return;
    this.frames.push({ start, end: this.slabs.length, padding, paint, ...(continued && { continued }) });
  }
}

function nothing(): void {}
