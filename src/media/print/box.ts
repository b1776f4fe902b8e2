import type { Blockquote, Box } from '../../document/tree.ts';
import { layoutArtifact } from '../pages/structure.ts';
import { narrowest, type Press, plain, type Spot } from './press.ts';
import { indented } from './text-flow.ts';

/** Boxes deeper than this have no frame: the frames would fill the page. */
const deepestBox = 3;

/** A quotation has a bar at the side where its lines start. */
export function layOutQuote(block: Blockquote, spot: Spot, press: Press): void {
  const { flow } = press;
  const { size, margin, ruleColour } = flow.design;
  const isNarrow = spot.width < size * narrowest;
  const indent = isNarrow ? 0 : size;
  const parent = spot.parent.block('BlockQuote');
  const bar = size * 0.2;
  const left = margin + spot.left + (spot.isRightToLeft ? spot.width - bar : 0);
  flow.flushMarkers();
  flow.frame(
    0,
    (canvas, top, bottom) => {
      // Words that are not indented stand where the bar would be.
      if (!isNarrow) canvas.fill(layoutArtifact, ruleColour, left, top, left + bar, bottom);
    },
    () => press.layOut(block.children, { ...indented(spot, indent), parent }, press, 'close'),
  );
}

/** A frame that goes on over pages, with a bold title. */
export function layOutBox(block: Box, spot: Spot, press: Press): void {
  const { flow } = press;
  const { size, line, margin, boxColour, colours } = flow.design;
  const padding = size * 0.8;
  const isNarrow = spot.width - padding * 2 < size * narrowest;
  const inset = isNarrow ? 0 : padding;
  const parent = spot.parent.block('Sect');
  const left = margin + spot.left;
  const right = left + spot.width;
  const boxes = (spot.boxes ?? 0) + 1;
  const layOutInside = (inner: Spot): void => {
    const name = press.furniture.boxes[block.kind];
    const isNamed = block.title !== undefined && block.title !== '';
    if (!isNamed) press.inline.added(name, 'Names a box that has no title.');
    const title = parent.block('P', isNamed ? {} : press.fixedWords);
    const words = isNamed ? (block.title ?? '') : name;
    flow.text([plain(words, title, press, true)], inner, { size: size * 1.1, at: block.at });
    flow.space(line * 0.6);
    flow.keep();
    press.layOut(block.children, inner, press, 'close');
  };
  if (boxes > deepestBox) {
    layOutInside({ ...spot, parent });
    return;
  }
  flow.flushMarkers();
  flow.group(() =>
    flow.frame(
      padding,
      (canvas, top, bottom) => {
        canvas.fill(layoutArtifact, boxColour, left, top, right, bottom);
        canvas.outline(layoutArtifact, colours.link, 1.5, left, top, right, bottom);
        const bar = size * 0.3;
        const start = spot.isRightToLeft ? right - bar : left;
        canvas.fill(layoutArtifact, colours.link, start, top, start + bar, bottom);
      },
      () => layOutInside({ ...indented(spot, inset * 1.2, inset), parent, boxes }),
    ),
  );
}
