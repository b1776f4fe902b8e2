import type { LayoutRule } from '../../src/media/print/layout/layout-rule.ts';

/** Rules that no measure of the finished file enforces, and why. */
const notMeasured = [
  [
    'LP17',
    'That the paper itself does not shine',
    'The file says so to those who print it (`pdf/paper-advice`); which paper they take is seen by a person only.',
  ],
] as const;

/** The page that says which rule enforces which demand on large print. */
export function largePrintLedger(rules: readonly LayoutRule[]): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const sorted = rules
    .filter(({ number }) => number.startsWith('LP'))
    .sort((a, b) => (a.number + a.id < b.number + b.id ? -1 : 1));
  const own = rules.filter(({ number }) => number === '-');
  const measured = (list: readonly LayoutRule[]): readonly string[] =>
    list.map(({ id, number, title, limit, severity, clauses }) =>
      row([...(number === '-' ? [] : [number]), title, limit, clauses.join('; '), `\`${id}\``, severity]),
    );
  return `# Large print: what is asked, and what enforces it

This page is made from the rules themselves. Each rule reads the finished PDF with a library that did not write it, and measures
what stands on the pages: positions, sizes, fonts, colours. A word that breaks a rule is a finding with its page and place.
Every rule has a test with a page that breaks it.

${row(['No.', 'Demand', 'Measure', 'Source', 'Rule', 'Finding'])}
${row(['---', '---', '---', '---', '---', '---'])}
${measured(sorted).join('\n')}

Besides, of every file:

${row(['Demand', 'Measure', 'Source', 'Rule', 'Finding'])}
${row(['---', '---', '---', '---', '---'])}
${measured(own).join('\n')}

Not measured:

${row(['No.', 'Demand', 'Why'])}
${row(['---', '---', '---'])}
${notMeasured.map(row).join('\n')}

Tags, language, alternative text and metadata are another matter: veraPDF judges these.
`;
}

/** The page that says which rule enforces which demand on Easy Read on paper, beside those of large print. */
export function easyReadLedger(rules: readonly LayoutRule[]): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const own = rules.filter(({ number }) => number.startsWith('ER'));
  const rows = [...own].sort((a, b) => (a.number < b.number ? -1 : 1));
  return `# Easy Read on paper: what is asked, and what enforces it

This page is made from the rules themselves. Each rule reads the finished PDF with a library that did not write it, and measures
what stands on the pages. The rules of [large print](ukaaf-large-print.md) are applied to it too, with the size of its profile.
What the words themselves must be like is checked in the report: [Easy Read](../formats/easy-read.md#how-it-is-checked).

${row(['No.', 'Demand', 'Measure', 'Source', 'Rule', 'Finding'])}
${row(['---', '---', '---', '---', '---', '---'])}
${rows
  .map(({ number, title, limit, clauses, id, severity }) =>
    row([number, title, limit, clauses.join('; '), `\`${id}\``, severity]),
  )
  .join('\n')}
`;
}
