import { fill } from '../../document/furniture/furniture.ts';
import { pageArtifact } from '../pages/structure.ts';
import { type EditionOptions, editionOptions } from './options.ts';
import type { PageMarks, Press, Spot } from './press.ts';

/** The edition whose pages the marks name: standard print, as the profile of that name makes it. */
export const standardEdition: EditionOptions = editionOptions.parse({
  size: 12,
  leading: 1.35,
  paper: 'A4',
  margin: 20,
  contents: 'auto',
  pageMarks: false,
});

/** Gives each part a place, so that its page is known when the pages are painted. */
export class PartPlaces implements PageMarks {
  readonly #places = new Map<object, string>();

  begin(part: object, _: Spot, { flow }: Press): void {
    // No heading's id has a colon.
    const place = `part:${this.#places.size}`;
    this.#places.set(part, place);
    flow.place(place);
  }

  /** The page of each part that stands on one. */
  pages(pageOf: (place: string) => number): ReadonlyMap<object, number> {
    return new Map([...this.#places].map(([part, place]) => [part, pageOf(place)]));
  }
}

/** Puts a line before the first part that begins on a further page of the other edition. */
export class ComputedMarks implements PageMarks {
  readonly #pages: ReadonlyMap<object, number>;
  #last = 1;

  constructor(pages: ReadonlyMap<object, number>) {
    this.#pages = pages;
  }

  begin(part: object, spot: Spot, press: Press): void {
    const page = this.#pages.get(part) ?? 0;
    const isCell = spot.parent.type === 'TD' || spot.parent.type === 'TH';
    // The label of a list item waits for the item's own words.
    if (page <= this.#last || isCell || press.flow.hasMarkers) return;
    this.#last = page;
    layOutPageMark(String(page), spot, press);
  }
}

/** The words of a mark. */
export function pageMarkText(page: string, press: Press): string {
  return fill(press.furniture.edition.mark, { page });
}

/** A line that tells where a page of the other edition begins. It stays with what follows. */
export function layOutPageMark(page: string, spot: Spot, press: Press): void {
  const { flow } = press;
  const { design } = flow;
  press.inline.met.add('mark');
  // Rows and items have no place for words of their own between them.
  const isBetween = ['Table', 'TBody', 'L'].includes(spot.parent.type);
  const leaf = isBetween ? pageArtifact : spot.parent.block('PageMark', press.fixedWords);
  const run = { text: pageMarkText(page, press), bold: true, colour: design.colours.link, leaf };
  flow.space(design.line);
  const left = design.margin + spot.left;
  flow.thing(1, (canvas, top) =>
    canvas.fill(pageArtifact, design.colours.link, left, top, left + spot.width, top + 1),
  );
  flow.space(design.size * 0.2);
  flow.keep();
  flow.text([run], spot);
  flow.space(design.line * 0.5);
  flow.keep();
}
