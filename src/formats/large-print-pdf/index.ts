import { type EditionOptions, editionOptions } from '../../media/print/options.ts';
import { printEdition } from '../../media/print/print-edition.ts';
import type { Format } from '../format.ts';

/** Large print on paper or screen, tagged for screen readers. */
const format: Format<EditionOptions> = {
  id: 'large-print-pdf',
  title: 'Large print (PDF)',
  extension: 'pdf',
  mediaType: 'application/pdf',
  options: editionOptions,
  loses: [
    {
      what: 'Pictures inside a sentence',
      reason:
        'They are printed as their alternative text, because a picture as high as a line of text cannot be seen.',
    },
  ],
  write: printEdition,
  readBack: async (outputs) => (await import('../../media/print/read-back.ts')).readBack(outputs),
  check: async (outputs, options) =>
    (await import('../../media/print/geometry.ts')).checkGeometry(outputs, options),
};

export default format;
