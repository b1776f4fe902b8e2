// node setup/bundle.mjs [DIST]: puts the modules of the program, which are hundreds with those of its packages, together into a few
// files: finding and opening each of them is a quarter of what a single report costs. What the compiler wrote stays for others to import.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { rolldown } from 'rolldown';
import { root, stateOfSources } from './prepare.mjs';

/** They bring machine code, WebAssembly or files of their own. */
const apart =
  /^(sharp|@resvg\/resvg-js|harfbuzzjs|piscina|playwright-core|mpg123-decoder|wasm-media-encoders)$/;
const dist = resolve(process.argv[2] ?? join(root, 'dist'));

rmSync(join(dist, 'bundle'), { recursive: true, force: true });
const bundle = await rolldown({
  cwd: root,
  platform: 'node',
  input: { 'cli/main': 'src/cli/main.ts', 'bundle/worker': 'src/pipeline/worker.ts' },
  external: apart,
  resolve: { mainFields: ['module', 'main'] },
  transform: { define: { sumOfSources: JSON.stringify(stateOfSources()) } },
});
// All lie two folders below the project's, as the modules that they are made of do.
const { output } = await bundle.write({
  dir: dist,
  entryFileNames: '[name].js',
  chunkFileNames: 'bundle/[name]-[hash].js',
});
await bundle.close();
const modules = output.flatMap((file) => (file.type === 'chunk' ? Object.keys(file.modules) : []));
writeFileSync(join(dist, 'bundle/LICENCES.txt'), licencesOf(modules));

/** The packages whose code the files have, with the licences under which they may be passed on. */
function licencesOf(paths) {
  const folders = new Set(
    paths.flatMap((path) => /^.*[\\/]node_modules[\\/](@[^\\/]+[\\/])?[^\\/]+/.exec(path)?.[0] ?? []),
  );
  const texts = [...folders].sort().map((folder) => {
    const {
      name,
      version,
      license = 'see below',
    } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((one) => /^(un)?licen[cs]e/i.test(one));
    const text = file !== undefined ? readFileSync(join(folder, file), 'utf8').trim() : '';
    return `${name} ${version}: ${license}\n\n${text}`.trim();
  });
  return `${texts.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}
