import type { List, ListItem } from '../../document/tree.ts';
import { layoutArtifact } from '../pages/structure.ts';
import { narrowest, type Press, plain, type Spot } from './press.ts';
import { indented } from './text-flow.ts';

/** Items stay whole where they fit a page; their markers stand before their words, at the side where lines start. */
export function layOutList(block: List, spot: Spot, press: Press): void {
  const { flow } = press;
  const { size, line } = flow.design;
  const element = spot.parent.block('L', {
    attributes: { listNumbering: block.ordered ? 'Decimal' : 'Disc' },
  });
  const labels = block.children.map((item, index) => labelOf(item, block, index));
  const measured = labels.map(
    (label) => flow.lines([plain(label, layoutArtifact, press)], 1e6)[0]?.width ?? 0,
  );
  const indent = Math.max(0, ...measured) + size * 0.5;
  const isNarrow = spot.width - indent < size * narrowest;
  // A deep list goes no further to the side: its markers stand where those of the list around it do.
  const hasRoom = isNarrow && markerRoom(spot) >= indent;
  const step = indented(spot, indent);
  const inner = isNarrow ? spot : { ...step, markers: { left: step.left, width: step.width, room: indent } };
  const isLoose = block.children.some(
    (item) => item.children.filter(({ type }) => type === 'paragraph').length > 1,
  );
  block.children.forEach((item, index) => {
    flow.space(line * (index === 0 ? 0 : isLoose ? 1 : 0.5));
    const li = element.block('LI');
    const label = labels[index] ?? '';
    const lbl = li.block('Lbl');
    const body = li.block('LBody');
    press.marks?.begin(item, { ...spot, parent: body }, press);
    flow.group(() => {
      const [marker] = flow.lines([plain(label, lbl, press)], 1e6, { isRightToLeft: spot.isRightToLeft });
      if (isNarrow && marker && (!hasRoom || flow.hasMarkers)) {
        flow.paintLines([marker], spot, {});
        flow.keep();
      } else if (marker) flow.marker(marker, isNarrow ? indented(spot, -indent) : spot);
      press.layOut(item.children, { ...inner, parent: body }, press, 'close');
      flow.flushMarkers();
    });
    press.finished([li], flow);
  });
}

/** Room for markers beside a column, in points. */
function markerRoom({ left, width, markers }: Spot): number {
  return markers && markers.left === left && markers.width === width ? markers.room : 0;
}

function labelOf(item: ListItem, list: List, index: number): string {
  if (item.checked !== undefined) return item.checked ? '✓' : '☐';
  return list.ordered ? `${list.start + index}.` : '•';
}
