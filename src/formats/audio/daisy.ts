import type { Meta } from '../../document/tree.ts';
import { version } from '../../kernel/version.ts';
import { bookIdentifier } from '../../media/epub/book-identifier.ts';
import type { Script, SpokenPart } from '../../media/speech/script.ts';
import type { Recording } from './record-part.ts';
import { clock, html, meta, smilDocument, x } from './xml.ts';

/** One track: a part of the script, how it sounds, and the name of its files without ending. */
export interface Track {
  readonly part: SpokenPart;
  readonly recording: Recording;
  readonly stem: string;
}

export interface DaisyBook {
  readonly script: Script;
  readonly meta: Meta;
  readonly tracks: readonly Track[];
  /** Who or what speaks. */
  readonly narrator: string;
}

const format = meta('dc:format', 'Daisy 2.02');
const generator = meta('ncc:generator', `allformats ${version}`);

export function totalTime(tracks: readonly Track[]): number {
  return tracks.reduce((sum, { recording }) => sum + recording.time, 0);
}

/** The navigation page: every heading, with the place in the sound where it begins. DAISY 2.02, section 2.1. */
export function nccPage({ script, meta: of, tracks, narrator }: DaisyBook, otherFiles: number): Uint8Array {
  const items = tracks.flatMap(({ part, stem }) =>
    part.passages.flatMap(({ level, utterances }, index) => {
      const [first] = utterances;
      if (level === undefined || first === undefined) return [];
      return [{ level: Math.min(level, 6), words: wordsOf(part, index), href: `${stem}.smil#${first.id}` }];
    }),
  );
  const depth = Math.max(1, ...items.map(({ level }) => level));
  const date = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(of.date) ? of.date : '';
  const head = [
    meta('dc:title', of.title),
    meta('dc:creator', of.organisation),
    meta('dc:publisher', of.organisation),
    meta('dc:date', date.padEnd(10, date.length === 4 ? '-01-01' : '-01')),
    format,
    meta('dc:identifier', bookIdentifier(of, 'audio')),
    meta('dc:language', of.language),
    meta('ncc:charset', 'utf-8'),
    generator,
    meta('ncc:narrator', narrator),
    meta('ncc:multimediaType', 'audioFullText'),
    meta('ncc:depth', String(depth)),
    meta('ncc:files', String(2 * tracks.length + otherFiles)),
    meta('ncc:pageFront', '0'),
    meta('ncc:pageNormal', '0'),
    meta('ncc:pageSpecial', '0'),
    meta('ncc:setInfo', '1 of 1'),
    meta('ncc:tocItems', String(items.length)),
    meta('ncc:totalTime', clock(totalTime(tracks), 'full').slice(0, 8)),
  ].filter(({ attributes }) => attributes.content !== '-01');
  const body = items.map(({ level, words, href }, index) =>
    x(
      `h${level}`,
      { id: `item-${index + 1}`, class: index === 0 ? 'title' : 'section' },
      x('a', { href }, words),
    ),
  );
  return html(of.title, script.language, head, body);
}

function wordsOf({ passages }: SpokenPart, index: number): string {
  const segments = passages[index]?.utterances.flatMap((one) => one.segments) ?? [];
  const own = segments.filter(({ isAdded }) => !isAdded);
  return (own.length > 0 ? own : segments)
    .map(({ text }) => text)
    .join('')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Which words are heard when, in one track. DAISY 2.02, section 2.2. */
export function smilPage({ meta: of, tracks }: DaisyBook, { part, recording, stem }: Track): Uint8Array {
  const index = tracks.findIndex((track) => track.stem === stem);
  const head = [
    format,
    generator,
    meta('dc:identifier', bookIdentifier(of, 'audio')),
    meta('dc:title', of.title),
    meta('title', part.title),
    meta('ncc:timeInThisSmil', clock(recording.time, 'full')),
    meta('ncc:totalElapsedTime', clock(totalTime(tracks.slice(0, index)), 'full')),
    x('layout', {}, x('region', { id: 'textView' })),
  ];
  const heard = recording.clips.map(({ id, begin, end }) =>
    x(
      'par',
      { endsync: 'last', id: `par-${id}` },
      x('text', { src: `content.html#${id}`, id }),
      x('audio', {
        src: `${stem}.mp3`,
        'clip-begin': `npt=${clock(begin, 'seconds')}s`,
        'clip-end': `npt=${clock(end, 'seconds')}s`,
        id: `sound-${id}`,
      }),
    ),
  );
  return smilDocument(head, [x('seq', { dur: `${clock(recording.time, 'seconds')}s` }, ...heard)]);
}

/** The order of the tracks. */
export function masterSmil({ meta: of, tracks }: DaisyBook): Uint8Array {
  const head = [
    format,
    generator,
    meta('dc:identifier', bookIdentifier(of, 'audio')),
    meta('dc:title', of.title),
    meta('ncc:timeInThisSmil', clock(totalTime(tracks), 'full')),
    x('layout', {}, x('region', { id: 'textView' })),
  ];
  const refs = tracks.map(({ part, stem }) =>
    x('ref', { src: `${stem}.smil`, title: part.title, id: `track-${stem}` }),
  );
  return smilDocument(head, refs);
}
