import type { Finding } from '../../kernel/finding.ts';
import { inspectFont } from '../pages/font-file.ts';
import type { LayoutFault } from './layout/layout-rule.ts';
import type { EditionOptions } from './options.ts';

/** What a team's own letters may be against the rules: its choice, of which it is warned once. */
const chosen = {
  'pdf/font': { flag: 'isSerif', said: 'has serifs' },
  'pdf/italic': { flag: 'isSlanted', said: 'is slanted' },
} as const;

const fix =
  'Name files with upright letters without serifs in options.font: those are what large print asks for.';

/** Warnings about the looks of a team's own font. */
export async function ownFontFindings({ font, fontFiles }: EditionOptions): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  if (fontFiles === undefined) return findings;
  for (const weight of ['regular', 'bold'] as const) {
    const facts = await inspectFont(fontFiles[weight]);
    if ('problem' in facts) continue;
    const name = font?.[weight] ?? facts.font.postscriptName;
    for (const [rule, { flag, said }] of Object.entries(chosen)) {
      if (!facts[flag]) continue;
      findings.push({ rule, severity: 'warning', message: `The font ${name} ${said}.`, fix });
    }
  }
  return findings;
}

/** Tells whether a fault is of the looks of a team's own letters, which {@link ownFontFindings} tells once. */
export async function ownFontFaults({
  fontFiles,
}: EditionOptions): Promise<(rule: string, fault: LayoutFault) => boolean> {
  const names: string[] = [];
  for (const bytes of fontFiles === undefined ? [] : [fontFiles.regular, fontFiles.bold]) {
    const facts = await inspectFont(bytes);
    if (!('problem' in facts)) names.push(facts.font.postscriptName.replaceAll(' ', '_'));
  }
  return (rule, { run }) =>
    Object.hasOwn(chosen, rule) &&
    run?.font.isEmbedded === true &&
    names.includes(run.font.name.replace(/^[A-Z]{6}\+/, ''));
}
