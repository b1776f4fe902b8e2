import { pictureFinder } from '../../media/pictures/picture-for.ts';
import type { Format } from '../format.ts';
import { readBackEasyReadHtml } from './read-back.ts';
import { type EasyReadHtmlOptions, easyReadHtmlOptions, writeEasyReadHtml } from './write.ts';

const easyReadHtml: Format<EasyReadHtmlOptions> = {
  id: 'easy-read-html',
  title: 'Easy Read web page',
  extension: 'html',
  mediaType: 'text/html',
  options: easyReadHtmlOptions,
  loses: [],
  write: (document, options) => writeEasyReadHtml(document, options, pictureFinder(document)),
  readBack: readBackEasyReadHtml,
};

export default easyReadHtml;
