import type { DocxOptions } from './options.ts';
import { type Attributes, el, val, type Xml } from './xml.ts';

/** Contrast to white: text 16 to 1, links 10 to 1 (WCAG 2.2, 1.4.6 asks for 7). */
export const colours = { text: '1A1A1A', link: '0B3D91', tile: 'E8F1FA', rule: '5A5A5A' } as const;

/** Names that the read-back knows the parts of a document by. */
export const styleIds = {
  caption: 'Caption',
  figure: 'Figure',
  quote: 'Quote',
  code: 'CodeText',
  term: 'Term',
  definition: 'Definition',
  boxTitle: 'BoxTitle',
  tableGroup: 'TableGroup',
  recordColumns: 'RecordColumns',
  recordNumber: 'RecordNumber',
  recordTitle: 'RecordTitle',
  recordValue: 'RecordValue',
  idea: 'Idea',
  list: 'ListParagraph',
  leadIn: 'LeadIn',
  note: 'FootnoteText',
  contentsTitle: 'TOCHeading',
  /** Words that the format adds: no part of the report. */
  added: 'AddedWords',
  columnName: 'ColumnName',
} as const;

/** Headings in multiples of the text's size. */
const headingSizes = [1.7, 1.4, 1.2, 1.1, 1, 1] as const;

/** All styles; a reader who changes one of them changes the whole document. Sizes are half points, lengths twentieths of a point. */
export function stylesPart(options: DocxOptions, language: string, isRightToLeft: boolean): Xml {
  const { size, font, leading } = options;
  const half = (factor: number): number => Math.round(size * factor * 2);
  const gap = (factor: number): number => Math.round(size * 20 * factor);
  const line = Math.round(240 * leading);
  const fonts = { 'w:ascii': font, 'w:hAnsi': font, 'w:cs': font, 'w:eastAsia': font };
  const sized = (factor: number): Xml[] => [val('w:sz', half(factor)), val('w:szCs', half(factor))];
  const bold = [el('w:b'), el('w:bCs')];
  const spacing = (before: number, after: number): Xml =>
    el('w:spacing', { 'w:before': gap(before), 'w:after': gap(after), 'w:line': line, 'w:lineRule': 'auto' });
  const indent = (left: number, hanging = 0): Xml =>
    el('w:ind', { 'w:start': gap(left), ...(hanging > 0 && { 'w:hanging': gap(hanging) }) });
  const lang: Attributes = isRightToLeft
    ? { 'w:val': 'en-GB', 'w:bidi': language }
    : { 'w:val': language, 'w:eastAsia': language };
  const paragraph = (id: string, name: string, more: StyleParts = {}): Xml =>
    style('paragraph', id, name, more);
  const ids = styleIds;
  return el('w:styles', wordNamespace, [
    el('w:docDefaults', {}, [
      el('w:rPrDefault', {}, [
        el('w:rPr', {}, [
          el('w:rFonts', fonts),
          val('w:color', colours.text),
          ...sized(1),
          el('w:lang', lang),
        ]),
      ]),
      el('w:pPrDefault', {}, [el('w:pPr', {}, [spacing(0, 0.6)])]),
    ]),
    style('paragraph', 'Normal', 'Normal', { isDefault: true, paragraph: [el('w:widowControl')] }),
    style('character', 'DefaultParagraphFont', 'Default Paragraph Font', { isDefault: true }),
    style('table', 'TableNormal', 'Normal Table', {
      isDefault: true,
      table: [
        el('w:tblCellMar', {}, [
          el('w:start', { 'w:w': 108, 'w:type': 'dxa' }),
          el('w:end', { 'w:w': 108, 'w:type': 'dxa' }),
        ]),
      ],
    }),
    ...headingSizes.map((factor, index) =>
      paragraph(`Heading${index + 1}`, `heading ${index + 1}`, {
        next: 'Normal',
        paragraph: [
          el('w:keepNext'),
          el('w:keepLines'),
          spacing(index === 0 ? 0 : 1.2, 0.5),
          val('w:outlineLvl', index),
        ],
        run: [...bold, ...sized(factor)],
      }),
    ),
    paragraph(ids.caption, 'caption', { paragraph: [el('w:keepNext'), spacing(0.8, 0.4)], run: bold }),
    paragraph(ids.figure, 'Figure', { paragraph: [spacing(0.4, 0.8)] }),
    paragraph(ids.quote, 'Quote', {
      paragraph: [
        el('w:pBdr', {}, [el('w:start', border(24, 12, colours.rule))]),
        spacing(0.2, 0.6),
        el('w:ind', { 'w:start': gap(1.5), 'w:end': gap(1) }),
      ],
    }),
    paragraph(ids.code, 'Code Text', {
      run: [
        el('w:rFonts', { 'w:ascii': 'Consolas', 'w:hAnsi': 'Consolas', 'w:cs': 'Consolas' }),
        el('w:noProof'),
      ],
    }),
    paragraph(ids.term, 'Term', {
      next: ids.definition,
      paragraph: [el('w:keepNext'), spacing(0.2, 0)],
      run: bold,
    }),
    paragraph(ids.definition, 'Definition', { paragraph: [spacing(0, 0.5), indent(1.5)] }),
    paragraph(ids.boxTitle, 'Box Title', { paragraph: [el('w:keepNext')], run: bold }),
    paragraph(ids.tableGroup, 'Table Group', { paragraph: [el('w:keepNext'), spacing(0.8, 0.3)], run: bold }),
    paragraph(ids.recordColumns, 'Record Columns', { paragraph: [el('w:keepNext')] }),
    paragraph(ids.recordNumber, 'Record Number', {
      paragraph: [
        el('w:keepNext'),
        el('w:pBdr', {}, [el('w:top', border(12, 6, colours.text))]),
        spacing(1, 0.2),
      ],
    }),
    paragraph(ids.recordTitle, 'Record Title', {
      paragraph: [el('w:keepNext'), spacing(0, 0.3)],
      run: [...bold, ...sized(1.1)],
    }),
    paragraph(ids.recordValue, 'Record Value', { paragraph: [spacing(0, 0.4)] }),
    paragraph(ids.idea, 'Easy Read Idea', {
      paragraph: [el('w:keepLines'), spacing(0.6, 0.6)],
    }),
    paragraph(ids.leadIn, 'Lead-in', { next: 'Normal', paragraph: [el('w:keepNext')] }),
    paragraph(ids.list, 'List Paragraph', { paragraph: [spacing(0, 0.3)] }),
    paragraph(ids.note, 'footnote text', { paragraph: [spacing(0, 0.3)] }),
    paragraph(ids.contentsTitle, 'TOC Heading', {
      next: 'Normal',
      paragraph: [el('w:keepNext'), spacing(1.2, 0.5)],
      run: [...bold, ...sized(1.4)],
    }),
    paragraph('TOC2', 'toc 2', { next: 'Normal', paragraph: [spacing(0, 0.3)] }),
    paragraph('TOC3', 'toc 3', { next: 'Normal', paragraph: [spacing(0, 0.3), indent(1.5)] }),
    paragraph('Footer', 'footer', { paragraph: [spacing(0, 0)] }),
    style('character', 'Hyperlink', 'Hyperlink', { run: [...bold, val('w:color', colours.link)] }),
    style('character', 'FootnoteReference', 'footnote reference', {
      run: [...bold, val('w:color', colours.link)],
    }),
    style('character', ids.added, 'Added Words', {}),
    style('character', ids.columnName, 'Column Name', { run: bold }),
    style('table', 'TableGrid', 'Table Grid', {
      basedOn: 'TableNormal',
      paragraph: [spacing(0, 0.15)],
      table: [
        el(
          'w:tblBorders',
          {},
          ['top', 'start', 'bottom', 'end', 'insideH', 'insideV'].map((side) =>
            el(`w:${side}`, border(8, 0, colours.rule)),
          ),
        ),
        el(
          'w:tblCellMar',
          {},
          ['top', 'start', 'bottom', 'end'].map((side) => el(`w:${side}`, { 'w:w': 100, 'w:type': 'dxa' })),
        ),
      ],
      conditions: [
        el('w:tblStylePr', { 'w:type': 'firstRow' }, [
          el('w:rPr', {}, bold),
          el('w:tcPr', {}, [el('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': colours.tile })]),
        ]),
        el('w:tblStylePr', { 'w:type': 'firstCol' }, [el('w:rPr', {}, bold)]),
      ],
    }),
  ]);
}

const wordNamespace = { 'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main' };

export function border(size: number, space: number, colour: string): Attributes {
  return { 'w:val': 'single', 'w:sz': size, 'w:space': space, 'w:color': colour };
}

interface StyleParts {
  readonly isDefault?: true;
  readonly basedOn?: string;
  readonly next?: string;
  readonly paragraph?: readonly Xml[];
  readonly run?: readonly Xml[];
  readonly table?: readonly Xml[];
  readonly conditions?: readonly Xml[];
}

const bases = { paragraph: 'Normal', character: 'DefaultParagraphFont', table: 'TableNormal' } as const;

/** In the order that the schema wants (ECMA-376 part 1, 17.7.4.17). */
function style(type: keyof typeof bases, id: string, name: string, parts: StyleParts): Xml {
  const { isDefault, next, paragraph = [], run = [], table = [], conditions = [] } = parts;
  return el('w:style', { 'w:type': type, ...(isDefault && { 'w:default': 1 }), 'w:styleId': id }, [
    val('w:name', name),
    ...(isDefault ? [] : [val('w:basedOn', parts.basedOn ?? bases[type])]),
    ...(next === undefined ? [] : [val('w:next', next)]),
    el('w:qFormat'),
    ...(paragraph.length > 0 ? [el('w:pPr', {}, paragraph)] : []),
    ...(run.length > 0 ? [el('w:rPr', {}, run)] : []),
    ...(table.length > 0 ? [el('w:tblPr', {}, table)] : []),
    ...conditions,
  ]);
}
