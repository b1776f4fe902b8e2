import type { CheckReport } from '../../src/kernel/check-report.ts';

const link = (line: number, message = 'The link "click here" does not say where it leads.') => ({
  rule: 'content/link-words',
  severity: 'error' as const,
  message,
  fix: 'Use the name of the document or page as the words of the link.',
  at: { file: 'sources/a report.md', line, column: 3 },
});

/** A check with findings of each kind, signs that XML and HTML must escape, and a judge that was not there. */
export const sampleReport: CheckReport = {
  format: 1,
  version: '0.1.0',
  failOn: 'error',
  subjects: [
    {
      kind: 'source',
      path: 'sources/a report.md',
      findings: [
        link(12),
        link(14, 'The link "<b>here & now</b>" does not say \u0007 where it leads.'),
        {
          rule: 'content/title-length',
          severity: 'warning',
          message: 'The title has 80 characters; more than 65 are hard to take in.',
          fix: 'Shorten it, and put the rest into the summary.',
        },
      ],
    },
    { kind: 'source', path: 'sources/good.md', findings: [] },
    {
      kind: 'output',
      path: 'outputs/a/a.html.html',
      findings: [
        {
          rule: 'fidelity/lost',
          severity: 'error',
          message: 'These words are not in the output: "not".',
          fix: 'Please report it.',
          at: { file: 'sources/a report.md', line: 30, column: 1 },
        },
        {
          rule: 'axe/color-contrast',
          severity: 'person',
          message: 'Elements must have enough contrast: p',
          fix: 'See https://example.org.',
        },
      ],
    },
    { kind: 'output', path: 'outputs/good/good.pdf', findings: [] },
  ],
  proofs: [
    {
      path: 'outputs/a/a.html.html',
      counts: [
        { what: 'words', total: 214, found: 213 },
        { what: 'links', total: 31, found: 31 },
      ],
      declaredChanges: 12,
    },
  ],
  judges: [
    { judge: 'axe-core', paths: ['outputs/a/a.html.html'] },
    { judge: 'veraPDF (PDF/UA-1)', paths: ['outputs/good/good.pdf'], notChecked: 'Java was not found.' },
  ],
  rules: [
    {
      id: 'axe/color-contrast',
      title: 'Rule of axe-core: color contrast',
      severity: 'person',
      clauses: [],
      ofSources: false,
    },
    {
      id: 'content/link-words',
      title: 'The words of a link make sense alone',
      severity: 'error',
      clauses: ['WCAG 2.2 2.4.4'],
      ofSources: true,
    },
    {
      id: 'content/title-length',
      title: 'The title is short',
      severity: 'warning',
      clauses: ['WCAG 2.2 2.4.2'],
      ofSources: true,
    },
    {
      id: 'fidelity/lost',
      title: 'The output says what the source says: lost',
      severity: 'error',
      clauses: [],
      ofSources: false,
    },
  ],
};

/** The same files, and nothing found. */
export const cleanReport: CheckReport = {
  ...sampleReport,
  subjects: sampleReport.subjects.map((subject) => ({ ...subject, findings: [] })),
  judges: sampleReport.judges.map(({ judge, paths }) => ({ judge, paths })),
};
