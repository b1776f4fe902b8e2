// VERAPDF_CORPUS=FOLDER node bench/pdf-corpus.mjs: the PDF files of a folder through our reader of tags (does it stop at
// none?) and through veraPDF as check asks it (does it agree with the files' names, -pass- and -fail-?). Asserts nothing.
// The folder PDF_UA-1 of the veraPDF corpus is such a folder.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../setup/prepare.mjs';

const folder = process.env.VERAPDF_CORPUS;
if (!folder) {
  console.error('Set VERAPDF_CORPUS to a folder with PDF files.');
  process.exit(2);
}
const { readBack } = await import(join(root, 'dist/media/print/read-back.js'));
const { checkWithVeraPdf } = await import(join(root, 'dist/tools/verapdf.js'));

const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.pdf'))
  .map((name) => join(folder, name))
  .sort();
const faults = new Map();
let read = 0;
let passages = 0;
const started = performance.now();
for (const file of files) {
  try {
    const back = await readBack([{ name: file, mediaType: 'application/pdf', bytes: readFileSync(file) }]);
    read++;
    passages += back.passages.length;
  } catch (error) {
    const what = `${error.constructor.name}: ${String(error.message).slice(0, 90)}`;
    faults.set(what, [...(faults.get(what) ?? []), file]);
  }
}
const seconds = (performance.now() - started) / 1000;
console.log(`${files.length} files; read ${read}, ${passages} passages, in ${seconds.toFixed(0)} s.`);
for (const [what, all] of faults) console.log(`  ${all.length} not read: ${what}\n    such as ${all[0]}`);
const checked = await checkWithVeraPdf(files, root, 'ua1');
if (checked.state !== 'checked') {
  console.log(`veraPDF: not checked. ${checked.why}`);
  process.exit(2);
}
let agree = 0;
for (const file of files) {
  const fails = checked.findings.get(file).length > 0;
  if (fails === /-fail-/.test(file)) agree++;
  else console.log(`  differs: ${file}: ${fails ? checked.findings.get(file)[0].rule : 'passes'}`);
}
console.log(`veraPDF, as check asks it, agrees with ${agree} of ${files.length} names.`);
