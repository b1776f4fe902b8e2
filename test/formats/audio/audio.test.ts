import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { bodyReadingOf } from '../../../src/document/passages.ts';
import audio from '../../../src/formats/audio/index.ts';
import type { Written } from '../../../src/formats/format.ts';
import type { Output } from '../../../src/kernel/output.ts';
import { encodeMp3 } from '../../../src/media/audio/encode-mp3.ts';
import { tagLength } from '../../../src/media/audio/read-mp3.ts';
import { openProject } from '../../../src/pipeline/project.ts';
import { prove } from '../../../src/pipeline/prove.ts';
import { expectedReading, plan } from '../../../src/plan/plan.ts';
import { fakeVoice } from '../../support/fake-voice.ts';
import { sound, soundEasyRead } from '../../support/mutations.ts';
import { readText } from '../../support/read-text.ts';

const root = new URL('../../..', import.meta.url).pathname;
const profile = openProject(root).profiles.find(({ id }) => id === 'audio')!;
const { document } = readText(sound, soundEasyRead);
const planned = plan(document, profile);
const options = audio.options.parse({ engine: fakeVoice() });

type Files = Record<string, Uint8Array>;

const repacked = (files: Files): Output[] => [
  { name: 'zip', mediaType: 'application/zip', bytes: zipSync(files, { level: 0 }) },
];

async function faultsOf(written: Written, outputs: readonly Output[]): Promise<string[]> {
  const body = bodyReadingOf(planned.document);
  const changes = [...planned.changes, ...written.changes];
  const back = await audio.readBack(outputs);
  const proof = prove(expectedReading(document, profile), back, changes, document.meta, body);
  const checked = (await audio.check?.(outputs, options)) ?? [];
  return [...proof.findings, ...checked].map(({ rule }) => rule);
}

let written: Written;
beforeAll(async () => {
  written = await audio.write(planned.document, options);
});

const files = (): Files => unzipSync(written.outputs[0]!.bytes);
const textOf = (name: string): string => strFromU8(files()[name]!);
const trackNames = () => Object.keys(files()).filter((name) => name.endsWith('.mp3'));

describe('a recording', () => {
  it('holds every word, and nothing is wrong with it', async () => {
    expect(written.findings).toEqual([]);
    expect(await faultsOf(written, written.outputs)).toEqual([]);
  });

  it('has the same bytes each time', async () => {
    const again = await audio.write(planned.document, options);
    expect(Buffer.compare(again.outputs[0]!.bytes, written.outputs[0]!.bytes)).toBe(0);
  });

  it('has a track for each part, in order, and tells them on its label', () => {
    const names = trackNames();
    expect(names.length).toBeGreaterThan(2);
    expect(
      textOf('playlist.m3u8')
        .match(/^.*\.mp3$/gm)
        ?.map((line) => line.trim()),
    ).toEqual(names);
    expect(textOf('label.txt').match(/^\d+\. /gm)).toHaveLength(names.length);
    expect(textOf('label.txt')).toContain('Read by a computer voice: 1, 1');
  });

  it('says how long it lasts', () => {
    expect(textOf('content.html')).toMatch(/It lasts about \d+ minutes\./);
  });

  it('has no attribute that the schemas of DAISY 2.02 refuse', () => {
    expect(textOf('ncc.html')).not.toContain(' dir=');
    for (const name of Object.keys(files()).filter((one) => one.endsWith('.smil')))
      expect(textOf(name), name).not.toContain(' region=');
  });

  it('has headings as chapters', () => {
    for (const name of trackNames()) expect(tagLength(files()[name]!), name).toBeGreaterThan(50);
  });
});

type Change = readonly [name: string, wanted: string, change: (files: Files) => void];

const edit = (files: Files, ending: string, change: (text: string) => string): void => {
  const name = Object.keys(files)
    .filter((one) => one.endsWith(ending))
    .at(ending === '.smil' ? 2 : 0)!;
  const text = strFromU8(files[name]!);
  const changed = change(text);
  expect(changed, name).not.toBe(text);
  files[name] = strToU8(changed);
};

const pair = /(<par [^>]*>.*?<\/par>)(<par [^>]*>.*?<\/par>)/s;

const changes: readonly Change[] = [
  [
    'a word is dropped',
    'fidelity/lost',
    (all) => edit(all, 'content.html', (text) => text.replace('every one of', 'every of')),
  ],
  ['a clip is dropped', 'recording/clip', (all) => edit(all, '.smil', (text) => text.replace(pair, '$1'))],
  ['clips are swapped', 'recording/times', (all) => edit(all, '.smil', (text) => text.replace(pair, '$2$1'))],
  [
    'a clip begins late',
    'recording/times',
    (all) =>
      edit(all, '.smil', (text) =>
        text.replace(/(clip-begin="npt=)(\d+)\.(\d)(\d\d)s"(?=.*clip-begin)/s, '$1$2.$399s"'),
      ),
  ],
  [
    'the total is wrong',
    'recording/times',
    (all) => edit(all, 'ncc.html', (text) => text.replace(/(ncc:totalTime" content=")[^"]*/, '$109:00:00')),
  ],
  [
    'a heading leads nowhere',
    'recording/ncc',
    (all) => edit(all, 'ncc.html', (text) => text.replace(/\.smil#u/, '.smil#x')),
  ],
  [
    'the number of headings is wrong',
    'recording/ncc',
    (all) => edit(all, 'ncc.html', (text) => text.replace(/(tocItems" content=")\d+/, '$199')),
  ],
  [
    'the language is another',
    'fidelity/language',
    (all) => edit(all, 'content.html', (text) => text.replace(/lang="en-GB"/, 'lang="de"')),
  ],
  [
    'a link leads elsewhere',
    'fidelity/link-lost',
    (all) =>
      edit(all, 'content.html', (text) =>
        text.replace('https://example.org/list', 'https://example.com/list'),
      ),
  ],
  [
    'a heading has another level',
    'fidelity/role',
    (all) => edit(all, 'content.html', (text) => text.replace(/<h3([^>]*)>(.*?)<\/h3>/s, '<h2$1>$2</h2>')),
  ],
  [
    'an item is in no list',
    'fidelity/list',
    (all) => edit(all, 'content.html', (text) => text.replace(' lists-1', '')),
  ],
  [
    'a cell is in another row',
    'fidelity/cell',
    (all) => edit(all, 'content.html', (text) => text.replace(/ row-2 /, ' row-3 ')),
  ],
  [
    'the file is broken',
    'recording/unreadable',
    (all) => edit(all, 'content.html', (text) => text.replace('</body>', '')),
  ],
];

describe('it is found when', () => {
  it.each(changes)('%s', async (_, wanted, change) => {
    const all = files();
    change(all);
    expect(await faultsOf(written, repacked(all))).toContain(wanted);
  });

  const sounds: readonly (readonly [string, string, (length: number) => Float32Array])[] = [
    ['a track is too quiet', 'recording/loudness', (length) => tone(length, 0.02)],
    ['a track is silent', 'recording/silence', (length) => new Float32Array(length)],
    ['a sentence is silent', 'recording/clip', (length) => tone(length, 0.3).fill(0, 0, length / 2)],
    [
      'a track is distorted',
      'recording/peak',
      (length) => tone(length, 0.3).fill(1, 1000, 1400).fill(-1, 1400, 1800),
    ],
    ['a track is too short', 'recording/times', (length) => tone(length / 2, 0.3)],
  ];

  it.each(sounds)('%s', async (_, wanted, make) => {
    const all = files();
    const [name] = trackNames();
    all[name!] = await encodeMp3(make(22_050 * 60), 48);
    expect(await faultsOf(written, repacked(all))).toContain(wanted);
  });
});

function tone(length: number, size: number): Float32Array {
  return Float32Array.from({ length }, (_, at) => size * Math.sin((2 * Math.PI * 440 * at) / 22_050));
}

describe('an engine that', () => {
  const write = (command: string[]) =>
    audio.write(planned.document, audio.options.parse({ engine: { command, name: command.join(' ') } }));

  it('is not there is a failure of this format', async () => {
    await expect(write(['/nowhere/voice'])).rejects.toMatchObject({ code: 'tool-missing' });
  });

  it('crashes is a failure of this format', async () => {
    await expect(write(['/bin/sh', '-c', 'kill -9 $$'])).rejects.toMatchObject({ code: 'tool-failed' });
  });

  it('makes no WAV file is a failure of this format', async () => {
    await expect(write(['/bin/sh', '-c', 'cat'])).rejects.toMatchObject({ code: 'tool-failed' });
    await expect(write(['/bin/sh', '-c', 'cat > /dev/null; printf RIFFxxxxWAVE'])).rejects.toMatchObject({
      code: 'tool-failed',
    });
  });
});
