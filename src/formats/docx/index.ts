import type { Format } from '../format.ts';
import { checkDocx } from './check.ts';
import { type DocxOptions, docxOptions } from './options.ts';
import { readBackDocx } from './read-back.ts';
import { writeDocx } from './write.ts';

const docx: Format<DocxOptions> = {
  id: 'docx',
  title: 'Word document',
  extension: 'docx',
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  options: docxOptions,
  loses: [],
  write: writeDocx,
  readBack: readBackDocx,
  check: checkDocx,
};

export default docx;
