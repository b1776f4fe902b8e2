import type { Canvas } from './canvas.ts';

/** The smallest thing that a page takes or leaves: a line, a picture, a row. Lengths are in points. */
export interface Slab {
  readonly height: number;
  /** Dropped at the top of a page. */
  readonly spaceBefore: number;
  /** `unwanted`: it belongs to what stands before it, but not at the price of a page that is mostly empty. */
  readonly breakBefore: 'allowed' | 'unwanted' | 'avoid' | 'forced';
  /** Ids of the places that start with it. */
  readonly places: readonly string[];
  /** `top` is the distance from the top of the page. */
  paint(canvas: Canvas, top: number): void;
}

/** Slabs `start` to before `end`. `start` is negative where the first ones were taken, `end` is infinite while it goes on. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export type GroupKind = 'part' | 'title' | 'notice';

export interface Group extends Range {
  /** A title is kept whole up to half a page, a notice up to a page. */
  readonly kind: GroupKind;
  /** Of its slabs so far with the space between them, in points. */
  readonly height: number;
}

/** A frame around slabs; drawn once a page that it touches. */
export interface Frame extends Range {
  /** Space between the frame's edge and its slabs, above and below. */
  readonly padding: number;
  /** Repeated at the top of every further page that the frame touches. */
  readonly continued?: { readonly height: number; paint(canvas: Canvas, top: number): void };
  paint(canvas: Canvas, top: number, bottom: number): void;
}

type Movable<R extends Range> = { -readonly [Key in keyof R]: R[Key] };
interface OwnGroup extends Movable<Group> {
  /** Sum of all heights up to its first slab. */
  readonly from: number;
}

/** What stands one below the other, before it is cut into pages. Pages may be taken from its beginning while it grows at its end. */
export class Flow {
  readonly #slabs: Slab[] = [];
  readonly #groups: OwnGroup[] = [];
  readonly #frames: Movable<Frame>[] = [];
  readonly #milestones: { at: number; readonly call: () => void }[] = [];
  /** Of all slabs ever added, and of those that were taken. */
  #total = 0;
  #taken = 0;
  #space = 0;
  #keep = false;
  #isFollowing = false;
  #forced = false;
  #nextCall = Number.POSITIVE_INFINITY;
  #onGrowth: () => void = nothing;

  get slabs(): readonly Slab[] {
    return this.#slabs;
  }

  /** Kept on one page where they are small. */
  get groups(): readonly Group[] {
    for (const group of this.#groups) if (group.end === Number.POSITIVE_INFINITY) this.#measure(group);
    return this.#groups;
  }

  /** An outer frame comes before those inside it. */
  get frames(): readonly Frame[] {
    return this.#frames;
  }

  /** Of all slabs with the space between them, in points. */
  get height(): number {
    return this.#total - this.#taken;
  }

  /** At least this much space before the next slab: neighbouring spaces do not add up. */
  space(points: number): void {
    this.#space = Math.max(this.#space, points);
  }

  /** The next slab stays with the one before. */
  keep(): void {
    this.#keep = true;
  }

  /** The next slab should stay with the one before. */
  follow(): void {
    this.#isFollowing = true;
  }

  /** The next slab starts a page. */
  newPage(): void {
    this.#forced = true;
  }

  /** Makes the first slab start a page wherever this flow is put. */
  startNewPage(): void {
    const [first] = this.#slabs;
    if (first) this.#slabs[0] = { ...first, breakBefore: 'forced' };
  }

  add(
    height: number,
    paint: Slab['paint'],
    keepWithPrevious = false,
    places: Slab['places'] = nowhere,
  ): void {
    const isFirst = this.#slabs.length === 0;
    const isKept = (this.#keep || keepWithPrevious) && !isFirst;
    const isWanted = this.#isFollowing && !isFirst ? 'unwanted' : 'allowed';
    const breakBefore = this.#forced && !isFirst ? 'forced' : isKept ? 'avoid' : isWanted;
    this.#slabs.push({ height, spaceBefore: this.#space, breakBefore, places, paint });
    this.#total += this.#space + height;
    this.#space = 0;
    this.#keep = false;
    this.#isFollowing = false;
    this.#forced = false;
    if (this.height > this.#nextCall) this.#onGrowth();
  }

  /** Puts all slabs of another flow before its own, as they are. Space asked for behind them comes before the own ones. */
  prepend(other: Flow): void {
    const count = other.#slabs.length;
    const [first] = this.#slabs;
    if (first === undefined) this.space(other.#space);
    else {
      const spaceBefore = Math.max(first.spaceBefore, other.#space);
      this.#slabs[0] = { ...first, spaceBefore };
      this.#total += spaceBefore - first.spaceBefore;
    }
    this.#slabs.unshift(...other.#slabs);
    this.#move(count);
    this.#groups.unshift(...other.#groups);
    this.#frames.unshift(...other.#frames);
    this.#milestones.unshift(...other.#milestones);
    this.#taken -= other.height;
  }

  /** Takes the first slabs out. */
  take(count: number): void {
    for (const { height, spaceBefore } of this.#slabs.splice(0, count)) this.#taken += height + spaceBefore;
    this.#move(-count);
    let reached = 0;
    while ((this.#milestones[reached]?.at ?? 1) <= 0) reached++;
    for (const { call } of this.#milestones.splice(0, reached)) call();
  }

  /** Calls when all slabs so far are taken out. */
  whenTaken(call: () => void): void {
    this.#milestones.push({ at: this.#slabs.length, call });
  }

  /** Calls each time that the flow has grown by so many points since the last call, from its beginning or what was taken on. */
  onGrowth(points: number, call: () => void): void {
    this.#nextCall = points;
    this.#onGrowth = () => {
      // Set before the call, which may ask for other calls or take slabs out.
      this.#nextCall = Number.POSITIVE_INFINITY;
      const before = this.#onGrowth;
      call();
      if (this.#onGrowth === before) this.#nextCall = this.height + points;
    };
  }

  /** Keeps what `build` adds on one page where it is a small part of a page. */
  group(build: () => void, kind: GroupKind = 'part'): void {
    const start = this.#slabs.length;
    const group = { start, end: Number.POSITIVE_INFINITY, kind, height: 0, from: this.#total };
    this.#groups.push(group);
    build();
    this.#measure(group);
    group.end = this.#slabs.length;
    if (group.end <= group.start + 1) this.#groups.splice(this.#groups.lastIndexOf(group), 1);
  }

  /** Draws a frame around what `build` adds. */
  frame(padding: number, paint: Frame['paint'], build: () => void, continued?: Frame['continued']): void {
    const start = this.#slabs.length;
    const frame = {
      start,
      end: Number.POSITIVE_INFINITY,
      padding,
      paint,
      ...(continued && { continued }),
    };
    this.#frames.push(frame);
    if (padding > 0) {
      this.add(padding, nothing);
      this.keep();
    }
    build();
    if (padding > 0) {
      this.#space = 0;
      this.add(padding, nothing, true);
    }
    frame.end = this.#slabs.length;
    if (frame.end === frame.start) this.#frames.splice(this.#frames.lastIndexOf(frame), 1);
  }

  #measure(group: OwnGroup): void {
    group.height = this.#total - group.from - (this.#slabs[group.start]?.spaceBefore ?? 0);
  }

  /** Counts all ranges from another beginning, and forgets those that lie before it. */
  #move(by: number): void {
    for (const milestone of this.#milestones) milestone.at += by;
    for (const ranges of [this.#groups, this.#frames] as Movable<Range>[][]) {
      let kept = 0;
      for (const range of ranges) {
        range.start += by;
        range.end += by;
        if (range.end > 0) ranges[kept++] = range;
      }
      ranges.length = kept;
    }
  }
}

const nowhere: readonly never[] = [];

function nothing(): void {}
