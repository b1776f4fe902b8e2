/** A place in a track that players can jump to. Times in milliseconds. */
export interface Chapter {
  readonly title: string;
  readonly begin: number;
  readonly end: number;
}

/** What a player shows of a track. */
export interface TrackFacts {
  readonly title: string;
  readonly album: string;
  readonly artist: string;
  readonly number: number;
  readonly of: number;
  /** Four digits. */
  readonly year?: string;
  readonly chapters: readonly Chapter[];
}

/** Players keep to 255 chapters in one table of contents (one byte counts them). */
const mostChapters = 255;

/** An ID3v2.3 tag with chapters (ID3v2 Chapter Frame Addendum 1.0), to stand before the frames of an MP3. */
export function id3Tag({ title, album, artist, number, of, year, chapters }: TrackFacts): Uint8Array {
  const told = chapters.slice(0, mostChapters);
  const frames = [
    text('TIT2', title),
    text('TALB', album),
    text('TPE1', artist),
    text('TRCK', `${number}/${of}`),
    ...(year === undefined ? [] : [text('TYER', year)]),
    text('TCON', 'Speech'),
    ...(told.length > 1 ? chapterFrames(told) : []),
  ];
  const body = concat(frames);
  const size = [21, 14, 7, 0].map((shift) => (body.length >> shift) & 127);
  return concat([latin('ID3'), Uint8Array.of(3, 0, 0, ...size), body]);
}

function chapterFrames(chapters: readonly Chapter[]): Uint8Array[] {
  const name = (index: number): Uint8Array => latin(`c${index}\0`);
  const contents = frame(
    'CTOC',
    concat([latin('toc\0'), Uint8Array.of(3, chapters.length), ...chapters.map((_, index) => name(index))]),
  );
  const frames = chapters.map(({ title, begin, end }, index) => {
    const unused = 0xffffffff;
    const times = [begin, end, unused, unused].map(bigEndian);
    return frame('CHAP', concat([name(index), ...times, text('TIT2', title)]));
  });
  return [contents, ...frames];
}

/** A text frame in UTF-16 with its byte order mark. */
function text(id: string, value: string): Uint8Array {
  const words = new Uint8Array(3 + 2 * value.length);
  words.set([1, 0xff, 0xfe]);
  for (let index = 0; index < value.length; index++) {
    const unit = value.charCodeAt(index);
    words[3 + 2 * index] = unit & 255;
    words[4 + 2 * index] = unit >> 8;
  }
  return frame(id, words);
}

function frame(id: string, content: Uint8Array): Uint8Array {
  return concat([latin(id), bigEndian(content.length), Uint8Array.of(0, 0), content]);
}

function bigEndian(value: number): Uint8Array {
  return Uint8Array.of((value >>> 24) & 255, (value >>> 16) & 255, (value >>> 8) & 255, value & 255);
}

function latin(value: string): Uint8Array {
  return Uint8Array.from(value, (letter) => letter.charCodeAt(0));
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
