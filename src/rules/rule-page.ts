import type { Finding, Severity } from '../kernel/finding.ts';
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
  return text.trim() === '' ? [] : [heading, '', '````markdown', text.trim(), '````', ''];
}

/** The list of all rules in docs/rules/README.md. */
export function rulesIndex(rules: readonly Rule[]): string {
  const rows = rules.map(
    ({ id, title, severity }) => `| [\`${id}\`](${pageName(id)}) | ${title} | ${severity} |`,
  );
  return [
    '# Rules for reports',
    '',
    'Made from the rules themselves. `npx allformats check` asks all of them.',
    '',
    '| Rule | What it asks for | Severity |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

/** File name of a rule's page. */
export function pageName(id: string): string {
  return `${id.replace('/', '-')}.md`;
}
