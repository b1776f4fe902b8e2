import { existsSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { libraryRoot } from '../kernel/library-root.ts';
import { type AisCode, loadAisCodes } from '../profiles/ais-codes.ts';
import { loadProfiles } from '../profiles/load-profiles.ts';
import type { Profile } from '../profiles/profile.ts';

/** A team's folder: `sources/` in, `outputs/` out, own `profiles/` if they wish. */
export interface Project {
  readonly root: string;
  /** Absolute folder of the outputs. */
  readonly outputs: string;
  readonly profiles: readonly Profile[];
}

/** @throws Failure `profile-invalid` */
export function openProject(root: string, outputs = 'outputs'): Project {
  const folders = [join(libraryRoot, 'profiles')];
  const own = join(root, 'profiles');
  if (resolve(own) !== resolve(folders[0]!) && existsSync(own)) folders.push(own);
  return { root: resolve(root), outputs: resolve(root, outputs), profiles: loadProfiles(folders) };
}

export function aisCodes(): readonly AisCode[] {
  return loadAisCodes(join(libraryRoot, 'profiles'));
}

/** Relative to the root, with `/` on every system; absolute where it is outside. */
export function projectPath(root: string, path: string): string {
  const short = relative(root, path);
  return (short.startsWith('..') ? path : short).split(sep).join('/');
}
