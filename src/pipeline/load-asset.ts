import { readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, resolve, sep } from 'node:path';
import type { AssetLoader } from '../source/reader.ts';
import { pictureKind } from './picture-kind.ts';
import { projectPath } from './project.ts';

const maxBytes = 20_000_000;

/** Loads pictures that a report shows, only from the project and the report's own folder; tells which files it looked at. */
export function assetLoader(root: string, report: string, seen: Set<string>): AssetLoader {
  return (src) => {
    const problem = (text: string, fix: string) => ({ problem: text, fix });
    if (src === '') return problem('The picture has no file.', 'Give its file: src="images/name.svg".');
    if (/^[a-z][a-z0-9+.-]*:/i.test(src) || src.startsWith('//')) {
      return problem(
        `The picture ${short(src)} is on the web.`,
        'Save it beside the report, and give its file name.',
      );
    }
    const path = resolve(dirname(report), decode(src));
    const outside = problem(
      `The picture ${short(src)} is outside the project.`,
      'Copy it into the folder of the report.',
    );
    // Refused by its name alone, so that nothing out there is ever opened, and the finding is the same on every machine.
    const homes = [resolve(root), dirname(resolve(report))];
    if (!homes.some((home) => path.startsWith(home + sep))) return outside;
    seen.add(path);
    let real: string;
    try {
      real = realpathSync(path);
      if (!homes.some((home) => real.startsWith(realpathSync(home) + sep))) return outside;
      const stat = statSync(real);
      if (!stat.isFile()) return problem(`${short(src)} is not a file.`, 'Give the file of a picture.');
      if (stat.size > maxBytes)
        return problem(`The picture ${short(src)} is larger than 20 MB.`, 'Save it smaller.');
    } catch {
      return problem(
        `There is no picture ${projectPath(root, path)}.`,
        'Check the name, or put the file there.',
      );
    }
    const bytes = new Uint8Array(readFileSync(real));
    const mediaType = pictureKind(bytes);
    if (typeof mediaType === 'string') return { src, mediaType, bytes };
    return problem(
      `The picture ${short(src)} ${mediaType.problem}.`,
      'Save it again as PNG, JPEG or plain SVG, with all its parts inside.',
    );
  };
}

function short(src: string): string {
  return src.length > 80 ? `${src.slice(0, 77)}…` : src;
}

function decode(src: string): string {
  try {
    return decodeURIComponent(src);
  } catch {
    return src;
  }
}
