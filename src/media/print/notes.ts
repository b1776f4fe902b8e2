import type { Furniture } from '../../document/furniture/furniture.ts';
import type { Footnote } from '../../document/tree.ts';
import type { Bookmark } from '../pages/outline.ts';
import { type Press, plain, type Spot } from './press.ts';
import { indented } from './text-flow.ts';

/** Name of the place where a footnote stands. No heading's id has a colon. */
export function notePlace(id: string): string {
  return `note:${id}`;
}

/** The heading of the notes, as a list of contents names it; undefined where there are none. */
export function notesHeading(notes: readonly Footnote[], { body }: Furniture): Bookmark | undefined {
  return notes.length === 0 ? undefined : { title: body.notes, depth: 2, place: notesPlace };
}

const notesPlace = 'note:all';

/** Footnotes stand together at the end, at full size: a small note at the foot of a page is what large print must not have. */
export function layOutNotes(notes: readonly Footnote[], spot: Spot, press: Press): void {
  if (notes.length === 0) return;
  const { flow } = press;
  const { line, size } = flow.design;
  const { notes: title } = press.furniture.body;
  press.inline.added(title, 'Footnotes stand at the end of the document under a heading of their own.');
  const text = { type: 'text', value: title } as const;
  press.layOut([{ type: 'heading', depth: 2, id: notesPlace, children: [text] }], spot, press, 'close');
  notes.forEach((note, index) => {
    const element = spot.parent.block('Note', { id: `note${note.number}` });
    const label = element.block('Lbl');
    flow.space(index === 0 ? 0 : line);
    flow.group(() => {
      const [marker] = flow.lines([plain(`[${note.number}]`, label, press, true)], 1e6, {
        isRightToLeft: spot.isRightToLeft,
      });
      const indent = Math.max(size * 2, (marker?.width ?? 0) + size * 0.5);
      flow.place(notePlace(note.id));
      press.targets.set(notePlace(note.id), element);
      if (marker) flow.marker(marker, spot);
      const column = { ...indented(spot, indent), parent: element };
      press.layOut(note.children, column, press, 'close');
      flow.flushMarkers();
    });
  });
}
