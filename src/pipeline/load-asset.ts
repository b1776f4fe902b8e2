import { readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, resolve, sep } from 'node:path';
import type { Asset } from '../document/tree.ts';
import type { AssetLoader } from '../source/reader.ts';
import { projectPath } from './project.ts';

const maxBytes = 20_000_000;

/** Loads pictures that a report shows from inside the project only; tells which files it looked at. */
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
    seen.add(path);
    let real: string;
    let size: number;
    try {
      real = realpathSync(path);
      const stat = statSync(real);
      if (!stat.isFile()) return problem(`${short(src)} is not a file.`, 'Give the file of a picture.');
      size = stat.size;
    } catch {
      return problem(
        `There is no picture ${projectPath(root, path)}.`,
        'Check the name, or put the file there.',
      );
    }
    if (!real.startsWith(realpathSync(root) + sep)) {
      return problem(
        `The picture ${short(src)} is outside the project.`,
        'Copy it into the folder of the report.',
      );
    }
    if (size > maxBytes)
      return problem(`The picture ${short(src)} is larger than 20 MB.`, 'Save it smaller.');
    const bytes = new Uint8Array(readFileSync(real));
    const mediaType = mediaTypeOf(bytes);
    if (mediaType === undefined) {
      return problem(`${short(src)} is not a picture in SVG, PNG or JPEG.`, 'Save it as one of these.');
    }
    if (mediaType === 'image/svg+xml') {
      const unsafe = unsafeSvg(bytes);
      if (unsafe)
        return problem(
          `The picture ${short(src)} ${unsafe}.`,
          'Save it as plain SVG, with all its parts inside.',
        );
    }
    return { src, mediaType, bytes };
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

function mediaTypeOf(bytes: Uint8Array): Asset['mediaType'] | undefined {
  const starts = (...values: number[]) => values.every((value, index) => bytes[index] === value);
  if (starts(0x89, 0x50, 0x4e, 0x47)) return 'image/png';
  if (starts(0xff, 0xd8, 0xff)) return 'image/jpeg';
  const head = new TextDecoder()
    .decode(bytes.subarray(0, 4096))
    .replace(/^\ufeff/, '')
    .trimStart();
  return head.startsWith('<') && /<svg[\s>]/.test(head) ? 'image/svg+xml' : undefined;
}

/** What a picture must not do: run, or fetch from elsewhere. */
function unsafeSvg(bytes: Uint8Array): string | undefined {
  const text = new TextDecoder().decode(bytes);
  if (/<script[\s>]|\son\w+\s*=|javascript:/i.test(text)) return 'contains a program';
  if (/<foreignObject[\s>]/i.test(text)) return 'contains a web page';
  if (/<!ENTITY/i.test(text)) return 'contains entities';
  if (/(href|src)\s*=\s*["'](?!#|data:)/i.test(text) || /url\(\s*["']?(?!#|data:)/i.test(text)) {
    return 'refers to another file';
  }
  return undefined;
}
