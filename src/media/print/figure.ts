import type { Figure } from '../../document/tree.ts';
import type { Canvas } from '../pages/canvas.ts';
import { breakLines } from '../pages/lines.ts';
import type { Picture } from '../pages/pictures.ts';
import { type Leaf, layoutArtifact } from '../pages/structure.ts';
import { type ResetChart, resetChart } from '../pages/vectors/reset-chart.ts';
import { groundOf, roomOf } from './figure-source.ts';
import { type Press, plain, type Spot } from './press.ts';

/**
 * Caption above, picture, long description below. Alternative text is in the tags; it is printed where the picture cannot be
 * shown, or where its letters would be smaller than the reader can read.
 */
export function layOutFigure(block: Figure, spot: Spot, press: Press): void {
  const { flow } = press;
  const { design } = flow;
  const parent = spot.parent.block('Sect');
  if (block.id !== undefined) {
    flow.place(block.id);
    press.targets.set(block.id, parent);
  }
  if (block.caption) {
    const caption = parent.block('FigureCaption');
    flow.title([plain(block.caption, caption, press, true)], spot, { at: block.at });
    flow.space(design.line * 0.5);
    flow.keep();
  }
  const leaf = block.decorative ? layoutArtifact : parent.block('Figure', { alt: block.alt });
  const shown = show(block, leaf, spot, press);
  if (shown) {
    const { ground } = shown;
    flow.thing(shown.height + 2 * ground, (canvas, top) => {
      const moved = spot.isRightToLeft ? spot.width - shown.width - 2 * ground : 0;
      const left = design.margin + spot.left + moved;
      const [right, bottom] = [left + shown.width + 2 * ground, top + shown.height + 2 * ground];
      if (ground > 0) canvas.fill(layoutArtifact, '#ffffff', left, top, right, bottom);
      shown.paint(canvas, left + ground, top + ground);
    });
  } else if (!block.decorative) {
    press.pictures.leftOut.add(block.src);
    // The words of the picture stand in its place, inside its element.
    flow.text([plain(block.alt, leaf, press)], spot, { at: block.at });
  }
  flow.space(design.line);
  press.layOut(block.description, { ...spot, parent }, press, 'wide');
}

interface Shown {
  /** White around it, in points. */
  readonly ground: number;
  readonly width: number;
  readonly height: number;
  paint(canvas: Canvas, left: number, top: number): void;
}

/** How the picture is drawn; undefined, with a finding, where it cannot be read: by a program, or by the reader. */
function show(block: Figure, leaf: Leaf, spot: Spot, press: Press): Shown | undefined {
  const { flow, trouble } = press;
  const { design } = flow;
  const source = press.figures.get(block.src);
  if (source === undefined) {
    if (!block.decorative) trouble.add('picture', block.src, block.at);
    return undefined;
  }
  const room = roomOf(design, flow.fonts, spot.width);
  if (source.kind === 'chart') {
    const chart = resetChart(source.chart, room, block.caption);
    if (chart) return showChart(chart, leaf, block, press);
    if (!block.decorative) trouble.add('small-letters', block.src, block.at);
    return undefined;
  }
  const { picture, letters } = source;
  const ground = groundOf(design);
  const size = pictureSize(picture, room.width - 2 * ground, room.height - 2 * ground);
  const points = letters === undefined ? design.size : letters * size.width;
  if (points < design.size - 0.01 && !block.decorative) {
    const told = `${block.src} (${Math.round(points * 10) / 10} points instead of ${design.size})`;
    trouble.add('small-letters', told, block.at);
    return undefined;
  }
  press.pictures.put(picture);
  return {
    ...size,
    ground,
    paint: (canvas, left, top) => canvas.image(leaf, picture.name, left, top, size.width, size.height),
  };
}

/** A chart's shapes with its words, in the font and size of the document. */
function showChart(
  { width, height, drawing, words }: ResetChart,
  leaf: Leaf,
  block: Figure,
  press: Press,
): Shown {
  const { fonts, design } = press.flow;
  const name = press.pictures.nextName();
  press.pictures.put({ kind: 'vectors', name, width, height, drawing });
  const lines = words.map((one) => {
    const run = { text: one.text, bold: one.bold, colour: one.colour, leaf };
    const [line] = breakLines([run], {
      width: 1e6,
      characters: 1e6,
      size: one.size,
      fonts,
      spacing: design.spacing,
      report: (trouble, text) => press.trouble.add(trouble, text, block.at),
    });
    return { ...one, line };
  });
  return {
    ground: 0,
    width,
    height,
    paint(canvas, left, top) {
      canvas.image(leaf, name, left, top, width, height);
      for (const { line, left: right, baseline, size } of lines)
        if (line) canvas.text(line, left + right, top + baseline, size);
    },
  };
}

/** Full width of the column, unless the picture would then be higher than a page has room for. Pixels are not enlarged beyond 96 an inch. */
function pictureSize(picture: Picture, width: number, mostHeight: number): { width: number; height: number } {
  const isSharp = picture.kind === 'vectors';
  const ratio = isSharp ? picture.height / picture.width : picture.pixelHeight / picture.pixelWidth;
  const natural = isSharp ? width : Math.max(picture.pixelWidth * 0.75, width / 2);
  const fitting = Math.min(width, natural, mostHeight / ratio);
  return { width: fitting, height: fitting * ratio };
}
