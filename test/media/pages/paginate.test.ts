import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Flow } from '../../../src/media/pages/flow.ts';
import { paginate } from '../../../src/media/pages/paginate.ts';

const nothing = (): void => {};

function flowOf(build: (flow: Flow) => void): Flow {
  const flow = new Flow();
  build(flow);
  return flow;
}

/** The slabs of each page by their index. */
function pages(flow: Flow, height: number): readonly (readonly number[])[] {
  return paginate(flow, height).map((page) => page.slabs.map(({ slab }) => slab));
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
    expect(paginate(flow, 40).map((page) => page.slabs)).toEqual([
      [
        { slab: 0, top: 0 },
        { slab: 1, top: 15 },
        { slab: 2, top: 30 },
      ],
      [
        { slab: 3, top: 0 },
        { slab: 4, top: 15 },
      ],
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
    expect(placed.map((page) => page.frames)).toEqual([
      [{ frame: 0, top: 0, bottom: 50 }],
      [{ frame: 0, top: 0, bottom: 38, continuedTop: 5 }],
    ]);
    expect(placed[1]?.slabs[0]?.top).toBe(13);
  });

  test('hold every slab once, in order and inside the page, whatever is asked for', () => {
    const slab = fc.record({
      height: fc.integer({ min: 1, max: 60 }),
      space: fc.integer({ min: 0, max: 30 }),
      mark: fc.constantFrom('none', 'keep', 'page', 'group', 'frame'),
    });
    fc.assert(
      fc.property(fc.array(slab, { maxLength: 60 }), (slabs) => {
        const flow = flowOf((one) => {
          for (const { height, space, mark } of slabs) {
            one.space(space);
            if (mark === 'group') one.group(() => add(one, 3, height));
            else if (mark === 'frame') one.frame(4, nothing, () => add(one, 3, height));
            else one.add(height, nothing);
            if (mark === 'keep') one.keep();
            if (mark === 'page') one.newPage();
          }
        });
        const placed = paginate(flow, 100);
        expect(placed.flatMap((page) => page.slabs.map(({ slab }) => slab))).toEqual(
          flow.slabs.map((_, index) => index),
        );
        for (const page of placed) {
          let y = 0;
          for (const { slab, top } of page.slabs) {
            expect(top).toBeGreaterThanOrEqual(y);
            y = top + (flow.slabs[slab]?.height ?? 0);
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
