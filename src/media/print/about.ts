import { fill } from '../../document/furniture/furniture.ts';
import type { Block, Document, Figure } from '../../document/tree.ts';
import { direction } from '../../document/writing-direction.ts';
import type { Bookmark } from '../pages/outline.ts';
import type { EditionOptions } from './options.ts';
import { pageMarkText } from './page-marks.ts';
import { type Press, plain, type Spot } from './press.ts';

const aboutPlace = 'about:edition';
const reason = 'Tells what this edition changes, and how to print it.';

/** The heading of the notes about the edition, as a list of contents names it. */
export function aboutHeading({ about }: EditionOptions, press: Press): Bookmark | undefined {
  return about ? { title: press.furniture.edition.title, depth: 2, place: aboutPlace } : undefined;
}

export interface AboutFacts {
  readonly footnotes: Document['footnotes'];
  readonly figures: readonly Figure[];
}

/** What this edition changes and how to print it, at the end of the document. To be laid out last: by then it is known. */
export function layOutAbout(facts: AboutFacts, options: EditionOptions, spot: Spot, press: Press): void {
  if (!options.about) return;
  const { edition } = press.furniture;
  const say = (text: string): Block => {
    press.inline.added(text, reason);
    return { type: 'paragraph', children: [{ type: 'text', value: text }] };
  };
  const parent = spot.parent.block('EditionNotes', press.fixedWords);
  // In the direction of its own words, which may be those of another language than the report's.
  const inside = { ...spot, parent, isRightToLeft: direction(press.furniture.language) === 'rtl' };
  press.inline.added(edition.title, reason);
  const title = { type: 'text', value: edition.title } as const;
  const changes = changesOf(facts, press);
  const blocks: Block[] = [{ type: 'heading', depth: 2, id: aboutPlace, children: [title] }];
  if (changes.length > 0) {
    blocks.push(say(fill(edition.intro, { size: options.size })), {
      type: 'list',
      ordered: false,
      start: 1,
      children: changes.map((text) => ({ type: 'listItem', children: [say(text)] })),
    });
  }
  const advice = fill(edition.paper, { paper: options.paper, sides: edition[options.print.sides] });
  press.inline.added(advice, reason);
  const { flow } = press;
  flow.group(() => {
    press.layOut(blocks, inside, press, 'close');
    if (changes.length > 0) flow.space(flow.design.line);
    flow.group(() => flow.text([plain(advice, parent.block('PaperAdvice'), press)], inside));
  }, 'notice');
}

/** Sentences about what is other than in the report, in the order in which a reader meets it. */
function changesOf({ footnotes, figures }: AboutFacts, press: Press): readonly string[] {
  const { edition, body } = press.furniture;
  const { count: total, records } = press.tables;
  const { met } = press.inline;
  const said: string[] = [];
  if (records > 0) said.push(fill(edition.records, { count: records, total }));
  const telling = figures.filter(({ decorative }) => !decorative);
  const described = telling.filter(({ description }) => description.length > 0).length;
  if (described > 0) said.push(fill(edition.described, { count: described, total: telling.length }));
  const untold = telling.filter(({ src }) => press.pictures.leftOut.has(src)).length;
  if (untold > 0) said.push(fill(edition.untold, { count: untold }));
  if (met.has('address')) said.push(edition.addresses);
  if (met.has('emphasis')) said.push(edition.emphasis);
  if (met.has('deleted'))
    said.push(fill(edition.deleted, { deleted: body.deleted, deletedEnd: body.deletedEnd }));
  if (footnotes.length > 0) said.push(fill(edition.notes, { notes: body.notes }));
  if (met.has('mark')) said.push(fill(edition.marks, { mark: pageMarkText('2', press) }));
  return said;
}
