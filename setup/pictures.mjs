/**
 * Makes src/media/pictures/drawings.ts and docs/easy-read-pictures.html from concepts.yaml, own/*.svg and the icon packs.
 * Run `npm run pictures` after a change; `node setup/pictures.mjs --check` only says whether both are up to date.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Resvg } from '@resvg/resvg-js';
import { parse } from 'yaml';
import { contactSheet } from './pictures-sheet.mjs';

const root = new URL('../', import.meta.url);
const folder = new URL('src/media/pictures/', root);
const require = createRequire(import.meta.url);

const DRAWINGS = fileURLToPath(new URL('drawings.ts', folder));
const SHEET = fileURLToPath(new URL('docs/easy-read-pictures.html', root));

const INK = '#003087';
const PAPER = '#E8F1FA';
/** Half ink, for a picture that must show more than one skin colour. */
const HALF_INK = '#7F97C3';
/** The tile is 96 wide; the ink of every figure fits a box of 72, so that all look the same size. */
const TILE = 96;
const FIGURE = 72;

/**
 * What each pack is called, who made it and under which licence (compared with the licence that the pack itself states).
 * The packs are too big to load when a document is made, so they are dependencies of developers only.
 */
const PACKS = {
  healthicons: {
    name: 'Health Icons',
    by: 'Resolve to Save Lives',
    licence: 'MIT',
    icons: require('@iconify-json/healthicons/icons.json'),
    info: require('@iconify-json/healthicons/info.json'),
  },
  mdi: {
    name: 'Material Design Icons',
    by: 'Pictogrammers',
    licence: 'Apache-2.0',
    icons: require('@iconify-json/mdi/icons.json'),
    info: require('@iconify-json/mdi/info.json'),
  },
  ph: {
    name: 'Phosphor Icons',
    by: 'Phosphor Icons',
    licence: 'MIT',
    icons: require('@iconify-json/ph/icons.json'),
    info: require('@iconify-json/ph/info.json'),
  },
  tabler: {
    name: 'Tabler Icons',
    by: 'Paweł Kuna',
    licence: 'MIT',
    icons: require('@iconify-json/tabler/icons.json'),
    info: require('@iconify-json/tabler/info.json'),
  },
};

const short = (value) => String(Math.round(value * 1000) / 1000);

/** Scales the ink of a figure to FIGURE and puts it in the middle of the tile. */
function fitted(body, width, height) {
  const open = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`;
  const box = new Resvg(`${open}${body}</svg>`, { font: { loadSystemFonts: false } }).getBBox();
  if (box === undefined) throw new Error('the icon has no ink');
  const scale = FIGURE / Math.max(box.width, box.height);
  const x = TILE / 2 - (box.x + box.width / 2) * scale;
  const y = TILE / 2 - (box.y + box.height / 2) * scale;
  return `<g transform="translate(${short(x)} ${short(y)}) scale(${short(scale)})">${body}</g>`;
}

function packBody(id, name) {
  const { icons: pack, info, licence } = PACKS[id];
  if (info.license.spdx !== licence) throw new Error(`${id}: the licence is now ${info.license.spdx}`);
  const icon = pack.icons[name] ?? pack.icons[pack.aliases?.[name]?.parent];
  if (icon === undefined) throw new Error(`${id} has no icon ${name}`);
  const body = icon.body.replaceAll('currentColor', INK);
  return fitted(body, icon.width ?? pack.width ?? 16, icon.height ?? pack.height ?? 16);
}

function ownBody(name) {
  const text = readFileSync(new URL(`own/${name}.svg`, folder), 'utf8');
  const inside =
    /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 96 96">([\s\S]*)<\/svg>\s*$/.exec(text);
  if (inside === null)
    throw new Error(`own/${name}.svg must be one svg element with viewBox="0 0 96 96" and nothing before it`);
  return inside[1]
    .replace(/<title>[^<]*<\/title>/, '')
    .replaceAll(/>\s+</g, '><')
    .trim();
}

/** Only plain shapes in ink and paper: nothing that runs, loads, or has an id that could collide on a page. */
function mustBePlain(icon, body) {
  const odd =
    /<(?!\/?(?:g|path|circle|ellipse|rect|line|polyline|polygon)\b)|\b(?:id|href|style|class|on\w+|mask|filter|clip-path)=|url\(|&/.exec(
      body,
    );
  if (odd !== null) throw new Error(`${icon}: ${odd[0]} is not allowed in a picture`);
  for (const [, colour] of body.matchAll(/(?:fill|stroke)="([^"]*)"/g)) {
    if (![INK, HALF_INK, PAPER, 'none'].includes(colour))
      throw new Error(`${icon}: the colour ${colour} is not allowed`);
  }
}

function drawing(concept, { icon, alt, also }) {
  if (![icon, alt, ...also].every((word) => typeof word === 'string'))
    throw new Error(`${concept}: put "" round numbers`);
  const [pack, name] = icon.split(':');
  const body = pack === 'own' ? ownBody(name) : packBody(pack, name);
  mustBePlain(icon, body);
  const source = PACKS[pack];
  const credit =
    source === undefined
      ? 'Drawn for allformats'
      : `${source.name} by ${source.by} (${name}, fitted to the tile)`;
  return { concept, synonyms: also, icon, alt, credit, licence: source?.licence ?? 'Apache-2.0', body };
}

/** Everything that the committed files hold, made anew: the data module and the page for reviewers. */
function makePictures() {
  const table = parse(readFileSync(new URL('concepts.yaml', folder), 'utf8'));
  const drawings = Object.entries(table).map(([concept, row]) => drawing(concept, row));
  const used = new Set(drawings.map((each) => each.icon));
  for (const file of readdirSync(new URL('own/', folder))) {
    if (!used.has(`own:${file.replace(/\.svg$/, '')}`))
      throw new Error(`own/${file} is not used in concepts.yaml`);
  }
  return {
    module: dataModule(drawings),
    sheet: contactSheet(drawings, { ink: INK, paper: PAPER, packs: PACKS }),
  };
}

function dataModule(drawings) {
  const rows = drawings.map((each) => `  ${JSON.stringify(each)},\n`).join('');
  return `// biome-ignore-all format: made by setup/pictures.mjs, one line a picture
// Made by \`npm run pictures\` from concepts.yaml, own/*.svg and the icon packs. Do not edit.

/** One picture as it is stored: the figure without its tile, and where it came from. */
export interface Drawing {
  readonly concept: string;
  readonly synonyms: readonly string[];
  /** pack:name, or own:name for a drawing of the project. */
  readonly icon: string;
  readonly alt: string;
  readonly credit: string;
  /** SPDX identifier. */
  readonly licence: string;
  /** SVG shapes for a tile of 96 by 96. */
  readonly body: string;
}

export const drawings: readonly Drawing[] = [
${rows}];
`;
}

const { module, sheet } = makePictures();
const files = [
  [DRAWINGS, module],
  [SHEET, sheet],
];
if (process.argv.includes('--check')) {
  const stale = files.filter(([path, text]) => readFileSync(path, 'utf8') !== text);
  for (const [path] of stale) console.error(`${path} is out of date. Run: npm run pictures`);
  process.exitCode = stale.length === 0 ? 0 : 1;
} else {
  for (const [path, text] of files) writeFileSync(path, text);
}
