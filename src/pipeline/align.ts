/** Words of the runs that are looked for first. */
const longest = 6;
/** Fewer anchors than one in so many words are too few to begin with. */
const sparse = 200;
/** Runs that come again more often say little about where they belong. */
const mostRepeated = 50;

/** Pairs of equal elements, in rising order of both: index in `a`, index in `b`. */
export type Pairs = readonly (readonly [number, number])[];

/**
 * Aligns two lists of words so that as many as possible are paired in order: runs of words that are unique in both are
 * anchors (patience), and between anchors Myers' algorithm looks for the shortest edit. Near-linear for similar texts.
 */
export function align(a: readonly string[], b: readonly string[]): Pairs {
  const ids = new Map<string, number>();
  const intern = (words: readonly string[]): Int32Array => {
    const out = new Int32Array(words.length);
    words.forEach((one, index) => {
      let id = ids.get(one);
      if (id === undefined) {
        id = ids.size;
        ids.set(one, id);
      }
      out[index] = id;
    });
    return out;
  };
  const pairs: [number, number][] = [];
  const left = intern(a);
  const right = intern(b);
  const work: [number, number, number, number, number][] = [[0, left.length, 0, right.length, longest]];
  while (work.length > 0) {
    let [aFrom, aTo, bFrom, bTo, gram] = work.pop()!;
    while (aFrom < aTo && bFrom < bTo && left[aFrom] === right[bFrom]) pairs.push([aFrom++, bFrom++]);
    while (aFrom < aTo && bFrom < bTo && left[aTo - 1] === right[bTo - 1]) pairs.push([--aTo, --bTo]);
    if (aFrom === aTo || bFrom === bTo) continue;
    let anchors = gram > 0 ? uniqueAnchors(left, aFrom, aTo, right, bFrom, bTo, gram) : [];
    // A long text that repeats itself has hardly a run that is unique: then the runs go by their count.
    if (gram === longest && aTo - aFrom > maxEdits && anchors.length < (aTo - aFrom) / sparse)
      anchors = countedAnchors(left, aFrom, aTo, right, bFrom, bTo);
    if (anchors.length === 0) {
      if (gram > 0) work.push([aFrom, aTo, bFrom, bTo, gram === longest ? 3 : gram === 3 ? 1 : 0]);
      else myers(left, aFrom, aTo, right, bFrom, bTo, pairs);
      continue;
    }
    let lastA = aFrom;
    let lastB = bFrom;
    for (const [atA, atB] of anchors) {
      work.push([lastA, atA, lastB, atB, gram]);
      pairs.push([atA, atB]);
      lastA = atA + 1;
      lastB = atB + 1;
    }
    work.push([lastA, aTo, lastB, bTo, gram]);
  }
  return pairs.sort((one, other) => one[0] - other[0]);
}

/** Starts of runs of `gram` words that occur once in each range, thinned to the longest rising sequence. */
function uniqueAnchors(
  a: Int32Array,
  aFrom: number,
  aTo: number,
  b: Int32Array,
  bFrom: number,
  bTo: number,
  gram: number,
): [number, number][] {
  const inA = occurrences(a, aFrom, aTo, gram);
  const inB = occurrences(b, bFrom, bTo, gram);
  const candidates: [number, number][] = [];
  for (const [key, atA] of inA) {
    const atB = inB.get(key);
    if (atA >= 0 && atB !== undefined && atB >= 0) candidates.push([atA, atB]);
  }
  candidates.sort((one, other) => one[0] - other[0]);
  return longestRising(candidates);
}

/** Starts of runs that occur as often in one range as in the other, each with the one of the same number. */
function countedAnchors(
  a: Int32Array,
  aFrom: number,
  aTo: number,
  b: Int32Array,
  bFrom: number,
  bTo: number,
): [number, number][] {
  const inA = allOccurrences(a, aFrom, aTo);
  const inB = allOccurrences(b, bFrom, bTo);
  const candidates: [number, number][] = [];
  for (const [key, all] of inA) {
    const others = inB.get(key);
    if (others === undefined || others.length !== all.length || all.length > mostRepeated) continue;
    all.forEach((at, index) => {
      candidates.push([at, others[index]!]);
    });
  }
  candidates.sort((one, other) => one[0] - other[0]);
  return longestRising(candidates);
}

function allOccurrences(words: Int32Array, from: number, to: number): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (let index = from; index + longest <= to; index++) {
    const key = words.subarray(index, index + longest).join();
    const same = found.get(key);
    if (same === undefined) found.set(key, [index]);
    else same.push(index);
  }
  return found;
}

/** Where each run starts; -1 when it occurs more than once. */
function occurrences(
  words: Int32Array,
  from: number,
  to: number,
  gram: number,
): Map<string | number, number> {
  const found = new Map<string | number, number>();
  for (let index = from; index + gram <= to; index++) {
    const key = gram === 1 ? words[index]! : words.subarray(index, index + gram).join();
    found.set(key, found.has(key) ? -1 : index);
  }
  return found;
}

/** The longest part of the pairs whose second numbers rise; the first ones must. */
export function longestRising(candidates: readonly [number, number][]): [number, number][] {
  const tails: number[] = [];
  const before = new Int32Array(candidates.length).fill(-1);
  candidates.forEach(([, value], index) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (candidates[tails[middle]!]![1] < value) low = middle + 1;
      else high = middle;
    }
    before[index] = low > 0 ? tails[low - 1]! : -1;
    tails[low] = index;
  });
  const out: [number, number][] = [];
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at]!) out.push(candidates[at]!);
  return out.reverse();
}

/** Beyond this many edits between two anchors the ranges are taken as different: the proof then reports them whole. */
const maxEdits = 4000;

/** Myers' greedy algorithm with its trace kept; ranges between anchors are short. */
function myers(
  a: Int32Array,
  aFrom: number,
  aTo: number,
  b: Int32Array,
  bFrom: number,
  bTo: number,
  pairs: [number, number][],
): void {
  const n = aTo - aFrom;
  const m = bTo - bFrom;
  const limit = Math.min(n + m, maxEdits);
  const trace: Int32Array[] = [];
  let v = new Int32Array(3);
  for (let d = 0; d <= limit; d++) {
    const next = new Int32Array(2 * d + 3);
    for (let k = -d; k <= d; k += 2) {
      const get = (at: number) => v[at + d] ?? 0;
      let x = d === 0 ? 0 : k === -d || (k !== d && get(k - 1) < get(k + 1)) ? get(k + 1) : get(k - 1) + 1;
      let y = x - k;
      while (x < n && y < m && a[aFrom + x] === b[bFrom + y]) {
        x++;
        y++;
      }
      next[k + d + 1] = x;
      if (x >= n && y >= m) {
        walkBack(trace, v, d, k, x, aFrom, bFrom, pairs);
        return;
      }
    }
    trace.push(v);
    v = next;
  }
}

function walkBack(
  trace: readonly Int32Array[],
  last: Int32Array,
  edits: number,
  diagonal: number,
  end: number,
  aFrom: number,
  bFrom: number,
  pairs: [number, number][],
): void {
  let k = diagonal;
  let x = end;
  for (let d = edits; d >= 0; d--) {
    const v = d === edits ? last : trace[d]!;
    const get = (at: number) => v[at + d] ?? 0;
    const down = k === -d || (k !== d && get(k - 1) < get(k + 1));
    const from = d === 0 ? 0 : down ? get(k + 1) : get(k - 1) + 1;
    while (x > from) {
      x--;
      pairs.push([aFrom + x, bFrom + x - k]);
    }
    if (d === 0) return;
    x = down ? get(k + 1) : get(k - 1);
    k = down ? k + 1 : k - 1;
  }
}
