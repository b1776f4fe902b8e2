import type { Root } from 'mdast';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { Failure } from '../kernel/failure.ts';

const processor = unified().use(remarkParse).use(remarkGfm).use(remarkDirective).freeze();

/** Text with the marks of docs/writing.md as a tree. @throws Failure `file-too-large` where marks nest too deeply */
export function parseMarkdown(text: string): Root {
  try {
    return processor.parse(text);
  } catch (error) {
    if (error instanceof RangeError)
      throw new Failure('file-too-large', 'The report is nested too deeply to be read.');
    throw error;
  }
}
