import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assetLoader } from '../../src/pipeline/load-asset.ts';
import { hashOfFile } from '../../src/pipeline/read-report.ts';

let base: string;
let root: string;
const seen = new Set<string>();

function chunk(type: string, data: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)]);
}

function png(width: number, height: number, pixels: Buffer): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const svg = (inside: string) =>
  `<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>\n`;
const goodPng = png(2, 2, Buffer.alloc(6));

const files: Readonly<Record<string, string | Buffer>> = {
  'good.svg': svg('<path d="M0 0h1"/><use href="#a"/>'),
  'self-closed.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'good.png': goodPng,
  'ümlaut name.svg': svg(''),
  'empty.png': '',
  'fake.png': Buffer.concat([goodPng.subarray(0, 8), Buffer.from('no picture at all')]),
  'cut.png': goodPng.subarray(0, -20),
  'wrong-pixels.png': png(2, 2, Buffer.alloc(3)),
  'bomb.png': png(40_000, 40_000, Buffer.alloc(100)),
  'unpacks-for-ever.png': png(2, 2, Buffer.alloc(5_000_000)),
  'fake.jpg': Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 3]),
  'words.svg': 'These are words.',
  'page.svg': '<html><body>x</body></html>',
  'cut.svg': '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0',
  'script.svg': svg('<script>alert(1)</script>'),
  'named-script.svg': svg('<svg:script>alert(1)</svg:script>'),
  'handler.svg': svg('<path onload="x()"/>'),
  'web.svg': svg('<image href="https://example.org/x.png"/>'),
  'hidden-web.svg': svg('<image xlink:href="&#104;ttps://example.org/x.png"/>'),
  'style.svg': svg('<style>@import "x.css";</style>'),
  'url.svg': svg('<path fill="url(x.svg#a)"/>'),
  'entity.svg': `<!DOCTYPE svg [<!ENTITY a "aaaa">]>${svg('&a;')}`,
  'foreign.svg': svg('<foreignObject><p>x</p></foreignObject>'),
};

beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), 'assets-'));
  root = join(base, 'project');
  mkdirSync(join(root, 'sources/images/folder.svg'), { recursive: true });
  for (const [name, data] of Object.entries(files)) writeFileSync(join(root, 'sources/images', name), data);
  writeFileSync(join(root, 'logo.svg'), svg(''));
  writeFileSync(join(base, 'secret.svg'), svg(''));
  mkdirSync(join(base, 'project-two'));
  writeFileSync(join(base, 'project-two/x.svg'), svg(''));
  symlinkSync(join(base, 'secret.svg'), join(root, 'sources/images/link.svg'));
  symlinkSync('/dev/zero', join(root, 'sources/images/endless.svg'));
});
afterAll(() => rmSync(base, { recursive: true }));

function load(src: string): string {
  const asset = assetLoader(root, join(root, 'sources/report.md'), seen)(src);
  return 'problem' in asset ? asset.problem : asset.mediaType;
}

test.each([
  ['images/good.svg', 'image/svg+xml'],
  ['images/self-closed.svg', 'image/svg+xml'],
  ['images/good.png', 'image/png'],
  ['images/%C3%BCmlaut%20name.svg', 'image/svg+xml'],
  ['./images/../images/good.svg', 'image/svg+xml'],
  ['../logo.svg', 'image/svg+xml'],
])('%s is a picture', (src, mediaType) => {
  expect(load(src)).toBe(mediaType);
});

test('pictures made by another program are whole', () => {
  for (const name of ['sources/images/southport-plan-status.svg', 'sources/images/liverpool-wres-nine.svg']) {
    const project = join(import.meta.dirname, '../..');
    const asset = assetLoader(
      project,
      join(project, 'sources/x.md'),
      new Set(),
    )(name.replace('sources/', ''));
    expect('problem' in asset ? asset.problem : asset.mediaType).toBe('image/svg+xml');
  }
});

describe('what lies outside is never opened', () => {
  test.each([
    '../../secret.svg',
    '../../project-two/x.svg',
    '../../../../../../../../etc/passwd',
    '..%2F..%2Fsecret.svg',
    '/etc/passwd',
    '/dev/zero',
    'images/link.svg',
  ])('%s', (src) => {
    expect(load(src)).toMatch(/ is outside the project\.$/);
  });

  test('on the web', () => {
    for (const src of [
      'http://example.org/x.png',
      'HTTPS://example.org/x.png',
      '//example.org/x.png',
      'data:image/png;base64,AA',
      'file:///etc/passwd',
    ]) {
      expect(load(src)).toMatch(/ is on the web\.$/);
    }
  });

  test('not even to see whether it has changed', () => {
    load('/dev/zero');
    load('images/endless.svg');
    expect([...seen].every((path) => path.startsWith(root))).toBe(true);
    for (const path of seen) expect(typeof hashOfFile(path)).toMatch(/string|object/);
    expect(hashOfFile('/dev/zero')).toBeNull();
  });
});

test.each([
  ['images/empty.png', 'is empty'],
  ['images/fake.png', 'is broken'],
  ['images/cut.png', 'is broken'],
  ['images/wrong-pixels.png', 'is broken'],
  ['images/unpacks-for-ever.png', 'is broken'],
  ['images/bomb.png', 'too many'],
  ['images/fake.jpg', 'is broken'],
  ['images/words.svg', 'is not a picture'],
  ['images/page.svg', 'is not a picture'],
  ['images/cut.svg', 'is broken'],
  ['images/script.svg', 'contains a program'],
  ['images/named-script.svg', 'contains a program'],
  ['images/handler.svg', 'contains a program'],
  ['images/web.svg', 'refers to another file'],
  ['images/hidden-web.svg', 'refers to another file'],
  ['images/style.svg', 'refers to another file'],
  ['images/url.svg', 'refers to another file'],
  ['images/entity.svg', 'contains entities'],
  ['images/foreign.svg', 'contains a web page'],
  ['images/folder.svg', 'is not a file'],
  ['images/gone.svg', 'There is no picture sources/images/gone.svg.'],
  ['images/bad\u0000name.svg', 'There is no picture'],
  ['images/%E0%A4%A.svg', 'There is no picture'],
  ['', 'has no file'],
])('%j is refused: %s', (src, why) => {
  expect(load(src)).toContain(why);
});

test('a pipe that nobody writes to is no file', () => {
  execFileSync('mkfifo', [join(root, 'sources/images/pipe.svg')]);
  expect(load('images/pipe.svg')).toContain('is not a file');
});
