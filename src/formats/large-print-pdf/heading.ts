import { fold, textOf } from '../../document/text.ts';
import type { Heading } from '../../document/tree.ts';
import type { Line, Run } from '../../media/pages/lines.ts';
import { runsOf } from './inline-runs.ts';
import { headingSize } from './page-design.ts';
import type { Press, Spot } from './press.ts';

/** A heading keeps its lines together and stays with what it heads. */
export function layOutHeading(block: Heading, spot: Spot, press: Press): void {
  const { flow } = press;
  const { design } = flow;
  const title = fold(textOf(block.children));
  const element = spot.parent.block(`H${block.depth}`, title === '' ? {} : { title });
  const runs = runsOf(block.children, element, true, press.inline);
  const size = fittingSize(runs, headingSize(block.depth, design.size), spot.width, press);
  flow.space(design.line * (block.depth <= 2 ? 1.9 : 1.5));
  const lines = balanced(flow.lines(runs, spot.width, { size, at: block.at }), (share) =>
    flow.measured(runs, spot.width * share, size),
  );
  flow.group(() => flow.paintLines(lines, spot, { size, places: [block.id] }), true);
  if (lines.length === 0) return;
  press.targets.set(block.id, element);
  press.bookmarks.push({ title, depth: block.depth, place: block.id });
  flow.space(design.line * (block.depth === 1 ? 1 : 0.5));
  flow.keep();
}

/** Lines of nearly the same length: a heading with one word on its last line looks torn. */
function balanced(lines: readonly Line[], breakAt: (share: number) => readonly Line[]): readonly Line[] {
  if (lines.length < 2 || lines.length > 4) return lines;
  let best = lines;
  for (const share of [0.9, 0.8, 0.7, 0.6]) {
    const narrower = breakAt(share);
    if (narrower.length > lines.length) break;
    best = narrower;
  }
  return best;
}

/** The heading's size, or the largest from there down to the body's at which its longest word keeps to one line. */
function fittingSize(runs: readonly Run[], wanted: number, width: number, press: Press): number {
  const { flow } = press;
  const widest = Math.max(0, ...widths(runs, press));
  const fitting = widest === 0 ? wanted : Math.floor((width / widest) * 10) / 10;
  return Math.max(flow.design.size, Math.min(wanted, fitting));
}

/** Widths of words at a size of one point. */
function* widths(runs: readonly Run[], press: Press): Iterable<number> {
  for (const run of runs) {
    for (const word of run.text.split(/[\s]+/)) {
      if (word === '' || word.length > 40) continue;
      const [line] = press.flow.measured([{ ...run, text: word }], 1e6, 1);
      yield line?.width ?? 0;
    }
  }
}
