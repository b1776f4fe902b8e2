import type { Output } from '../../kernel/output.ts';
import { toAscii } from '../../media/braille/cells.ts';

/** Pages as an embosser prints them: lines of cells with U+2800 for a space, none at their end. */
export type Pages = readonly (readonly string[])[];

export interface BookDetails {
  readonly title: string;
  readonly organisation: string;
  readonly language: string;
  readonly date: string;
  readonly cells: number;
  readonly lines: number;
  readonly duplex: boolean;
}

const encode = (text: string) => new TextEncoder().encode(text);

/** North American Braille ASCII: a line of text for each line, a form feed behind each page. */
export function brf(pages: Pages): Output {
  const text = pages
    .map((lines) => `${lines.map((line) => `${toAscii(line)!.toUpperCase()}\r\n`).join('')}\f`)
    .join('');
  return { name: 'braille.brf', mediaType: 'application/x-brf', bytes: encode(text) };
}

/** Braille cells as Unicode characters, for screens and programs; a form feed before each new page. */
export function unicodeText(pages: Pages): Output {
  const text = pages.map((lines) => lines.map((line) => `${line}\n`).join('')).join('\f');
  return { name: 'braille.txt', mediaType: 'text/plain; charset=utf-8', bytes: encode(text) };
}

/** PEF 2008-1: https://braillespecs.github.io/pef/ */
export function pef(pages: Pages, details: BookDetails): Output {
  const { title, organisation, language, date, cells, lines, duplex } = details;
  // The schema takes whole dates only.
  const day = /^\d{4}-\d\d-\d\d$/.test(date) ? `\n<dc:date>${date}</dc:date>` : '';
  const rows = (page: readonly string[]) =>
    page.map((line) => (line === '' ? '<row/>' : `<row>${line}</row>`)).join('\n');
  const text = `<?xml version="1.0" encoding="UTF-8"?>
<pef version="2008-1" xmlns="http://www.daisy.org/ns/2008/pef">
<head>
<meta xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:format>application/x-pef+xml</dc:format>
<dc:identifier>${escapeXml(`${organisation}, ${date}: ${title}`)}</dc:identifier>
<dc:title>${escapeXml(title)}</dc:title>
<dc:creator>${escapeXml(organisation)}</dc:creator>
<dc:language>${escapeXml(language)}</dc:language>${day}
</meta>
</head>
<body>
<volume cols="${cells}" rows="${lines}" rowgap="0" duplex="${duplex}">
<section>
${pages.map((page) => `<page>\n${rows(page)}\n</page>`).join('\n')}
</section>
</volume>
</body>
</pef>
`;
  return { name: 'braille.pef', mediaType: 'application/x-pef+xml', bytes: encode(text) };
}

export function escapeXml(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: XML has no place for them
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ' ')
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      .replace(/"/g, '&quot;')
  );
}
