import type { Idea } from '../../document/tree.ts';
import { sentenceStarts } from '../../media/lines/sentence-starts.ts';
import type { Canvas } from '../../media/pages/canvas.ts';
import type { Line, Run } from '../../media/pages/lines.ts';
import type { Picture } from '../../media/pages/pictures.ts';
import { layoutArtifact } from '../../media/pages/structure.ts';
import { runsOf } from '../../media/print/inline-runs.ts';
import type { Press, Spot } from '../../media/print/press.ts';
import { indented } from '../../media/print/text-flow.ts';
import type { IdeaPicture } from './idea-pictures.ts';

/** Between picture and words, as a multiple of the size. */
const gap = 1.4;
/** What is higher than this share of a page is words that go on over the page: no row could hold them. */
const mostOfPage = 0.6;

/**
 * One idea: its picture at the side where lines start, its words beside it, each sentence on a line of its own. A row stands on
 * one page, whole. An idea without a picture keeps its column, so that all words start at the same place.
 */
export function layOutIdeaRow(
  idea: Idea,
  spot: Spot,
  press: Press,
  pictures: ReadonlyMap<string, IdeaPicture>,
  width: number,
  look: (runs: readonly Run[]) => readonly Run[] = (runs) => runs,
): void {
  const { flow } = press;
  const { design } = flow;
  const { line: lineHeight, size } = design;
  const found = idea.picture === undefined ? undefined : pictures.get(idea.picture);
  const element = spot.parent.block(found ? 'Idea' : 'P');
  const column = indented(spot, width + size * gap);
  const runs = look(sentenceLines(runsOf(idea.children, element, false, press.inline)));
  const { isRightToLeft } = spot;
  const lines = flow.lines(runs, column.width, { at: idea.at, isRightToLeft });
  // Without a picture between them, paragraphs need a line of space.
  if (found === undefined) flow.space(lineHeight);
  const picture = found && press.pictures.put(found.picture);
  const high = picture ? width * ratioOf(picture) : 0;
  const words = lines.length * lineHeight;
  const left = design.margin + (isRightToLeft ? spot.left + spot.width - width : spot.left);
  const show = (canvas: Canvas, top: number): void => {
    if (picture) canvas.image(layoutArtifact, picture.name, left, top, width, high);
  };
  const paintLine = (line: Line, canvas: Canvas, top: number): void => {
    const x = design.margin + column.left + (line.isRightToLeft ? column.width - line.width : 0);
    canvas.text(line, x, top + flow.baseline(size), size);
  };
  const most = design.textHeight * mostOfPage;
  const taken = words > most ? Math.floor(most / lineHeight) : lines.length;
  const height = Math.max(high, taken * lineHeight);
  const above = words > most ? 0 : (height - words) / 2;
  flow.thing(height, (canvas, top) => {
    show(canvas, words > high ? top : top + (height - high) / 2);
    lines.slice(0, taken).forEach((line, index) => {
      paintLine(line, canvas, top + above + index * lineHeight);
    });
  });
  for (const line of lines.slice(taken))
    flow.thing(lineHeight, (canvas, top) => paintLine(line, canvas, top));
}

function ratioOf(picture: Picture): number {
  return picture.kind === 'vectors'
    ? picture.height / picture.width
    : picture.pixelHeight / picture.pixelWidth;
}

/** The words with a line feed before each sentence but the first. */
function sentenceLines(runs: readonly Run[]): readonly Run[] {
  const text = runs.map((run) => run.text).join('');
  const starts = sentenceStarts(text);
  let from = 0;
  return runs.map((run) => {
    const to = from + run.text.length;
    let own = '';
    for (const [index, character] of [...run.text].entries())
      own += isSpaceBefore(from + index) ? '\n' : character;
    from = to;
    return { ...run, text: own };
  });

  function isSpaceBefore(at: number): boolean {
    return starts.includes(at + 1);
  }
}
