import type { Format } from '../format.ts';
import { type LargePrintOptions, largePrintOptions } from './options.ts';
import { write } from './write.ts';

/** Large print on paper or screen, tagged for screen readers. */
const format: Format<LargePrintOptions> = {
  id: 'large-print-pdf',
  title: 'Large print (PDF)',
  extension: 'pdf',
  mediaType: 'application/pdf',
  options: largePrintOptions,
  loses: [
    {
      what: 'Pictures inside a sentence',
      reason:
        'They are printed as their alternative text, because a picture as high as a line of text cannot be seen.',
    },
  ],
  write,
  readBack: async (outputs) => (await import('./read-back.ts')).readBack(outputs),
  check: async (outputs, options) => (await import('./geometry.ts')).checkGeometry(outputs, options),
};

export default format;
