import type { Finding } from '../../kernel/finding.ts';
import type { Output } from '../../kernel/output.ts';
import { loudnessOf } from '../../media/audio/loudness.ts';
import { decodeMp3, mp3Facts } from '../../media/audio/read-mp3.ts';
import { truePeak } from '../../media/audio/true-peak.ts';
import { attribute, elements, find } from '../../media/hast/dom.ts';
import {
  clockSeconds,
  metaOf,
  type OpenDaisy,
  type OpenTrack,
  openDaisy,
  UnreadableDaisy,
} from './open-daisy.ts';

type Fault = Pick<Finding, 'rule' | 'message'>;

const fix = 'This is a fault of allformats, not of the report. Please report it; do not publish this file.';

/** LUFS; FORMAT-RULES asks for a constant level, and most makers of spoken word for this one. */
const wanted = { lufs: -16, tolerance: 1, peak: 10 ** (-1 / 20), silence: 3 } as const;
/** Below it (-50 dB) nothing is heard. */
const quiet = 0.00316;
/** Seconds by which times may differ: they are told in milliseconds. */
const slack = 0.002;

/** Plays the finished recording: its times, how loud it is, and whether each sentence has sound. */
export async function checkAudio(outputs: readonly Output[]): Promise<readonly Finding[]> {
  const faults: Fault[] = [];
  for (const { bytes } of outputs) {
    try {
      const book = await openDaisy(bytes);
      faults.push(...structureFaults(book));
      for (const track of book.tracks) faults.push(...(await trackFaults(track, book)));
    } catch (error) {
      if (!(error instanceof UnreadableDaisy)) throw error;
      faults.push({
        rule: 'recording/unreadable',
        message: `The recording cannot be opened: ${error.message}.`,
      });
    }
  }
  return faults.map(({ rule, message }): Finding => ({ rule, severity: 'error', message, fix }));
}

const needed = [
  'dc:title',
  'dc:creator',
  'dc:publisher',
  'dc:identifier',
  'dc:language',
  'dc:format',
  'ncc:charset',
  'ncc:pageFront',
  'ncc:pageNormal',
  'ncc:pageSpecial',
  'ncc:tocItems',
  'ncc:totalTime',
];

/** DAISY 2.02, section 2.1: what players need of the navigation page. */
function structureFaults({ ncc, tracks, files, content }: OpenDaisy): Fault[] {
  const faults: Fault[] = [];
  const tell = (message: string): void => {
    faults.push({ rule: 'recording/ncc', message });
  };
  for (const name of needed) if (!metaOf(ncc, name)) tell(`The navigation page does not tell ${name}.`);
  const headings = elements(ncc).filter(({ tagName }) => /^h[1-6]$/.test(tagName));
  if (headings[0] === undefined || attribute(headings[0], 'class') !== 'title')
    tell('The navigation page does not begin with the title.');
  if (metaOf(ncc, 'ncc:tocItems') !== String(headings.length))
    tell(`The navigation page has ${headings.length} headings and tells another number.`);
  let level = 0;
  for (const heading of headings) {
    const own = Number(heading.tagName.slice(1));
    if (own > level + 1) tell(`A heading of level ${own} follows one of level ${level}.`);
    level = own;
  }
  const places = tracks.flatMap(({ path, texts }) => texts.map(({ id }) => `${path}#${id}`));
  const order = new Map(places.map((place, index) => [place, index]));
  let last = -1;
  for (const heading of headings) {
    const link = find(heading, 'a');
    const place = order.get((link && attribute(link, 'href')) ?? '');
    if (place === undefined) tell('A heading of the navigation page leads to no sound.');
    else if (place <= last) tell('The headings of the navigation page are not in the order of the sound.');
    last = place ?? last;
  }
  const told = elements(content).filter(({ tagName }) => /^h[1-6]$/.test(tagName)).length;
  if (told !== headings.length)
    tell(`The words have ${told} headings, and the navigation page has ${headings.length}.`);
  const total = tracks.reduce((sum, track) => sum + track.told, 0);
  if (!(Math.abs(clockSeconds(metaOf(ncc, 'ncc:totalTime') ?? '') - total) <= 1))
    faults.push({
      rule: 'recording/times',
      message: 'The navigation page tells another playing time than the tracks.',
    });
  let before = 0;
  for (const track of tracks) {
    if (!(Math.abs(track.before - before) <= slack))
      faults.push({
        rule: 'recording/times',
        message: `${track.path} tells a wrong time for the tracks before it.`,
      });
    before += track.told;
  }
  const heard = new Set(tracks.flatMap(({ texts }) => texts.map(({ target }) => target)));
  const words = elements(content).flatMap((one) =>
    one.tagName === 'span' ? (attribute(one, 'id') ?? []) : [],
  );
  const silent = words.filter((id) => !heard.has(id)).length;
  if (silent > 0) faults.push({ rule: 'recording/clip', message: `${silent} sentences have no sound.` });
  for (const path of files.keys()) {
    if (path.endsWith('.mp3') && !tracks.some(({ texts }) => texts.some(({ sound }) => sound === path)))
      tell(`${path} belongs to no part of the book.`);
  }
  return faults;
}

async function trackFaults({ path, texts, told }: OpenTrack, { files }: OpenDaisy): Promise<Fault[]> {
  const faults: Fault[] = [];
  const name = texts[0]?.sound ?? '';
  const file = files.get(name);
  if (file === undefined) return [{ rule: 'recording/unreadable', message: `${path} has no sound.` }];
  const facts = mp3Facts(file);
  const length = facts.samples / facts.rate;
  if (!(facts.strayBytes === 0 && facts.samples > 0))
    faults.push({ rule: 'recording/unreadable', message: `${name} holds bytes that are no sound.` });
  const time = (message: string): void => {
    faults.push({ rule: 'recording/times', message: `${path}: ${message}` });
  };
  let end = 0;
  for (const one of texts) {
    if (one.sound !== name) time('its sentences are in several sound files.');
    else if (!(Math.abs(one.begin - end) <= slack))
      time(`${one.target} does not begin where the one before ends.`);
    else if (!(one.end > one.begin)) time(`${one.target} ends before it begins.`);
    end = one.end;
  }
  if (!(Math.abs(end - length) <= slack)) time('the last sentence does not end with the sound.');
  if (!(Math.abs(told - length) <= slack)) time('it tells another length than the sound has.');
  const { rate, samples } = await decodeMp3(file);
  const { lufs } = loudnessOf(samples, rate);
  if (!(Math.abs(lufs - wanted.lufs) <= wanted.tolerance))
    faults.push({
      rule: 'recording/loudness',
      message: `${name} has a loudness of ${lufs.toFixed(1)} LUFS, not ${wanted.lufs} ± ${wanted.tolerance}.`,
    });
  const peak = truePeak(samples);
  if (!(peak <= wanted.peak))
    faults.push({
      rule: 'recording/peak',
      message: `${name} has a true peak of ${(20 * Math.log10(peak)).toFixed(1)} dB, above -1 dB.`,
    });
  if (longestSilence(samples) > wanted.silence * rate)
    faults.push({
      rule: 'recording/silence',
      message: `${name} is silent for more than ${wanted.silence} seconds.`,
    });
  for (const one of texts) {
    const piece = samples.subarray(Math.floor(one.begin * rate), Math.ceil(one.end * rate));
    if (!piece.some((sample) => Math.abs(sample) > quiet))
      faults.push({
        rule: 'recording/clip',
        message: `Nothing is heard where ${name} has the sentence ${one.target}.`,
      });
  }
  return faults;
}

function longestSilence(samples: Float32Array): number {
  let longest = 0;
  let run = 0;
  for (const sample of samples) {
    run = Math.abs(sample) > quiet ? 0 : run + 1;
    if (run > longest) longest = run;
  }
  return longest;
}
