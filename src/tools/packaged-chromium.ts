import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Failure } from '../kernel/failure.ts';
import { runTool } from './run-tool.ts';

/** Seconds to unpack 190 MB the first time, on a busy machine. */
const unpackLimit = 300;

const fontsConfiguration = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

/**
 * The Chromium of the npm package `@sparticuz/chromium`, which brings its own system libraries and fonts, unpacked once into
 * the project's cache. Undefined when the package is not in the cache.
 */
export async function packagedChromium(
  root: string,
): Promise<{ path: string; env: Record<string, string> } | undefined> {
  const cache = join(root, '.cache/sparticuz');
  const entry = join(cache, 'node_modules/@sparticuz/chromium/build/esm/index.js');
  const folder = join(cache, 'unpacked');
  if (!existsSync(join(folder, 'chromium'))) {
    if (!existsSync(entry)) return undefined;
    await unpack(entry, folder);
  }
  const libraries = [join(folder, 'al2023/lib'), process.env.LD_LIBRARY_PATH ?? ''];
  return {
    path: join(folder, 'chromium'),
    env: {
      LD_LIBRARY_PATH: libraries.filter((path) => path !== '').join(delimiter),
      FONTCONFIG_PATH: join(folder, 'fonts'),
    },
  };
}

/** Under a name of its own and then renamed: the package takes a half-written file of another run for a whole one. */
async function unpack(entry: string, folder: string): Promise<void> {
  const own = `${folder}-${process.pid}`;
  await mkdir(own, { recursive: true });
  const script = `const { default: chromium } = await import(${JSON.stringify(pathToFileURL(entry).href)}); await chromium.executablePath();`;
  const run = await runTool(process.execPath, ['--input-type=module', '-e', script], {
    seconds: unpackLimit,
    // The package unpacks its system libraries only where it believes to run on this platform.
    env: { AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x', TMPDIR: own },
  });
  if (run.code !== 0)
    throw new Failure('tool-failed', `The packaged Chromium was not unpacked: ${run.stderr.trim()}`);
  await writeFile(join(own, 'fonts/fonts.conf'), fontsConfiguration);
  try {
    await rename(own, folder);
  } catch (error) {
    // Another run may have been first.
    if (!existsSync(join(folder, 'chromium'))) throw error;
    await rm(own, { recursive: true, force: true });
  }
}
