import { pictureFinder } from '../../media/pictures/picture-for.ts';
import type { Format } from '../format.ts';
import { type EasyReadPdfOptions, easyReadPdfOptions, editionOf } from './options.ts';
import { writeEasyReadPdf } from './write.ts';

const easyReadPdf: Format<EasyReadPdfOptions> = {
  id: 'easy-read-pdf',
  title: 'Easy Read (PDF)',
  extension: 'pdf',
  mediaType: 'application/pdf',
  options: easyReadPdfOptions,
  loses: [
    {
      what: 'Pictures inside a sentence',
      reason:
        'They are printed as their alternative text, because a picture as high as a line of text cannot be seen.',
    },
  ],
  write: (document, options) => writeEasyReadPdf(document, options, pictureFinder(document)),
  readBack: async (outputs) => (await import('../../media/print/read-back.ts')).readBack(outputs),
  check: async (outputs, options) =>
    (await import('../../media/print/geometry.ts')).checkGeometry(outputs, editionOf(options)),
};

export default easyReadPdf;
