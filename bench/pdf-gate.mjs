import { readFileSync } from 'node:fs';
import { root } from '../setup/prepare.mjs';

/** What every reader can ask of a page: nothing is shrunk, cut off, printed over other words, or without a meaning. */
const asked = ['pdf/too-small', 'pdf/outside', 'pdf/overlap', 'pdf/not-text'];

/**
 * Which files may be counted. Gives for each path what speaks against it, in words; nothing where it passes veraPDF (all that
 * our own files declare, PDF/UA-1 for others) and the rules of the page. `load` imports a module of the build.
 */
export async function judge(paths, load, options, standard) {
  const [{ checkWithVeraPdf }, { layoutRules }, { measureDocument }, { openPdf }] = await Promise.all([
    load('tools/verapdf.js'),
    load('media/print/layout/registry.js'),
    load('media/print/layout/measured-document.js'),
    load('media/pages/reading/open-pdf.js'),
  ]);
  const valid = await checkWithVeraPdf(paths, root, standard);
  if (valid.state !== 'checked') return { why: valid.why, faults: undefined };
  const faults = new Map();
  for (const path of paths) {
    const said = valid.findings.get(path).map(({ rule }) => rule);
    const measured = measureDocument(await openPdf(readFileSync(path)), options);
    for (const { id, check } of layoutRules) {
      if (!asked.includes(id)) continue;
      // Page numbers may stand in the margin.
      const count = [...check(measured)].filter(({ run }) => !run?.isArtifact).length;
      if (count > 0) said.push(`${count} × ${id}`);
    }
    faults.set(path, said);
  }
  return { why: undefined, faults };
}
