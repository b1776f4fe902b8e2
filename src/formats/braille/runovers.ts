import type { LineItem, Region } from '../../media/lines/line-item.ts';

/** Cells of one step of indentation. */
export const step = 2;

/** For each item the indentation of its further lines: two cells right of the deepest item of its group. */
export function runovers(items: readonly LineItem[]): number[] {
  const rests = new Array<number>(items.length).fill(0);
  const stack: { members: number[]; deepest: number; base: number; region?: Region }[] = [
    { members: [], deepest: -1, base: 0 },
  ];
  const close = (group: (typeof stack)[number]) => {
    for (const index of group.members) rests[index] = (group.deepest + 1) * step;
    group.members = [];
    group.deepest = -1;
  };
  items.forEach((item, index) => {
    const group = stack.at(-1)!;
    if (item.kind === 'open') {
      if (item.steps * step === group.base) close(group);
      stack.push({ members: [], deepest: -1, base: item.steps * step, region: item.region });
      return;
    }
    if (item.kind === 'close') {
      close(stack.pop()!);
      return;
    }
    const marked = item.kind === 'definition' || (item.kind === 'text' && item.marker !== undefined);
    const inside = marked || (item.kind === 'text' && item.steps * step > group.base);
    if (!inside) {
      close(group);
      return;
    }
    if (isNewList(item, group.base)) close(group);
    group.members.push(index);
    if (marked) group.deepest = Math.max(group.deepest, stepsOf(item, group.region?.type === 'table'));
  });
  for (const group of stack) close(group);
  return rests;
}

/** Steps as they are printed: the cells of a row stand below its first one. */
export function stepsOf(item: LineItem, tables: boolean): number {
  if (!tables) return item.steps;
  const firstCell = item.kind === 'text' && item.marker?.type === 'label' && item.marker.column === 1;
  return item.steps + (firstCell ? 0 : 1);
}

/** Another list directly behind a list. */
export function isNewList(item: LineItem, base: number): boolean {
  return item.kind === 'text' && item.marker !== undefined && !item.tight && item.steps * step === base;
}
