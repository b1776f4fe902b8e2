import type { Format } from '../format.ts';
import { readBackHtml } from './read-back.ts';
import { type HtmlOptions, htmlOptions, writeHtml } from './write.ts';

const html: Format<HtmlOptions> = {
  id: 'html',
  title: 'Accessible web page',
  extension: 'html',
  mediaType: 'text/html',
  options: htmlOptions,
  loses: [],
  write: writeHtml,
  readBack: readBackHtml,
};

export default html;
