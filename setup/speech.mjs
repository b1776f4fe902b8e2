// The voice of recordings: Debian's eSpeak NG, which speaks British English, Welsh and many more. It is a program of its own
// (GPL-3.0 or later) and no part of this one. Without it the American voice of the npm packages reads: nothing fails.
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { debian, mayInstall } from './debian.mjs';
import { root } from './prepare.mjs';

const { findProgram } = await import(pathToFileURL(join(root, 'dist/tools/find-program.js')).href);
const tried = join(root, '.cache/speech/tried');
/** Milliseconds until a set-up that did not work is tried again. */
const again = 24 * 60 * 60 * 1000;

/** Installs eSpeak NG where it is not there and can be had. Returns where it is, or undefined. */
export function prepareSpeech() {
  const there = findProgram(['espeak-ng']);
  if (there !== undefined || !mayInstall) return there;
  if (existsSync(tried) && Date.now() - statSync(tried).mtimeMs < again) return undefined;
  debian('espeak-ng');
  const found = findProgram(['espeak-ng']);
  if (found === undefined) {
    mkdirSync(dirname(tried), { recursive: true });
    writeFileSync(tried, '');
  }
  return found;
}
