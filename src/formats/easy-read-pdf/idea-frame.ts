import type { Idea } from '../../document/tree.ts';
import type { Run } from '../../media/pages/lines.ts';
import { layoutArtifact } from '../../media/pages/structure.ts';
import type { Press, Spot } from '../../media/print/press.ts';
import { indented } from '../../media/print/text-flow.ts';
import type { IdeaPicture } from './idea-pictures.ts';
import { layOutIdeaRow } from './idea-row.ts';

/** One idea in a frame of its own, with the words in bold that its picture stands for, and its numbers. */
export function layOutIdeaApart(
  idea: Idea,
  spot: Spot,
  press: Press,
  pictures: ReadonlyMap<string, IdeaPicture>,
  width: number,
): void {
  const { flow } = press;
  const { size, line, margin, ruleColour } = flow.design;
  const padding = size * 0.8;
  const left = margin + spot.left;
  const words = idea.picture === undefined ? [] : (pictures.get(idea.picture)?.source.words ?? []);
  flow.space(line);
  flow.frame(
    padding,
    (canvas, top, bottom) =>
      canvas.outline(layoutArtifact, ruleColour, 1.5, left, top, left + spot.width, bottom),
    () =>
      layOutIdeaRow(idea, indented(spot, padding, padding), press, pictures, width, (runs) =>
        boldKeys(runs, words),
      ),
  );
}

/** The runs with key words in bold: those of the picture, and numbers. */
function boldKeys(runs: readonly Run[], words: readonly string[]): readonly Run[] {
  const listed = words
    .map((word) => word.replaceAll(/[^\p{L}\p{N} ]/gu, ' ').trim())
    .filter((word) => word.length > 2)
    .sort((one, other) => other.length - one.length);
  const names = listed.length === 0 ? '' : `|(?<!\\p{L})(?:${listed.join('|')})(?!\\p{L})`;
  const keys = new RegExp(
    `(?<![\\p{L}\\p{N}])\\d[\\d,.]*\\d(?![\\p{L}\\p{N}])|(?<![\\p{L}\\p{N}])\\d(?![\\p{L}\\p{N}])${names}`,
    'giu',
  );
  return runs.flatMap((run) => {
    if (run.bold) return run;
    const parts: Run[] = [];
    let from = 0;
    for (const match of run.text.matchAll(keys)) {
      if (match.index > from) parts.push({ ...run, text: run.text.slice(from, match.index) });
      parts.push({ ...run, text: match[0], bold: true });
      from = match.index + match[0].length;
    }
    if (from < run.text.length) parts.push({ ...run, text: run.text.slice(from) });
    return parts;
  });
}
