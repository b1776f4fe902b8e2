import { type Zippable, zipSync } from 'fflate';
import { dateInWords } from '../../document/date.ts';
import { type Furniture, fill } from '../../document/furniture/furniture.ts';
import { furnitureOf } from '../../document/furniture/furniture-of.ts';
import type { Document } from '../../document/tree.ts';
import { Failure } from '../../kernel/failure.ts';
import type { Finding } from '../../kernel/finding.ts';
import { type Chapter, id3Tag } from '../../media/audio/id3-tag.ts';
import type { SpokenPart } from '../../media/speech/script.ts';
import { toScript } from '../../media/speech/to-script.ts';
import { withLasts } from '../../media/speech/with-lasts.ts';
import { findSpeechEngine } from '../../tools/speech/find-speech-engine.ts';
import type { SpeechEngine } from '../../tools/speech/speech-engine.ts';
import type { Written } from '../format.ts';
import { contentPage } from './content-page.ts';
import { type DaisyBook, masterSmil, nccPage, smilPage, type Track, totalTime } from './daisy.ts';
import type { AudioOptions } from './options.ts';
import { type Recording, recordPart } from './record-part.ts';
import { clock } from './xml.ts';

/** Milliseconds that the sentence about the length takes itself. */
const lastsItself = 4000;
/** Files beside a SMIL file and an MP3 for each track that belong to the DAISY book: ncc, master, content. */
const otherFiles = 3;

export function engineOf({ engine, speed }: AudioOptions): Promise<SpeechEngine> {
  return findSpeechEngine(engine, speed);
}

/** One zip: a DAISY 2.02 talking book whose MP3s are plain tracks in order. @throws Failure */
export async function writeAudio(document: Document, options: AudioOptions): Promise<Written> {
  const { meta } = document;
  const engine = await engineOf(options);
  const voice = engine.voiceOf(meta.language);
  if (voice === undefined)
    throw new Failure('language-unknown', `${engine.name} has no voice for "${meta.language}".`);
  const furniture = furnitureOf(meta.language);
  const plain = toScript(document);
  const record = (part: SpokenPart) => recordPart(part, meta.language, engine, options);
  // The first part tells how long all of it lasts, so it is spoken when the others are.
  const recordings: Recording[] = [];
  for (const part of plain.parts.slice(1)) recordings.push(await record(part));
  const first = await record(withLasts(plain, 0, furniture).parts[0] as SpokenPart);
  const others = [first, ...recordings].reduce((sum, { time }) => sum + time, 0);
  const script = withLasts(plain, others + lastsItself, furniture);
  recordings.unshift(await record(script.parts[0] as SpokenPart));
  const narrator = `${engine.name}, ${voice}`;
  const tracks = script.parts.map((part, index): Track => {
    const recording = recordings[index] as Recording;
    return { part, recording, stem: stemOf(part.title, index, script.parts.length) };
  });
  const book: DaisyBook = { script, meta, tracks, narrator };
  const bytes = pack(book, furniture);
  return {
    outputs: [{ name: 'zip', mediaType: 'application/zip', bytes }],
    changes: [],
    findings: findingsOf(tracks, narrator),
  };
}

/** A name that every player and disc can have, in the order of the tracks. */
function stemOf(title: string, index: number, total: number): string {
  const number = String(index + 1).padStart(total > 99 ? 3 : 2, '0');
  const words = title
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '');
  return words === '' ? number : `${number}-${words}`;
}

function pack(book: DaisyBook, furniture: Furniture): Uint8Array {
  const { meta, tracks, script } = book;
  const encoder = new TextEncoder();
  const files: Zippable = {
    'ncc.html': nccPage(book, otherFiles),
    'master.smil': masterSmil(book),
    'content.html': contentPage(script, meta.title),
    'label.txt': encoder.encode(label(book, furniture)),
    'playlist.m3u8': encoder.encode(playlist(tracks)),
  };
  for (const [index, track] of tracks.entries()) {
    files[`${track.stem}.smil`] = smilPage(book, track);
    const year = /^\d{4}/.exec(meta.date)?.[0];
    const tag = id3Tag({
      title: track.part.title,
      album: meta.title,
      artist: meta.organisation,
      number: index + 1,
      of: tracks.length,
      ...(year !== undefined && { year }),
      chapters: chaptersOf(track),
    });
    const bytes = new Uint8Array(tag.length + track.recording.mp3.length);
    bytes.set(tag);
    bytes.set(track.recording.mp3, tag.length);
    files[`${track.stem}.mp3`] = [bytes, { level: 0 }];
  }
  return zipSync(files, { level: 9, mtime: new Date(1980, 0, 1) });
}

/** The headings of a track. */
function chaptersOf({ part, recording }: Track): Chapter[] {
  const beginOf = new Map(recording.clips.map(({ id, begin }) => [id, begin]));
  const starts = part.passages.flatMap(({ level, utterances }) => {
    const begin = beginOf.get(utterances[0]?.id ?? '');
    if (level === undefined || begin === undefined) return [];
    const title = utterances.flatMap(({ segments }) => segments.map(({ text }) => text)).join('');
    return [{ title: title.trim(), begin }];
  });
  return starts.map((one, index) => ({ ...one, end: starts[index + 1]?.begin ?? recording.time }));
}

/** What stands on the case, and helps whoever plays the disc or stick. */
function label({ meta, tracks, narrator }: DaisyBook, furniture: Furniture): string {
  const { audio } = furniture;
  const total = totalTime(tracks);
  const lines = [
    meta.title,
    meta.organisation,
    dateInWords(meta.date, furniture),
    '',
    audio.version,
    fill(audio.voice, { voice: narrator }),
    fill(audio.lasts, { time: clock(total, 'label') }),
    '',
    audio.players,
    audio.words,
    '',
    `${audio.tracks}:`,
    ...tracks.map(
      ({ part, recording }, index) => `${index + 1}. ${part.title} (${clock(recording.time, 'label')})`,
    ),
  ];
  return `${lines.join('\r\n')}\r\n`;
}

function playlist(tracks: readonly Track[]): string {
  const lines = tracks.flatMap(({ part, recording, stem }) => [
    `#EXTINF:${Math.round(recording.time / 1000)},${part.title}`,
    `${stem}.mp3`,
  ]);
  return `${['#EXTM3U', ...lines].join('\r\n')}\r\n`;
}

function findingsOf(tracks: readonly Track[], narrator: string): Finding[] {
  const findings: Finding[] = [];
  const foreign = [...new Set(tracks.flatMap(({ recording }) => recording.foreign))].sort();
  if (foreign.length > 0)
    findings.push({
      rule: 'recording/no-voice',
      severity: 'warning',
      message: `Words in another language (${foreign.join(', ')}) are read by the voice of the report: ${narrator} has none for them.`,
      fix: 'Install eSpeak NG, or choose an engine that speaks these languages, and listen to these words.',
    });
  for (const { recording } of tracks) {
    for (const { segments } of recording.unsaid) {
      const words = segments.map(({ text }) => text).join('');
      findings.push({
        rule: 'recording/not-said',
        severity: 'error',
        message: `The voice made no sound of "${words.trim()}".`,
        fix: 'Say in the lexicon of the profile how it is said, or write it in other words.',
      });
    }
  }
  return findings;
}
