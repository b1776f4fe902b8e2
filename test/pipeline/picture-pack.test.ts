import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { manifestSchema } from '../../src/pipeline/manifest.ts';
import { pagesOf } from '../support/easy-read-pdf.ts';
import { details } from '../support/read-text.ts';
import { runCli } from '../support/run-cli.ts';
import { put, tempProject } from '../support/temp-project.ts';

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path fill="#123456" d="M1 1h8v8z"/></svg>';
const easy = `:::easy-read{covers="parks"}
:pic[our nurse] We have a nurse.

:pic[people] We are people.

:pic[gate] The gate is open.
:::
`;
const pictures = [
  { concept: 'our nurse', also: ['ward sister'], file: 'nurse.svg', alt: 'Our nurse in her blue dress' },
  { concept: 'people', file: 'people.png', alt: 'Five people of the town', credit: 'Photo by A. Person' },
  { concept: 'gate', file: 'gate.jpg', alt: 'The gate of the park' },
];
const pack = (entries: readonly object[] = pictures) =>
  `${JSON.stringify({ credit: 'Anytown Photos', licence: 'Photosymbols subscription', pictures: entries }, null, 2)}\n`;

async function project(files: Readonly<Record<string, string | Uint8Array>> = {}): Promise<string> {
  const plain = { create: { width: 40, height: 30, channels: 3, background: '#c00' } } as const;
  const root = tempProject({
    'sources/bins.md': `${details}## Parks\n\nWords.\n`,
    'sources/bins.easy.md': easy,
  });
  const all: Readonly<Record<string, string | Uint8Array>> = {
    'pictures/pack.json': pack(),
    'pictures/nurse.svg': svg,
    'pictures/people.png': await sharp(plain).png().toBuffer(),
    'pictures/gate.jpg': await sharp(plain).jpeg().toBuffer(),
    ...files,
  };
  for (const [name, content] of Object.entries(all)) put(root, name, content as string);
  return root;
}

const profiles = ['easy-read', 'easy-read-pdf', 'easy-read-epub', 'word-easy-read'];

async function convert(root: string, ...ids: readonly string[]) {
  const { code, out } = await runCli(root, 'convert', '--json', ...ids.flatMap((id) => ['--profile', id]));
  const { outputs } = manifestSchema.parse(
    JSON.parse(readFileSync(join(root, 'outputs/manifest.json'), 'utf8')),
  );
  const bytes = (id: string) => readFileSync(join(root, outputs.find(({ profile }) => profile === id)!.path));
  return { code, out, bytes };
}

describe("an organisation's own pictures", () => {
  it('stand before those of the collection in every format, with their credit', async () => {
    const root = await project();
    const { code, out, bytes } = await convert(root, ...profiles);
    expect(out).not.toMatch(/"rule": "(?:pack|easy-read\/no-picture|pdf)/);
    expect(code).toBe(0);
    const page = bytes('easy-read').toString();
    expect(page).toContain('%23123456');
    expect(page.match(/<img [^>]*base64/g)).toHaveLength(2);
    for (const credit of [
      'Anytown Photos (Photosymbols subscription)',
      'Photo by A. Person (Photosymbols subscription)',
    ])
      for (const text of [page, (await pagesOf(bytes('easy-read-pdf'))).join('\n')])
        expect(text).toContain(credit);
    expect((await pagesOf(bytes('easy-read-pdf')))[0]?.match(/\[picture/g)).toHaveLength(3);
    expect(
      Object.values(unzipSync(bytes('easy-read-epub')))
        .map((one) => Buffer.from(one).toString())
        .join(),
    ).toContain('Anytown Photos');
    expect(
      Object.keys(unzipSync(bytes('word-easy-read'))).filter((name) => name.includes('media/')).length,
    ).toBeGreaterThan(2);
  });

  it('are made anew when a picture changes, and only then', async () => {
    const root = await project();
    await convert(root, 'easy-read');
    expect((await runCli(root, 'convert', '--profile', 'easy-read')).out).toContain('Nothing has changed');
    put(root, 'pictures/nurse.svg', svg.replace('#123456', '#654321'));
    expect((await convert(root, 'easy-read')).bytes('easy-read').toString()).toContain('%23654321');
  });

  it('are in the list of pictures', async () => {
    const { out } = await runCli(await project(), 'list', '--pictures');
    expect(out).toMatch(/our nurse +ward sister +Our nurse in her blue dress/);
  });

  it.each<[string, Readonly<Record<string, string>>, string, string]>([
    [
      'that is not there',
      { 'pictures/pack.json': pack([{ ...pictures[0], file: 'gone.svg' }]) },
      'pack/picture',
      'There is no picture pictures/gone.svg',
    ],
    ['that is no picture', { 'pictures/nurse.svg': 'PK\u0003\u0004' }, 'pack/picture', 'is not a picture'],
    [
      'with a script',
      { 'pictures/nurse.svg': svg.replace('<path', '<script>alert(1)</script><path') },
      'pack/picture',
      'contains a program',
    ],
    [
      'with a reference',
      { 'pictures/nurse.svg': svg.replace('<path', '<image href="https://example.org/a.png"/><path') },
      'pack/picture',
      'refers to another file',
    ],
    [
      'that is huge',
      { 'pictures/nurse.svg': svg.replace('</svg>', `<!--${'x'.repeat(2_000_001)}--></svg>`) },
      'pack/picture',
      'has 3 MB',
    ],
    [
      'outside of the project',
      { 'pictures/pack.json': pack([{ ...pictures[0], file: '../../../etc/passwd' }]) },
      'pack/picture',
      'outside the project',
    ],
    [
      'on the web',
      { 'pictures/pack.json': pack([{ ...pictures[0], file: 'https://example.org/a.svg' }]) },
      'pack/picture',
      'is on the web',
    ],
    [
      'whose word another has',
      { 'pictures/pack.json': pack([...pictures, { ...pictures[2], concept: 'Ward-Sister' }]) },
      'pack/word-twice',
      'stands for',
    ],
    ['in a list that is no JSON', { 'pictures/pack.json': '{' }, 'pack/unreadable', 'it is no JSON'],
    [
      'in a list without a licence',
      { 'pictures/pack.json': '{ "credit": "x", "pictures": [] }' },
      'pack/unreadable',
      'licence',
    ],
    [
      'without alt',
      { 'pictures/pack.json': pack([{ concept: 'x', file: 'nurse.svg' }]) },
      'pack/unreadable',
      'pictures.0.alt',
    ],
  ])('a picture %s is told at its line, and the outputs are made', async (_, files, rule, message) => {
    const root = await project(files);
    const { out, bytes } = await convert(root, 'easy-read');
    expect(out).toContain(`"rule": "${rule}"`);
    expect(out).toContain(message);
    expect(out).toContain('"file": "pictures/pack.json"');
    expect(bytes('easy-read').toString()).toContain('We have a nurse.');
  });
});
