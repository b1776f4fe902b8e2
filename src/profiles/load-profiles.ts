import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Document } from 'yaml';
import { Failure } from '../kernel/failure.ts';
import { parseProfile } from './line-of-field.ts';
import { type Profile, profileSchema } from './profile.ts';
import { profileFailure } from './profile-failure.ts';

/**
 * Reads the profiles of some folders; one with an id that came before replaces it, so a team can change what is built in.
 * @throws Failure `profile-invalid`
 */
export function loadProfiles(folders: readonly string[]): Profile[] {
  const profiles = new Map<string, Profile>();
  for (const folder of folders) {
    if (!existsSync(folder)) continue;
    for (const name of readdirSync(folder).sort()) {
      if (!/\.ya?ml$/.test(name)) continue;
      const profile = loadProfile(join(folder, name));
      profiles.set(profile.id, profile);
    }
  }
  return [...profiles.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function loadProfile(path: string): Profile {
  const name = basename(path);
  const { yaml } = parseProfile(readFileSync(path, 'utf8'));
  const problem = yaml.errors[0];
  if (problem) throw new Failure('profile-invalid', `The profile ${name} cannot be read: ${problem.message}`);
  const value = plain(yaml, name);
  const parsed = profileSchema.safeParse(value);
  if (!parsed.success) throw profileFailure(path, parsed.error.issues, value);
  const id = name.replace(/\.ya?ml$/, '');
  if (parsed.data.id !== id) {
    throw new Failure(
      'profile-invalid',
      `The profile ${name} has the id "${parsed.data.id}". Use the file's name, "${id}".`,
    );
  }
  return { ...parsed.data, file: path };
}

/** Aliases are refused: they let a few lines stand for gigabytes. */
function plain(yaml: Document, name: string): unknown {
  try {
    return yaml.toJS({ maxAliasCount: 0 });
  } catch {
    throw new Failure('profile-invalid', `The profile ${name} uses aliases (& and *). Write it out in full.`);
  }
}
