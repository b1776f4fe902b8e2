import type { Finding } from '../../kernel/finding.ts';
import type { Output } from '../../kernel/output.ts';
import type { LayoutFault } from './layout/layout-rule.ts';
import { boxOf } from './layout/measured-document.ts';
import type { EditionOptions } from './options.ts';
import { ownFontFaults } from './own-font.ts';
import { sheetName, sheetOptions } from './print-sheet.ts';

/** How many places of one kind are told one by one. */
const mostFindings = 20;
const fix = 'This is a fault of allformats, not of the report. Please report it; do not publish this file.';
/** Rules that the report's words or the profile's options can break. */
const fixes: Readonly<Record<string, string>> = {
  'pdf/capitals': 'Write the words in small letters: capitals all have the same shape and are hard to read.',
  'pdf/too-many-pages': 'Tell less, or make two booklets of it: say what is left out with :::left-out.',
  'pdf/torn': 'Shorten what stands there, or choose wider paper.',
  'pdf/margin': 'Set margin to 20 or more in the profile.',
};

/** Measures every word on the finished pages: what a validator of tags does not see and a reader with low vision does. */
export async function checkGeometry(
  outputs: readonly Output[],
  options: EditionOptions,
): Promise<readonly Finding[]> {
  const [{ openPdf }, { measureDocument }, { layoutRules }] = await Promise.all([
    import('../pages/reading/open-pdf.ts'),
    import('./layout/measured-document.ts'),
    import('./layout/registry.ts'),
  ]);
  const findings: Finding[] = [];
  const isOwnLook = await ownFontFaults(options);
  const names = outputs.map(({ name }) => name);
  for (const output of outputs) {
    if (output.mediaType !== 'application/pdf') continue;
    const pdf = await openPdf(output.bytes);
    const isSheet = output.name === sheetName;
    const measured = measureDocument(pdf, isSheet ? sheetOptions(options) : options, names);
    for (const { id, severity, check } of layoutRules) {
      const own = { rule: id, severity, fix: fixes[id] ?? fix };
      let count = 0;
      for (const fault of check(measured))
        if (!isOwnLook(id, fault) && ++count <= mostFindings)
          findings.push({ ...own, message: messageOf(fault) });
      if (count > mostFindings)
        findings.push({ ...own, message: `There are ${count - mostFindings} more such places.` });
    }
  }
  return findings;
}

function messageOf({ page, run, words, said }: LayoutFault): string {
  if (run === undefined && words === undefined) return `Page ${page} ${said}.`;
  const named = `"${(words ?? run?.drawn ?? '').trim().slice(0, 80)}" ${said}`;
  if (run === undefined) return `${named} (page ${page}).`;
  const [left, bottom, right, top] = boxOf(run).map((edge) => Math.round(edge));
  return `${named} (page ${page}, ${left} to ${right} points from the left and ${bottom} to ${top} from the bottom).`;
}
