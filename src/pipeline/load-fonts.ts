import { readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, resolve, sep } from 'node:path';
import { hasFonts } from '../formats/registry.ts';
import { inspectFont } from '../media/pages/font-file.ts';
import type { FontFiles } from '../media/pages/fonts.ts';
import type { Profile } from '../profiles/profile.ts';
import { type FieldProblem, failureAt } from '../profiles/profile-failure.ts';
import { sha256 } from './read-report.ts';

const maxBytes = 40_000_000;
const weights = ['regular', 'bold'] as const;

type FontPaths = Readonly<Record<(typeof weights)[number], string>>;

/** The files that a profile's option `font` names; undefined where it names none, or not as the format's schema asks. */
function fontPaths({ format, file, options }: Profile): FontPaths | undefined {
  const font = options.font;
  if (!hasFonts(format) || file === undefined || typeof font !== 'object' || font === null) return undefined;
  const { regular, bold } = font as Partial<Record<keyof FontPaths, unknown>>;
  return typeof regular === 'string' && typeof bold === 'string' ? { regular, bold } : undefined;
}

/** The content of the files of a team's own font, checked. @throws Failure `profile-invalid` with file and line */
export async function loadFonts(profile: Profile): Promise<FontFiles | undefined> {
  const paths = fontPaths(profile);
  const { file } = profile;
  if (paths === undefined || file === undefined) return undefined;
  const problems: FieldProblem[] = [];
  const add = (weight: (typeof weights)[number], said: string): void => {
    problems.push({ path: ['options', 'font', weight], said: `options.font.${weight}: ${said}` });
  };
  const [regular, bold] = await Promise.all(
    weights.map(async (weight) => {
      const bytes = readFont(projectOf(file), paths[weight]);
      if (typeof bytes === 'string') return add(weight, bytes);
      const facts = await inspectFont(bytes);
      if ('problem' in facts) return add(weight, `the file ${paths[weight]} ${facts.problem}: ${facts.fix}`);
      if (weight === 'bold' && !facts.isBold)
        return add(
          weight,
          `the letters of the file ${paths.bold} are not bold: give the file of the bold letters`,
        );
      return { bytes, letters: facts.font.postscriptName };
    }),
  );
  if (regular && bold && (regular.letters === bold.letters || sha256(regular.bytes) === sha256(bold.bytes)))
    add('bold', `it has the same letters as regular (${bold.letters}): give the file of the bold letters`);
  if (problems.length > 0 || !regular || !bold) throw failureAt(file, problems);
  return { regular: regular.bytes, bold: bold.bytes };
}

/** Changes when a file of the profile's own font does; empty where it has none. */
export function fontStamp(profile: Profile): string {
  const paths = fontPaths(profile);
  const { file } = profile;
  if (paths === undefined || file === undefined) return '';
  return weights
    .map((weight) => readFont(projectOf(file), paths[weight]))
    .map((bytes) => (typeof bytes === 'string' ? bytes : sha256(bytes)))
    .join();
}

/** Profiles stand in the folder `profiles` of their project. */
function projectOf(file: string): string {
  return dirname(dirname(resolve(file)));
}

/** The bytes of a file inside the project, or what is wrong. */
function readFont(root: string, path: string): Uint8Array | string {
  const full = resolve(root, path);
  const outside = `the file ${path} is outside the project: copy it into the project's folder`;
  // Refused by its name alone, so that nothing out there is ever opened.
  if (!full.startsWith(root + sep)) return outside;
  try {
    const real = realpathSync(full);
    if (!real.startsWith(realpathSync(root) + sep)) return outside;
    const stat = statSync(real);
    if (!stat.isFile()) return `${path} is not a file: give the TTF or OTF file of the font`;
    if (stat.size > maxBytes) return `the file ${path} is larger than 40 MB: give one with fewer characters`;
    return new Uint8Array(readFileSync(real));
  } catch {
    return `there is no file ${path} in the project's folder, or it cannot be read`;
  }
}
