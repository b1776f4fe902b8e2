import { fill } from '../../document/furniture/furniture.ts';
import { furnitureOf } from '../../document/furniture/furniture-of.ts';
import type { Document } from '../../document/tree.ts';
import { printEdition } from '../../media/print/print-edition.ts';
import type { Written } from '../format.ts';
import { credits } from './credits.ts';
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
  const stamp = meta.easyReadCheck === undefined ? easyRead.draft : undefined;
  const about = fill(easyRead.description, { title: meta.title, organisation: meta.organisation });
  const ending = credits(pictures, furniture);
  const edition = await printEdition(document, editionOf(options), {
    title: `${easyRead.name}: ${meta.title}`,
    layOutIdea: (idea, spot, press) => layOutIdeaRow(idea, spot, press, pictures, width),
    subject: stamp === undefined ? about : `${about} ${stamp}`,
    ...(stamp !== undefined && { stamp }),
    ...(ending && { ending }),
  });
  return { ...edition, findings: [...findings, ...edition.findings] };
}
