import type { Flow, Frame, GroupKind, Slab } from './flow.ts';

export interface PlacedSlab {
  readonly slab: Slab;
  /** From the top of the text area, in points. */
  readonly top: number;
}

export interface PlacedFrame {
  readonly frame: Frame;
  readonly top: number;
  readonly bottom: number;
  /** Where its repeated head stands; absent on its first page. */
  readonly continuedTop?: number;
}

export interface PlacedPage {
  readonly slabs: readonly PlacedSlab[];
  /** Outer frames first. */
  readonly frames: readonly PlacedFrame[];
}

/** A break that tears a heading from its text, or leaves a line alone. */
const torn = 1000;
/** A title, too, is torn only where there is no other break: as bad as so many groups. */
const tornTitle = 20;
/** What should follow on the same page goes to the next one where nearly half a page would stay empty. */
const unwanted = 2;
/** Emptiness at the foot of a page, beyond what keeping a group whole may leave: each tenth of the page is as bad as a torn group. */
const emptiness = 10;
/** Where more of a page than this would stay empty, its spaces become smaller, so that one line more may fit. */
const mostEmpty = 1 / 3;
/** So much less at the end is a page with hardly anything on it: the spaces before it become smaller, too. */
const hardlyAnything = 0.25;
/** Of the space between blocks, as a share: with less there would be no line of space between paragraphs (LP07). */
const tightest = 0.92;

/**
 * Cuts a flow into pages of a height in points: on each page the last break that tears nothing, or the least bad one, where
 * much of the page would stay empty.
 * A group higher than `mostKept` points, half a page where it is a title, or a page where it is a notice, is no group: keeping
 * it whole would leave too much of a page white. Where a page would be mostly empty, those before it have less space. Where the flow is not `whole` yet, only the pages that nothing added to it can change.
 */
export function paginate(
  flow: Flow,
  height: number,
  mostKept = height,
  whole: 'whole' | 'growing' = 'whole',
): readonly PlacedPage[] {
  const { slabs } = flow;
  const most = { part: mostKept, title: Math.max(mostKept, height / 2), notice: height };
  const { cost, known } = breakCosts(flow, most);
  const padding = openFrames(flow, (frame) => frame.padding);
  const head = openFrames(flow, (frame) => frame.padding + (frame.continued?.height ?? 0));
  const pages: PlacedPage[] = [];
  /** The best page that begins with a slab, with its spaces multiplied by `share`. */
  const fill = (start: number, share: number): Filled => {
    const tops: number[] = [];
    let y = head[start] ?? 0;
    let best = { end: start + 1, cost: Number.POSITIVE_INFINITY, bottom: height, isEnd: false };
    let index = start;
    for (; index < slabs.length; index++) {
      const slab = slabs[index];
      if (slab === undefined || (index > start && slab.breakBefore === 'forced')) break;
      const top = y + (index > start ? slab.spaceBefore * share : 0);
      const isOver = top + slab.height > height && index > start;
      if (isOver) break;
      tops.push(top);
      y = top + slab.height;
      const end = index + 1;
      const isEnd = end >= slabs.length || slabs[end]?.breakBefore === 'forced';
      const empty = (Math.max(0, height - y - mostKept) / height) * emptiness;
      const penalty = isEnd ? 0 : (cost[end] ?? 0) + empty;
      if (penalty <= best.cost && (y + (padding[end] ?? 0) <= height || index === start))
        best = { end, cost: penalty, bottom: y, isEnd };
    }
    return { ...best, tops, isKnown: whole === 'whole' || (index < slabs.length && index <= known) };
  };
  /** Points from a slab to the end or to a page that the author begins, as far as `most`; undefined where nobody knows yet. */
  const left = (from: number, most: number): number | undefined => {
    let sum = 0;
    for (let index = from; sum <= most; index++) {
      const slab = slabs[index];
      if (slab === undefined) return whole === 'whole' ? sum : undefined;
      if (slab.breakBefore === 'forced') return sum;
      sum += slab.height + (index > from ? slab.spaceBefore : 0);
    }
    return sum;
  };
  let start = 0;
  while (start < slabs.length) {
    let page = fill(start, 1);
    if (!page.isKnown) break;
    if (!page.isEnd) {
      const rest = left(page.end, height * hardlyAnything);
      if (rest === undefined) break;
      const isShort = rest <= height * hardlyAnything;
      if (isShort || height - page.bottom > height * mostEmpty) {
        const tight = fill(start, tightest);
        if (!tight.isKnown) break;
        if (tight.isEnd || (!isShort && height - tight.bottom <= height * mostEmpty)) page = tight;
      }
    }
    pages.push(placed(flow, start, page.end, page.tops, padding[page.end] ?? 0));
    start = page.end;
  }
  return pages;
}

interface Filled {
  /** The slab that the next page begins with. */
  readonly end: number;
  readonly cost: number;
  /** Of its last slab, in points from the top. */
  readonly bottom: number;
  /** The flow ends with it, or the author begins a page. */
  readonly isEnd: boolean;
  readonly tops: readonly number[];
  /** Nothing that is added can change it. */
  readonly isKnown: boolean;
}

function placed(
  flow: Flow,
  start: number,
  end: number,
  tops: readonly number[],
  paddingBelow: number,
): PlacedPage {
  const bottomOf = (index: number): number => (tops[index - start] ?? 0) + (flow.slabs[index]?.height ?? 0);
  const slabs = flow.slabs.slice(start, end).map((slab, index) => ({ slab, top: tops[index] ?? 0 }));
  const frames: PlacedFrame[] = [];
  let openTop = 0;
  let openBottom = bottomOf(end - 1) + paddingBelow;
  for (const frame of flow.frames) {
    if (frame.end <= start || frame.start >= end) continue;
    let top = tops[frame.start - start] ?? 0;
    let bottom = bottomOf(Math.min(frame.end, end) - 1);
    let continuedTop: number | undefined;
    if (frame.start < start) {
      top = openTop;
      continuedTop = top + frame.padding;
      openTop += frame.padding + (frame.continued?.height ?? 0);
    }
    if (frame.end > end) {
      bottom = openBottom;
      openBottom -= frame.padding;
    }
    frames.push({ frame, top, bottom, ...(continuedTop !== undefined && { continuedTop }) });
  }
  return { slabs, frames };
}

/**
 * For each slab what it costs to begin a page with it: the groups that are torn, and much more for a kept pair. The costs are
 * `known` up to the slab that begins a group of which nobody knows yet whether it will be small.
 */
function breakCosts(
  flow: Flow,
  most: Readonly<Record<GroupKind, number>>,
): { readonly cost: Float64Array; readonly known: number } {
  const { slabs, groups } = flow;
  const cost = new Float64Array(slabs.length + 1);
  let known = slabs.length;
  for (const { start, end, kind, height } of groups) {
    if (height > most[kind]) continue;
    if (end > slabs.length) known = Math.min(known, start);
    // A running sum below turns these two marks into "so much more" for every slab between them.
    const weight = kind === 'part' ? 1 : tornTitle;
    mark(cost, start + 1, weight);
    mark(cost, end, -weight);
  }
  let open = 0;
  for (let index = 0; index <= slabs.length; index++) {
    open += cost[index] ?? 0;
    cost[index] = open + costOf(slabs[index]?.breakBefore);
  }
  return { cost, known };
}

function costOf(breakBefore: Slab['breakBefore'] | undefined): number {
  return breakBefore === 'avoid' ? torn : breakBefore === 'unwanted' ? unwanted : 0;
}

/** A length summed over all frames that are open between a slab and the one before it. */
function openFrames(flow: Flow, length: (frame: Frame) => number): Float64Array {
  const sums = new Float64Array(flow.slabs.length + 1);
  for (const frame of flow.frames) {
    mark(sums, frame.start + 1, length(frame));
    mark(sums, frame.end, -length(frame));
  }
  for (let index = 1; index < sums.length; index++) sums[index] = (sums[index] ?? 0) + (sums[index - 1] ?? 0);
  return sums;
}

/** Adds to a sum from an index on; what began before the first counts from there, what ends behind the last does not end. */
function mark(sums: Float64Array, index: number, by: number): void {
  const from = Math.max(0, index);
  if (from < sums.length) sums[from] = (sums[from] ?? 0) + by;
}
