import { fold, textOf } from '../../document/text.ts';
import type { Heading } from '../../document/tree.ts';
import type { Line, Run } from '../pages/lines.ts';
import type { Bookmark } from '../pages/outline.ts';
import { layoutArtifact, type StructElement } from '../pages/structure.ts';
import { type Press, plain } from './press.ts';
import { type Column, indented } from './text-flow.ts';

/** Headings that the list of contents names: the report's parts and what is right inside them, and what this format puts at its end. */
export function contentsEntries(
  headings: readonly Heading[],
  further: readonly (Bookmark | undefined)[],
): readonly Bookmark[] {
  const entries: Bookmark[] = [];
  for (const { depth, id, children } of headings) {
    const title = fold(textOf(children));
    if ((depth === 2 || depth === 3) && hasInk(title)) entries.push({ title, depth, place: id });
  }
  entries.push(...further.flatMap((one) => one ?? []));
  return entries;
}

/** Whether a line of these words would show anything. */
function hasInk(words: string): boolean {
  return /[^\s\p{Default_Ignorable_Code_Point}]/u.test(words);
}

/** Titles are links; a row of dots leads the eye to the page number, which is known when the pages are painted. */
export function layOutContents(
  entries: readonly Bookmark[],
  document: {
    readonly heading: StructElement;
    readonly toc: StructElement;
    readonly isRightToLeft: boolean;
  },
  pageOf: (place: string) => number,
  press: Press,
): void {
  const { flow } = press;
  const { size, line, measure, margin, inset, ruleColour } = flow.design;
  flow.space(line * 1.9);
  const title = [plain(press.furniture.body.contents, document.heading, press, true)];
  const { isRightToLeft } = document;
  const column: Column = { left: inset, width: measure, isRightToLeft };
  flow.text(title, column, { size: press.headingSizes[2] });
  flow.space(line * 0.8);
  flow.keep();
  const numbered = (number: number, leaf: Run['leaf']): Run => plain(`\u00a0${number}`, leaf, press, true);
  const room = (flow.lines([numbered(8888, layoutArtifact)], measure)[0]?.width ?? 0) + size;
  for (const { title: text, depth, place } of entries) {
    const link = document.toc
      .block('TOCI', { about: place })
      .block('Reference')
      .block('Link', { link: { place, text } });
    const words = indented(column, depth === 2 ? 0 : size * 1.2, room);
    const lines = flow.lines([plain(text, link, press, depth === 2)], words.width, { isRightToLeft });
    flow.space(line * (depth === 2 ? 0.7 : 0.35));
    flow.group(() => {
      flow.paintLines(lines.slice(0, -1), words, {});
      const last = lines.at(-1);
      if (last === undefined) return;
      const x = margin + words.left + (isRightToLeft ? words.width - last.width : 0);
      flow.add(
        line,
        (canvas, top) => {
          const baseline = top + flow.baseline(size);
          canvas.text(last, x, baseline, size);
          const digits = (): Line | undefined =>
            flow.lines([numbered(pageOf(place), link)], measure, { isRightToLeft })[0];
          const startOf = (line: Line): number => margin + inset + (isRightToLeft ? 0 : measure - line.width);
          canvas.later(link, (page) => {
            const line = digits();
            if (line) page.text(line, startOf(line), baseline, size);
          });
          canvas.later(layoutArtifact, (page) => {
            const line = digits();
            const start = line ? startOf(line) : 0;
            const [from, to] = isRightToLeft
              ? [start + (line?.width ?? 0) + size * 0.1, x - size * 0.5]
              : [x + last.width + size * 0.5, start - size * 0.1];
            page.dots(layoutArtifact, ruleColour, size * 0.4, from, to, baseline - 1);
          });
        },
        lines.length > 1,
      );
    });
  }
}
