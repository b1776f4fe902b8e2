import { fill } from '../../document/furniture/furniture.ts';
import { furnitureOf } from '../../document/furniture/furniture-of.ts';
import type { Document } from '../../document/tree.ts';
import { printEdition } from '../../media/print/print-edition.ts';
import type { Written } from '../format.ts';
import { CardTable } from './cards.ts';
import { credits } from './credits.ts';
import { layOutIdeaApart } from './idea-frame.ts';
import { type PictureFinder, readIdeaPictures } from './idea-pictures.ts';
import { layOutIdeaRow } from './idea-row.ts';
import { type EasyReadPdfOptions, editionOf } from './options.ts';

/** Easy Read on paper or screen: one idea a row, its picture beside its words, on pages that say that they are a draft while they are. */
export async function writeEasyReadPdf(
  document: Document,
  options: EasyReadPdfOptions,
  pictureFor: PictureFinder,
): Promise<Written> {
  const { meta } = document;
  const furniture = furnitureOf(meta.language);
  const { easyRead } = furniture;
  const width = options.picture * options.size;
  const { pictures, findings } = await readIdeaPictures(document.children, width, pictureFor);
  // Cards have no words that readers could check.
  const isDraft = meta.easyReadCheck === undefined && options.layout !== 'cards';
  const stamp = isDraft ? easyRead.draft : undefined;
  const about = fill(easyRead.description, { title: meta.title, organisation: meta.organisation });
  const ending = credits(pictures, furniture);
  const ideas = document.children.filter((block) => block.type === 'idea');
  const cards = new CardTable(ideas, pictures);
  const edition = await printEdition(document, editionOf(options), {
    title: `${easyRead.name}: ${meta.title}`,
    layOutIdea: (idea, spot, press) => {
      if (options.layout === 'cards') cards.layOut(idea, spot, press);
      else if (options.layout === 'apart') layOutIdeaApart(idea, spot, press, pictures, width);
      else layOutIdeaRow(idea, spot, press, pictures, width);
    },
    subject: stamp === undefined ? about : `${about} ${stamp}`,
    ...(stamp !== undefined && { stamp }),
    ...(ending && { ending }),
  });
  return { ...edition, findings: [...findings, ...edition.findings] };
}
