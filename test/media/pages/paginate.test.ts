import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Flow, type GroupKind } from '../../../src/media/pages/flow.ts';
import { type PlacedPage, paginate } from '../../../src/media/pages/paginate.ts';

const nothing = (): void => {};

function flowOf(build: (flow: Flow) => void): Flow {
  const flow = new Flow();
  build(flow);
  return flow;
}

/** The slabs of each page by their index. */
function pages(flow: Flow, height: number): readonly (readonly number[])[] {
  return paginate(flow, height).map((page) => page.slabs.map(({ slab }) => flow.slabs.indexOf(slab)));
}

function add(flow: Flow, count: number, height = 10): void {
  for (let index = 0; index < count; index++) flow.add(height, nothing);
}

describe('pages', () => {
  test('are filled from top to bottom; space at their top is dropped', () => {
    const flow = flowOf((one) => {
      for (let index = 0; index < 5; index++) {
        one.space(5);
        one.add(10, nothing);
      }
    });
    expect(pages(flow, 40)).toEqual([
      [0, 1, 2],
      [3, 4],
    ]);
    expect(paginate(flow, 40).map((page) => page.slabs.map(({ top }) => top))).toEqual([
      [0, 15, 30],
      [0, 15],
    ]);
  });

  test('never end with a slab that is kept with the next', () => {
    const flow = flowOf((one) => {
      add(one, 3);
      one.keep();
      add(one, 2);
    });
    expect(pages(flow, 30)).toEqual([
      [0, 1],
      [2, 3, 4],
    ]);
  });

  test('keep a group whole where it fits, and not where it does not', () => {
    const flow = (size: number): Flow =>
      flowOf((one) => {
        add(one, 2);
        one.group(() => add(one, size));
      });
    expect(pages(flow(3), 40)).toEqual([
      [0, 1],
      [2, 3, 4],
    ]);
    expect(pages(flow(5), 40)).toEqual([
      [0, 1, 2, 3],
      [4, 5, 6],
    ]);
  });

  test('tear the outer of two groups rather than the inner', () => {
    const flow = flowOf((one) => {
      one.group(() => {
        add(one, 3);
        one.group(() => add(one, 3));
      });
    });
    expect(pages(flow, 50)).toEqual([
      [0, 1, 2],
      [3, 4, 5],
    ]);
  });

  test('tear a group rather than leave most of a page empty, and never a pair or a title', () => {
    // A pair that stays together, and with it the first slab of a group or title.
    const flow = (kind: GroupKind): Flow =>
      flowOf((one) => {
        add(one, 4);
        add(one, 2);
        one.keep();
        one.add(10, nothing);
        one.keep();
        one.group(() => add(one, 4), kind);
      });
    const at = (share: number, kind: GroupKind = 'part'): readonly number[] | undefined =>
      paginate(flow(kind), 100, share).map((page) => page.slabs.length);
    expect(at(40)).toEqual([10, 1]);
    expect(at(40, 'title')).toEqual([5, 6]);
    // Where a group may be as high as the page, a page may be as empty.
    expect(at(100)).toEqual([5, 6]);
  });

  test('have less space where they would be mostly empty, and no other page has', () => {
    const flow = (last: number): Flow =>
      flowOf((one) => {
        for (let index = 0; index < 5; index++) {
          one.add(8, nothing);
          one.space(5);
        }
        for (let index = 0; index < 4; index++) {
          one.add(last, nothing);
          if (index < 3) one.keep();
        }
        one.add(100, nothing);
      });
    const tops = (last: number) =>
      paginate(flow(last), 100, 20).map((page) => page.slabs.map(({ top }) => top));
    // 65 and 4 times 9 are 101.
    const tight = [0, 12.6, 25.2, 37.8, 50.4, 63, 72, 81, 90].map((top) => expect.closeTo(top, 9));
    expect(tops(9)).toEqual([tight, [0]]);
    expect(tops(8)).toEqual([[0, 13, 26, 39, 52, 65, 73, 81, 89], [0]]);
    expect(tops(20)[0]).toEqual([0, 13, 26, 39, 52]);
  });

  test('at the end, or before one that the author begins, have less space rather than few lines on another page', () => {
    const flow = (lines: number, isForced: boolean): Flow =>
      flowOf((one) => {
        for (let index = 0; index < lines; index++) {
          one.add(10, nothing);
          one.space(10);
        }
        if (isForced) one.newPage();
        if (isForced) one.add(10, nothing);
      });
    const counts = (lines: number, isForced = false) =>
      paginate(flow(lines, isForced), 110).map(({ slabs }) => slabs.length);
    expect(counts(6)).toEqual([6]);
    expect(counts(7)).toEqual([6, 1]);
    const tight = (height: number, isForced: boolean) =>
      paginate(flow(6, isForced), height).map(({ slabs }) => slabs.length);
    expect(tight(107, false)).toEqual([6]);
    expect(tight(107, true)).toEqual([6, 1]);
    expect(tight(105, false)).toEqual([5, 1]);
  });

  test('keep a notice whole up to a page', () => {
    const flow = (size: number): Flow =>
      flowOf((one) => {
        add(one, 3);
        one.group(() => add(one, size), 'notice');
      });
    const counts = (size: number) => paginate(flow(size), 100, 25).map(({ slabs }) => slabs.length);
    expect(counts(7)).toEqual([10]);
    expect(counts(8)).toEqual([3, 8]);
    expect(counts(10)).toEqual([3, 10]);
    expect(counts(11)).toEqual([10, 4]);
  });

  test('put what should follow something on its page, but leave no half page empty for it', () => {
    const flow = (lead: number, after: number): Flow =>
      flowOf((one) => {
        add(one, 10 - lead);
        for (let index = 0; index < lead; index++) {
          one.add(10, nothing);
          if (index < lead - 1) one.keep();
        }
        one.follow();
        one.add(after * 10, nothing);
      });
    const counts = (lead: number) => paginate(flow(lead, 3), 100, 25).map(({ slabs }) => slabs.length);
    expect(counts(3)).toEqual([7, 4]);
    expect(counts(8)).toEqual([10, 1]);
  });

  test('start where it is asked for', () => {
    const flow = flowOf((one) => {
      add(one, 1);
      one.newPage();
      add(one, 1);
    });
    expect(pages(flow, 100)).toEqual([[0], [1]]);
  });

  test('draw a frame on each page that it touches, inside the page, with its head repeated', () => {
    const flow = flowOf((one) => {
      one.frame(5, nothing, () => add(one, 6), { height: 8, paint: nothing });
    });
    const placed = paginate(flow, 50);
    const [frame] = flow.frames;
    expect(placed.map((page) => page.frames)).toEqual([
      [{ frame, top: 0, bottom: 50 }],
      [{ frame, top: 0, bottom: 38, continuedTop: 5 }],
    ]);
    expect(placed[1]?.slabs[0]?.top).toBe(13);
  });

  const slab = fc.record({
    height: fc.integer({ min: 1, max: 60 }),
    space: fc.integer({ min: 0, max: 30 }),
    mark: fc.constantFrom(
      'none',
      'keep',
      'follow',
      'page',
      'group',
      'nest',
      'title',
      'notice',
      'frame',
      'box',
      'head',
    ),
  });
  type SlabMark = typeof slab extends fc.Arbitrary<infer T> ? T : never;

  function fill(one: Flow, slabs: readonly SlabMark[]): void {
    for (const { height, space, mark } of slabs) {
      one.space(space);
      if (mark === 'group') one.group(() => add(one, 3, height));
      else if (mark === 'title' || mark === 'notice') one.group(() => add(one, 3, height), mark);
      else if (mark === 'nest')
        one.group(() => {
          add(one, 2, height);
          one.group(() => add(one, 8, height));
        });
      else if (mark === 'frame') one.frame(4, nothing, () => add(one, 3, height));
      else if (mark === 'box') one.group(() => one.frame(4, nothing, () => add(one, 12, height)));
      else if (mark === 'head')
        one.frame(0, nothing, () => add(one, 30, height), { height: 8, paint: nothing });
      else one.add(height, nothing);
      if (mark === 'keep') one.keep();
      if (mark === 'follow') one.follow();
      if (mark === 'page') one.newPage();
    }
  }

  /** The tops of each page's slabs and the edges of its frames. */
  const look = ({ slabs, frames }: PlacedPage): unknown => [
    slabs.map((placed) => [placed.top, placed.slab.height]),
    frames.map(({ top, bottom, continuedTop }) => [top, bottom, continuedTop]),
  ];

  test('are the same when they are taken while the flow grows, and little is held', () => {
    fc.assert(
      fc.property(fc.array(slab, { maxLength: 80 }), fc.integer({ min: 0, max: 5 }), (slabs, ahead) => {
        const whole = flowOf((one) => {
          add(one, 2);
          fill(one, slabs);
        });
        const taken: unknown[] = [];
        const flow = new Flow();
        // What stands before is put there when the first pages are already laid out.
        const front = flowOf((one) => add(one, 2));
        let isBegun = false;
        const take = (state: 'whole' | 'growing'): void => {
          if (!isBegun) flow.prepend(front);
          isBegun = true;
          const pages = paginate(flow, 100, 40, state);
          taken.push(...pages.map(look));
          flow.take(pages.reduce((sum, page) => sum + page.slabs.length, 0));
        };
        let most = 0;
        flow.onGrowth(100 * ahead, () => {
          most = Math.max(most, flow.height);
          take('growing');
        });
        fill(flow, slabs);
        take('whole');
        expect(taken).toEqual(paginate(whole, 100, 40).map(look));
        expect(flow.slabs).toEqual([]);
        expect(flow.height).toBeCloseTo(0);
        // What was asked for, a page that the next slab may change, and one slab with the space before it.
        expect(most).toBeLessThanOrEqual(100 * ahead + 300);
      }),
      { numRuns: 300 },
    );
  });

  test('hold every slab once, in order and inside the page, whatever is asked for', () => {
    fc.assert(
      fc.property(fc.array(slab, { maxLength: 60 }), (slabs) => {
        const flow = flowOf((one) => fill(one, slabs));
        const placed = paginate(flow, 100);
        expect(placed.flatMap((page) => page.slabs.map(({ slab }) => slab))).toEqual(flow.slabs);
        for (const page of placed) {
          let y = 0;
          for (const { slab, top } of page.slabs) {
            expect(top).toBeGreaterThanOrEqual(y);
            y = top + slab.height;
          }
          expect(y).toBeLessThanOrEqual(100);
          for (const { top, bottom } of page.frames) {
            expect(top).toBeGreaterThanOrEqual(0);
            expect(bottom).toBeLessThanOrEqual(100);
          }
        }
      }),
    );
  });
});
