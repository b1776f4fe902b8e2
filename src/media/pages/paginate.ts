import type { Flow, Frame } from './flow.ts';

export interface PlacedSlab {
  readonly slab: number;
  /** From the top of the text area, in points. */
  readonly top: number;
}

export interface PlacedFrame {
  readonly frame: number;
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

/**
 * Cuts a flow into pages of a height in points: on each page the last break that tears nothing, or the least bad one.
 * A group higher than `mostKept` points, or half a page where it is a title, is no group: keeping it whole would leave too
 * much of a page white.
 */
export function paginate(flow: Flow, height: number, mostKept = height): readonly PlacedPage[] {
  const { slabs } = flow;
  const cost = breakCosts(flow, mostKept, Math.max(mostKept, height / 2));
  const padding = openFrames(flow, (frame) => frame.padding);
  const head = openFrames(flow, (frame) => frame.padding + (frame.continued?.height ?? 0));
  const pages: PlacedPage[] = [];
  let start = 0;
  while (start < slabs.length) {
    const tops: number[] = [];
    let y = head[start] ?? 0;
    let best = start + 1;
    let bestCost = Number.POSITIVE_INFINITY;
    let index = start;
    for (; index < slabs.length; index++) {
      const slab = slabs[index];
      if (slab === undefined || (index > start && slab.breakBefore === 'forced')) break;
      const top = y + (index > start ? slab.spaceBefore : 0);
      const isOver = top + slab.height > height && index > start;
      if (isOver) break;
      tops.push(top);
      y = top + slab.height;
      const after = index + 1;
      const isEnd = after >= slabs.length || slabs[after]?.breakBefore === 'forced';
      const penalty = isEnd ? 0 : (cost[after] ?? 0);
      if (penalty <= bestCost && (y + (padding[after] ?? 0) <= height || index === start)) {
        bestCost = penalty;
        best = after;
      }
    }
    pages.push(placed(flow, start, best, tops, padding[best] ?? 0));
    start = best;
  }
  return pages;
}

function placed(
  flow: Flow,
  start: number,
  end: number,
  tops: readonly number[],
  paddingBelow: number,
): PlacedPage {
  const bottomOf = (index: number): number => (tops[index - start] ?? 0) + (flow.slabs[index]?.height ?? 0);
  const slabs = tops.slice(0, end - start).map((top, index) => ({ slab: start + index, top }));
  const frames: PlacedFrame[] = [];
  let openTop = 0;
  let openBottom = bottomOf(end - 1) + paddingBelow;
  // Inner frames were closed before their outer ones, so this goes from the outermost inward.
  for (let index = flow.frames.length - 1; index >= 0; index--) {
    const frame = flow.frames[index];
    if (frame === undefined || frame.end <= start || frame.start >= end) continue;
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
    frames.push({ frame: index, top, bottom, ...(continuedTop !== undefined && { continuedTop }) });
  }
  return { slabs, frames };
}

/** For each slab what it costs to begin a page with it: the groups that are torn, and much more for a kept pair. */
function breakCosts(flow: Flow, mostKept: number, mostOfTitle: number): Float64Array {
  const { slabs, groups } = flow;
  const cost = new Float64Array(slabs.length + 1);
  const bottoms = new Float64Array(slabs.length + 1);
  slabs.forEach((slab, index) => {
    bottoms[index + 1] = (bottoms[index] ?? 0) + slab.spaceBefore + slab.height;
  });
  for (const { start, end, isFirm } of groups) {
    const total = (bottoms[end] ?? 0) - (bottoms[start] ?? 0) - (slabs[start]?.spaceBefore ?? 0);
    if (total > (isFirm ? mostOfTitle : mostKept)) continue;
    // A running sum below turns these two marks into "one more" for every slab between them.
    cost[start + 1] = (cost[start + 1] ?? 0) + 1;
    cost[end] = (cost[end] ?? 0) - 1;
  }
  let open = 0;
  for (let index = 0; index <= slabs.length; index++) {
    open += cost[index] ?? 0;
    cost[index] = open + (slabs[index]?.breakBefore === 'avoid' ? torn : 0);
  }
  return cost;
}

/** A length summed over all frames that are open between a slab and the one before it. */
function openFrames(flow: Flow, length: (frame: Frame) => number): Float64Array {
  const sums = new Float64Array(flow.slabs.length + 1);
  for (const frame of flow.frames) {
    sums[frame.start + 1] = (sums[frame.start + 1] ?? 0) + length(frame);
    sums[frame.end] = (sums[frame.end] ?? 0) - length(frame);
  }
  for (let index = 1; index < sums.length; index++) sums[index] = (sums[index] ?? 0) + (sums[index - 1] ?? 0);
  return sums;
}
