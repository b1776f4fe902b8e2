import { h } from 'hastscript';
import { fill } from '../../document/furniture/furniture.ts';
import { furnitureOf } from '../../document/furniture/furniture-of.ts';
import { direction } from '../../document/writing-direction.ts';
import { fixedWords } from '../hast/fixed-words.ts';
import { coverFonts } from './book-fonts.ts';
import type { BookPage } from './book-page.ts';

/** What stands on a cover. */
export interface CoverText {
  readonly title: string;
  readonly publisher: string;
  readonly date: string;
  /** BCP 47. */
  readonly language: string;
  /** Name of the format, where it is not the report itself. */
  readonly label?: string;
}

/** Pixels: the shape and size that shops and reading programs ask for. */
const width = 1200;
const height = 1600;
const edge = 100;
/** Sizes of the title in pixels, largest first, with the most lines that fit. */
const sizes = [
  { size: 116, most: 6 },
  { size: 92, most: 9 },
  { size: 68, most: 12 },
] as const;

export const coverPath = 'images/cover.png';

/** The picture of the cover as PNG: white on dark blue, 13:1. */
export async function coverPicture(text: CoverText): Promise<Uint8Array> {
  const { Resvg } = await import('@resvg/resvg-js');
  const image = new Resvg(drawing(text), {
    font: {
      loadSystemFonts: false,
      fontFiles: coverFonts(),
      defaultFontFamily: 'Atkinson Hyperlegible Next',
      sansSerifFamily: 'Atkinson Hyperlegible Next',
    },
  });
  return image.render().asPng();
}

function drawing({ title, publisher, date, language, label }: CoverText): string {
  const { size, lines } = setTitle(title);
  const isRightToLeft = direction(language) === 'rtl';
  const at = isRightToLeft ? `x="${width - edge}" text-anchor="end"` : `x="${edge}"`;
  const line = (text: string, y: number, pixels: number, weight: number) =>
    `<text ${at} y="${y}" font-size="${pixels}" font-weight="${weight}">${escaped(text)}</text>`;
  const publishers = wrap(publisher, 44, 2);
  const top = label === undefined ? 420 : 530;
  const rows = [
    ...publishers.map((text, index) => line(text, 150 + index * 58, 46, 700)),
    ...(label === undefined ? [] : [line(label, 360, 64, 700)]),
    ...lines.map((text, index) => line(text, top + index * size * 1.16, size, 700)),
    line(date, height - 110, 46, 400),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<rect width="${width}" height="${height}" fill="#002f5f"/>
<rect width="${width}" height="24" fill="#005eb8"/>
<rect x="${edge}" y="250" width="${width - 2 * edge}" height="6" fill="#ffffff"/>
<rect x="${edge}" y="${height - 200}" width="${width - 2 * edge}" height="6" fill="#ffffff"/>
<g fill="#ffffff" font-family="Atkinson Hyperlegible Next, DejaVu Sans">${rows.join('')}</g>
</svg>`;
}

/** The largest size at which the title fits; the smallest, cut, where none does. */
function setTitle(title: string): { readonly size: number; readonly lines: readonly string[] } {
  for (const { size, most } of sizes) {
    const lines = wrap(title, room(size), most + 1);
    if (lines.length <= most && lines.every((line) => line.length <= room(size))) return { size, lines };
  }
  const { size, most } = sizes.at(-1)!;
  return { size, lines: wrap(title, room(size), most) };
}

/** Letters in a line: bold ones take 0.57 of their size on average, with some to spare. */
function room(size: number): number {
  return Math.floor((width - 2 * edge) / (size * 0.57));
}

/** Lines of at most `room` letters; a longer word is cut, and what is more than `most` lines ends in three dots. */
function wrap(text: string, room: number, most: number): string[] {
  const lines: string[] = [''];
  for (const word of text.split(/\s+/)) {
    for (let rest = [...word]; rest.length > 0; rest = rest.slice(room)) {
      const part = rest.slice(0, room).join('');
      const last = lines.at(-1)!;
      if (last === '') lines[lines.length - 1] = part;
      else if (last.length + 1 + part.length <= room) lines[lines.length - 1] = `${last} ${part}`;
      else lines.push(part);
      if (lines.length > most)
        return [...lines.slice(0, most - 1), `${lines[most - 1]!.slice(0, room - 1)}…`];
    }
  }
  return lines;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** The page that shows the cover. Its alternative says the words on it. */
export function coverPage({ title, publisher, date, language, label }: CoverText): BookPage {
  const { book } = furnitureOf(language);
  const name = label === undefined ? title : `${label}: ${title}`;
  const picture = h('img', {
    src: coverPath,
    role: 'doc-cover',
    alt: fill(book.coverName, { title: name, publisher, date }),
    width,
    height,
  });
  const content = [
    h('section', { 'epub:type': 'cover', className: ['cover'], ...fixedWords(language) }, picture),
  ];
  return { id: 'cover', title: `${book.cover} - ${title}`, kind: 'cover', content };
}
