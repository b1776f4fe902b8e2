import type { Format } from '../format.ts';
import { checkEpub } from './check.ts';
import { type EpubOptions, epubOptions } from './options.ts';
import { readBackEpub } from './read-back.ts';
import { writeEpub } from './write.ts';

const epub: Format<EpubOptions> = {
  id: 'epub',
  title: 'EPUB e-book',
  extension: 'epub',
  mediaType: 'application/epub+zip',
  options: epubOptions,
  loses: [],
  write: writeEpub,
  readBack: readBackEpub,
  check: checkEpub,
};

export default epub;
