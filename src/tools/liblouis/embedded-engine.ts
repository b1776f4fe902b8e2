import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { Failure } from '../../kernel/failure.ts';
import { type BrailleEngine, joinPieces, piecesOf } from './braille-engine.ts';

/** What we use of the compiled library: emscripten's memory and files, and liblouis' C functions. */
interface Louis {
  readonly HEAPU16: Uint16Array;
  readonly HEAP32: Int32Array;
  readonly FS: {
    mkdir(path: string): void;
    writeFile(path: string, data: Uint8Array, options: { readonly encoding: 'binary' }): void;
  };
  _malloc(bytes: number): number;
  _free(at: number): void;
  _lou_version(): number;
  _lou_setLogLevel(level: number): void;
  ccall(
    name: string,
    returns: 'number' | 'string',
    types: readonly string[],
    values: readonly unknown[],
  ): unknown;
}

const folder = '/braille-tables';
/** Nothing but what stops it. */
const fatalOnly = 60_000;
/** Cells for one sign of print at the most: undefined signs are spelt. */
const growth = 12;

let loaded: { readonly louis: Louis; readonly tables: string; readonly there: Set<string> } | undefined;

/**
 * liblouis 3.2 compiled to JavaScript, which comes with the packages and is the same everywhere. Its tables lie in memory; each call
 * brings its own room, counted in characters.
 */
export function embeddedEngine(): BrailleEngine {
  return {
    name: 'liblouis 3.2.0 (npm liblouis-build)',
    id: 'liblouis 3.2.0 embedded',
    translate: async (lines, tables) => all(lines, tables),
  };
}

function all(lines: readonly string[], tables: readonly string[]): string[] {
  const list = ['unicode.dis', ...tables].map((name) => `${folder}/${provide(name)}`).join(',');
  return lines.map((line) => {
    const pieces = piecesOf(line.replace(/[\s\u2800]/gu, ' '));
    const made = pieces.map(({ text }) => call(list, text));
    return joinPieces(pieces, made);
  });
}

function call(list: string, text: string): string {
  if (text === '') return '';
  const { louis } = load();
  const room = text.length * growth + 64;
  const from = louis._malloc(text.length * 2 + 2);
  const to = louis._malloc(room * 2 + 2);
  const sizes = louis._malloc(8);
  try {
    for (let at = 0; at < text.length; at++) louis.HEAPU16[(from >> 1) + at] = text.charCodeAt(at);
    louis.HEAPU16[(from >> 1) + text.length] = 0;
    louis.HEAP32[sizes >> 2] = text.length;
    louis.HEAP32[(sizes >> 2) + 1] = room;
    const types = ['string', 'number', 'number', 'number', 'number', 'number', 'number', 'number'];
    const done = louis.ccall('lou_translateString', 'number', types, [
      list,
      from,
      sizes,
      to,
      sizes + 4,
      0,
      0,
      0,
    ]);
    if (done !== 1) throw new Failure('tool-failed', `The braille tables ${list} could not be used.`);
    if (louis.HEAP32[sizes >> 2]! < text.length)
      throw new Failure('tool-failed', `liblouis stopped in the middle of "${text.slice(0, 40)}".`);
    const length = louis.HEAP32[(sizes >> 2) + 1]!;
    let out = '';
    for (let at = 0; at < length; at++) out += String.fromCharCode(louis.HEAPU16[(to >> 1) + at]!);
    return out;
  } finally {
    louis._free(from);
    louis._free(to);
    louis._free(sizes);
  }
}

function load(): NonNullable<typeof loaded> {
  if (loaded === undefined) {
    const require = createRequire(import.meta.url);
    const before = process.listeners('uncaughtException');
    const louis = require('liblouis-build') as Louis;
    // It would take over every error of the whole program.
    for (const listener of process.listeners('uncaughtException'))
      if (!before.includes(listener)) process.off('uncaughtException', listener);
    louis._lou_setLogLevel(fatalOnly);
    louis.FS.mkdir(folder);
    loaded = { louis, tables: join(dirname(require.resolve('liblouis-build')), 'tables'), there: new Set() };
  }
  return loaded;
}

/** Copies a table and all that it includes into the library's memory (three times as fast as reading from the disk). */
function provide(name: string): string {
  const { louis, tables, there } = load();
  const plain = basename(name);
  if (there.has(plain)) return plain;
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(join(tables, plain));
  } catch {
    throw new Failure('tool-failed', `There is no braille table ${plain} in the package liblouis-build.`);
  }
  there.add(plain);
  louis.FS.writeFile(`${folder}/${plain}`, bytes, { encoding: 'binary' });
  for (const [, included] of Buffer.from(bytes)
    .toString('latin1')
    .matchAll(/^include\s+(\S+)/gm))
    provide(included!);
  return plain;
}
