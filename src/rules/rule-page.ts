import type { Finding, Severity } from '../kernel/finding.ts';
import type { FindingKind } from './finding-kind.ts';
import type { Rule } from './rule.ts';

const severities: Readonly<Record<Severity, string>> = {
  error: 'Error: it shuts a reader out.',
  warning: 'Warning: it makes reading harder.',
  person: 'A person must look: no program can tell.',
};

/** Examples of a rule, as they stand in its tests. */
export interface RuleExamples {
  /** Text that the rule finds fault with, without the details at the top. */
  readonly fails: string;
  readonly findings: readonly Finding[];
  readonly passes: string;
}

/** The page about a rule in docs/rules, as Markdown. */
export function rulePage({ id, title, severity, why, clauses }: Rule, examples: RuleExamples): string {
  const mends = [...new Set(examples.findings.map(({ fix }) => fix))];
  return [
    `# ${title}`,
    '',
    `Rule \`${id}\`. ${severities[severity]}`,
    '',
    '## Why',
    '',
    why,
    '',
    '## How to mend it',
    '',
    ...mends.map((mend) => `- ${mend}`),
    '',
    ...example('## This fails', examples.fails),
    ...example('## This passes', examples.passes),
    '## What it serves',
    '',
    ...clauses.map((clause) => `- ${clause}`),
    '',
  ].join('\n');
}

function example(heading: string, text: string): string[] {
  // Details at the top and an empty body say nothing that can be shown.
  const language = text.trimStart().startsWith('<unit ') ? 'xml' : 'markdown';
  return text.trim() === '' ? [] : [heading, '', `\`\`\`\`${language}`, text.trim(), '````', ''];
}

/** The page about a finding that no rule for reports tells; `examples` where the tests have some. */
export function kindPage({ id, title, why, clauses, mend }: FindingKind, examples?: RuleExamples): string {
  const findings = examples?.findings ?? [];
  const fixes = [...new Set(findings.map(({ fix }) => fix))];
  const told = [...new Set(findings.map(({ severity }) => severities[severity]))];
  return [
    `# ${title}`,
    '',
    [`Finding \`${id}\`.`, ...told].join(' '),
    '',
    '## Why',
    '',
    why,
    '',
    '## How to mend it',
    '',
    ...(fixes.length > 0 ? fixes.map((fix) => `- ${fix}`) : [mend ?? '']),
    '',
    ...example('## This fails', examples?.fails ?? ''),
    ...example('## This passes', examples?.passes ?? ''),
    '## What it serves',
    '',
    ...clauses.map((clause) => `- ${clause}`),
    '',
  ].join('\n');
}

const families: readonly (readonly [family: string, heading: string, about: string])[] = [
  ['source', 'The way a report is written', 'Told with file and line when a report is read.'],
  [
    'fidelity',
    'The proof',
    'Told when an output, read back from its bytes, does not say what the source says.',
  ],
  ['pdf', 'Large print pages', 'Told when the finished pages are measured.'],
  ['page', 'Web pages, in a browser', 'Told when a page is opened, enlarged and gone through by keyboard.'],
  [
    'translation',
    'Translations',
    'Told with file and line when a report is made in another language: docs/translations.md.',
  ],
  ['statement', 'Statements', 'Told by `npx allformats statement`.'],
  ['axe', 'axe-core', ''],
  ['verapdf', 'veraPDF', ''],
  ['vnu', 'Nu HTML Checker', ''],
];

/** The list of everything that a report can show, in docs/rules/README.md. */
export function rulesIndex(rules: readonly Rule[], kinds: readonly FindingKind[]): string {
  const rows = rules.map(
    ({ id, title, severity }) => `| [\`${id}\`](${pageName(id)}) | ${title} | ${severity} |`,
  );
  return [
    '# Rules',
    '',
    'Made from the rules themselves. `npx allformats check` asks all of them; `npx allformats explain RULE` shows a page.',
    '',
    'Each has one of three outcomes: it passes, it fails (`error`, `warning`), or a person must look (`person`), because no program can tell.',
    '',
    '## What a report says',
    '',
    '| Rule | What it asks for | Severity |',
    '| --- | --- | --- |',
    ...rows,
    '',
    ...familiesOf(kinds).flatMap(([heading, about, own]) => [
      `## ${heading}`,
      '',
      ...(about === '' ? [] : [about, '']),
      '| Finding | What is asked for |',
      '| --- | --- |',
      ...own.map(({ id, title }) => `| [\`${id}\`](${pageName(id)}) | ${title} |`),
      '',
    ]),
  ].join('\n');
}

/** A family that has no heading yet stands under its own name. */
function familiesOf(kinds: readonly FindingKind[]): [string, string, readonly FindingKind[]][] {
  const names = [...new Set(kinds.map(({ id }) => id.split('/')[0]!))];
  return names.map((name) => {
    const [, heading = name, about = ''] = families.find(([family]) => family === name) ?? [];
    return [heading, about, kinds.filter(({ id }) => id.startsWith(`${name}/`))];
  });
}

/** File name of a rule's page; the page of a family of another program's rules has its name alone. */
export function pageName(id: string): string {
  return `${id.replace('/*', '').replace('/', '-')}.md`;
}
