import type { PdfFile } from './pdf-file.ts';
import { spellDict, spellRef, spellText } from './pdf-syntax.ts';

export interface Bookmark {
  readonly title: string;
  /** 1 is outermost. */
  readonly depth: number;
  readonly place: string;
}

/** Where a bookmark leads, as its dictionary says it. */
export type Target = { readonly Dest: string } | { readonly A: string };

interface Item {
  readonly depth: number;
  readonly object: number;
  readonly title: string;
  readonly target: Target | undefined;
  readonly kids: Item[];
}

/** Writes the bookmarks. Titles of parts are open, what is inside them is not: a long list is hard to find one's way in. */
export function writeOutline(
  file: PdfFile,
  bookmarks: readonly Bookmark[],
  leadTo: (place: string) => Target | undefined,
): void {
  const root: Item = { depth: 0, object: file.reserve(), title: '', target: undefined, kids: [] };
  const open: Item[] = [root];
  for (const { title, depth, place } of bookmarks) {
    const target = leadTo(place);
    if (target === undefined || title === '') continue;
    while ((open.at(-1)?.depth ?? 0) >= depth) open.pop();
    const item: Item = { depth, object: file.reserve(), title, target, kids: [] };
    open.at(-1)?.kids.push(item);
    open.push(item);
  }
  file.put(root.object, spellDict({ Type: '/Outlines', ...spellKids(root) }));
  writeKids(file, root);
  if (root.kids.length === 0) return;
  file.root.data.Outlines = file.refTo(root.object);
  file.root.data.PageMode = 'UseOutlines';
}

/** At most six deep, as headings are. */
function writeKids(file: PdfFile, parent: Item): void {
  const { kids } = parent;
  kids.forEach((item, index) => {
    const [before, after] = [kids[index - 1], kids[index + 1]];
    file.put(
      item.object,
      spellDict({
        Title: spellText(item.title),
        Parent: spellRef(parent.object),
        Prev: before && spellRef(before.object),
        Next: after && spellRef(after.object),
        ...spellKids(item),
        ...item.target,
      }),
    );
    writeKids(file, item);
  });
}

/** The count is negative where the item is closed. */
function spellKids(item: Item): Readonly<Record<string, string | number>> {
  const [first, last] = [item.kids[0], item.kids.at(-1)];
  if (first === undefined || last === undefined) return {};
  const count = visible(item);
  return {
    First: spellRef(first.object),
    Last: spellRef(last.object),
    Count: isOpen(item) ? count : -count,
  };
}

function isOpen({ depth }: Item): boolean {
  return depth <= 1;
}

function visible({ kids }: Item): number {
  return kids.reduce((sum, kid) => sum + 1 + (isOpen(kid) ? visible(kid) : 0), 0);
}
