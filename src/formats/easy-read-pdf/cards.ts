import type { Idea } from '../../document/tree.ts';
import type { Canvas } from '../../media/pages/canvas.ts';
import type { Line } from '../../media/pages/lines.ts';
import { layoutArtifact } from '../../media/pages/structure.ts';
import { runsOf } from '../../media/print/inline-runs.ts';
import type { Press, Spot } from '../../media/print/press.ts';
import type { IdeaPicture } from './idea-pictures.ts';

/** Cards side by side on A4; a wider page has more. */
const cardWidth = 150;
/** Inside a card, as a multiple of the size. */
const padding = 0.6;

interface Card {
  readonly lines: readonly Line[];
  readonly picture: string | undefined;
}

/** Lays out cards in rows: a word in bold under its picture, a frame to cut along. All of a row are laid out with its first. */
export class CardTable {
  readonly #pictures: ReadonlyMap<string, IdeaPicture>;
  readonly #ideas: readonly Idea[];

  constructor(ideas: readonly Idea[], pictures: ReadonlyMap<string, IdeaPicture>) {
    this.#ideas = ideas;
    this.#pictures = pictures;
  }

  layOut(idea: Idea, spot: Spot, press: Press): void {
    const { flow } = press;
    const { size, line, margin, ruleColour } = flow.design;
    const columns = Math.max(1, Math.floor(spot.width / cardWidth));
    const at = this.#ideas.indexOf(idea);
    if (at % columns !== 0) return;
    const width = spot.width / columns;
    const inner = width - 2 * size * padding;
    const cards = this.#ideas.slice(at, at + columns).map((one) => this.#card(one, inner, spot, press));
    const words = Math.max(...cards.map(({ lines }) => lines.length)) * line;
    const height = inner + words + size * padding * 2.6;
    const paint = (canvas: Canvas, top: number): void => {
      cards.forEach(({ lines, picture }, index) => {
        const column = spot.isRightToLeft ? columns - 1 - index : index;
        const left = margin + spot.left + column * width;
        canvas.outline(layoutArtifact, ruleColour, 1, left, top, left + width, top + height);
        const start = left + size * padding;
        const under = top + size * padding;
        if (picture !== undefined) canvas.image(layoutArtifact, picture, start, under, inner, inner);
        lines.forEach((one, number) => {
          const x = start + (inner - one.width) / 2;
          const baseline = under + inner + size * padding * 0.6 + number * line + flow.baseline(size);
          canvas.text(one, x, baseline, size);
        });
      });
    };
    flow.thing(height, paint);
  }

  #card(idea: Idea, width: number, spot: Spot, press: Press): Card {
    const found = idea.picture === undefined ? undefined : this.#pictures.get(idea.picture);
    const element = spot.parent.block(found ? 'Card' : 'P');
    const runs = runsOf(idea.children, element, true, press.inline);
    const { isRightToLeft } = spot;
    const lines = press.flow.lines(runs, width, { at: idea.at, isRightToLeft });
    return { lines, picture: found && press.pictures.put(found.picture).name };
  }
}
