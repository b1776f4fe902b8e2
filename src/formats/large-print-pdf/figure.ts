import type { Figure } from '../../document/tree.ts';
import type { Picture } from '../../media/pages/pictures.ts';
import { layoutArtifact } from '../../media/pages/structure.ts';
import { type Press, plain, type Spot } from './press.ts';

/** Caption above, picture, long description below. Alternative text is in the tags; it is printed where the picture cannot be shown. */
export function layOutFigure(block: Figure, spot: Spot, press: Press): void {
  const { flow } = press;
  const { design } = flow;
  const picture = press.pictures.get(block.src);
  const size = picture && pictureSize(picture, spot.width, design.textHeight - design.line * 4);
  const parent = spot.parent.block('Sect');
  if (block.id !== undefined) {
    flow.place(block.id);
    press.targets.set(block.id, parent);
  }
  if (block.caption) {
    const caption = parent.block('FigureCaption');
    flow.group(
      () => flow.text([plain(block.caption ?? '', caption, press, true)], spot, { at: block.at }),
      true,
    );
    flow.space(design.line * 0.5);
    flow.keep();
  }
  const leaf = block.decorative ? layoutArtifact : parent.block('Figure', { alt: block.alt });
  if (picture && size) {
    flow.thing(size.height, (canvas, top) => {
      const moved = spot.isRightToLeft ? spot.width - size.width : 0;
      canvas.image(leaf, picture.name, design.margin + spot.left + moved, top, size.width, size.height);
    });
  } else if (!block.decorative) {
    // The words of the picture stand in its place, inside its element.
    press.trouble.add('picture', block.src, block.at);
    flow.text([plain(block.alt, leaf, press)], spot, { at: block.at });
  }
  flow.space(design.line);
  press.layOut(block.description, { ...spot, parent }, press, 'wide');
}

/** Full width of the column, unless the picture would then be higher than a page has room for. Pixels are not enlarged beyond 96 an inch. */
function pictureSize(picture: Picture, width: number, mostHeight: number): { width: number; height: number } {
  const isSharp = picture.kind === 'vectors';
  const ratio = isSharp ? picture.height / picture.width : picture.pixelHeight / picture.pixelWidth;
  const natural = isSharp ? width : Math.max(picture.pixelWidth * 0.75, width / 2);
  const fitting = Math.min(width, natural, mostHeight / ratio);
  return { width: fitting, height: fitting * ratio };
}
