import type { Finding } from '../../kernel/finding.ts';
import type { Output } from '../../kernel/output.ts';
import { attribute, type Element, elements, find } from '../../media/hast/dom.ts';
import { layoutMark } from './ideas.ts';
import { type OpenPackage, openPackage, UnreadablePackage } from './open-package.ts';
import type { DocxOptions } from './options.ts';

type Fault = Pick<Finding, 'rule' | 'message'>;

const fix = 'This is a fault of allformats, not of the report. Please report it; do not publish this file.';

/** What Word's accessibility checker and screen readers look for, measured in the finished document. */
export async function checkDocx(
  outputs: readonly Output[],
  options: DocxOptions,
): Promise<readonly Finding[]> {
  const faults: Fault[] = [];
  for (const { bytes } of outputs) {
    try {
      faults.push(...faultsOf(await openPackage(bytes), options));
    } catch (error) {
      if (!(error instanceof UnreadablePackage)) throw error;
      faults.push({
        rule: 'docx/unreadable',
        message: `The Word document cannot be opened: ${error.message}.`,
      });
    }
  }
  return faults.map(({ rule, message }): Finding => ({ rule, severity: 'error', message, fix }));
}

function* faultsOf(open: OpenPackage, options: DocxOptions): Generator<Fault> {
  if (open.title.trim() === '')
    yield { rule: 'docx/title', message: 'The document has no title in its properties.' };
  if (open.language === '')
    yield { rule: 'docx/language', message: 'The document does not say its language.' };
  yield* headings(open.body);
  for (const table of elements(open.body, 'w:tbl')) yield* tableFaults(table);
  for (const picture of elements(open.body, 'wp:docPr')) {
    const isDecorative = find(picture, 'adec:decorative') !== undefined;
    if ((attribute(picture, 'descr') ?? '').trim() === '' && !isDecorative) {
      const message = 'A picture has no alternative text, and is not marked as decorative.';
      yield { rule: 'docx/alt', message };
    }
  }
  if (elements(open.body, 'wp:anchor').length > 0) {
    yield { rule: 'docx/floating', message: 'A picture floats: screen readers meet it at the wrong place.' };
  }
  if (elements(open.body, 'w:txbxContent').length > 0) {
    yield { rule: 'docx/text-box', message: 'Words stand in a text box: screen readers pass it over.' };
  }
  yield* sizes(open, options);
  yield* numbers(open);
}

/** Word's navigation skips to a level that is there. */
function* headings(body: Element): Generator<Fault> {
  let before = 0;
  for (const style of elements(body, 'w:pStyle')) {
    const level = Number(/^Heading([1-6])$/.exec(attribute(style, 'w:val') ?? '')?.[1] ?? 0);
    if (level === 0) continue;
    if (level > before + 1) {
      yield {
        rule: 'docx/heading-order',
        message: `A heading of level ${level} follows one of level ${before}.`,
      };
    }
    before = level;
  }
}

function* tableFaults(table: Element): Generator<Fault> {
  if (elements(table, 'w:tblDescription').some((one) => attribute(one, 'w:val') === layoutMark)) return;
  const [first] = elements(table, 'w:tr');
  if (first === undefined || find(first, 'w:tblHeader') === undefined) {
    yield { rule: 'docx/table-header', message: 'A table has no header row that is repeated on each page.' };
  }
  if (elements(table, 'w:gridSpan').length + elements(table, 'w:vMerge').length > 0) {
    yield {
      rule: 'docx/merged-cells',
      message: 'A table has merged cells: screen readers lose their place.',
    };
  }
}

/** No words are smaller than the profile asks for: sizes are half points. */
function* sizes({ body, styles }: OpenPackage, { size }: DocxOptions): Generator<Fault> {
  for (const root of [styles, body]) {
    for (const one of elements(root, 'w:sz')) {
      const points = Number(attribute(one, 'w:val')) / 2;
      if (points < size) {
        yield { rule: 'docx/size', message: `Words have ${points} point; the profile asks for ${size}.` };
        return;
      }
    }
  }
  if (elements(styles, 'w:i').length + elements(body, 'w:i').length > 0) {
    yield { rule: 'docx/italic', message: 'Words are in italic letters, which are hard to read.' };
  }
  if (elements(body, 'w:jc').some((one) => attribute(one, 'w:val') === 'both')) {
    yield {
      rule: 'docx/justified',
      message: 'Lines are spread to both margins: the gaps between words are uneven.',
    };
  }
}

/** Every list in the text is one that the document describes. */
function* numbers({ body, numbering }: OpenPackage): Generator<Fault> {
  const known = new Set(elements(numbering, 'w:num').map((one) => attribute(one, 'w:numId')));
  if (elements(body, 'w:numId').some((one) => !known.has(attribute(one, 'w:val')))) {
    yield { rule: 'docx/list', message: 'A list has a number that the document does not describe.' };
  }
}
