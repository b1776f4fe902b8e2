import { fold, textOf } from '../../document/text.ts';
import type { Heading } from '../../document/tree.ts';
import { fittingSize, wordsOf } from './heading-sizes.ts';
import { runsOf } from './inline-runs.ts';
import type { Press, Spot } from './press.ts';

/** A heading keeps its lines together and stays with what it heads. */
export function layOutHeading(block: Heading, spot: Spot, press: Press): void {
  const { flow } = press;
  const { design } = flow;
  const title = fold(textOf(block.children));
  const element = spot.parent.block(`H${block.depth}`, title === '' ? {} : { title });
  const runs = runsOf(block.children, element, true, press.inline);
  // In a box or a list a column is narrower than the page's.
  const size = fittingSize(wordsOf(block), press.headingSizes[block.depth], spot.width, flow);
  flow.space(design.line * (block.depth <= 2 ? 1.9 : 1.5));
  const { isRightToLeft } = spot;
  const lines = flow.titleLines(runs, spot.width, { size, at: block.at, isRightToLeft });
  flow.group(() => flow.paintLines(lines, spot, { size, places: [block.id] }), 'title');
  if (lines.length === 0) return;
  press.targets.set(block.id, element);
  press.bookmarks.push({ title, depth: block.depth, place: block.id });
  flow.space(design.line * (block.depth === 1 ? 1 : 0.5));
  flow.keep();
}
