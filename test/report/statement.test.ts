import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import type { CheckReport } from '../../src/kernel/check-report.ts';
import { accessibilityStatement } from '../../src/report/statement/accessibility-statement.ts';
import { aisStatement } from '../../src/report/statement/ais-statement.ts';
import { detailsSchema, readDetails, type StatementDetails } from '../../src/report/statement/details.ts';
import { statementMarkdown, statementPage } from '../../src/report/statement/page-parts.ts';
import { checkWithAxe } from '../../src/tools/axe.ts';
import { checkPages } from '../../src/tools/pages/check-pages.ts';
import { checkWithVnu } from '../../src/tools/vnu.ts';
import { cleanReport, sampleReport } from '../support/check-reports.ts';
import { mustBeChecked } from '../support/must-be-checked.ts';

const root = join(import.meta.dirname, '../..');
const guide = readFileSync(join(root, 'docs/statement.md'), 'utf8');
/** The example of the guide is the one that is tested. */
const example = /```yaml\n([\s\S]*?)```/.exec(guide)![1]!;
const today = '2026-11-23';

function detailsOf(change: Partial<Record<keyof StatementDetails, unknown>> = {}): StatementDetails {
  return detailsSchema.parse({ ...parseYaml(example), ...change });
}

const burden = { content: 'Maps', reason: 'They cost too much.', assessment: 'Made on 1 May 2026' };
const failing: CheckReport = {
  ...sampleReport,
  subjects: [
    ...sampleReport.subjects,
    {
      kind: 'output',
      path: 'outputs/b/b.html.html',
      findings: [
        {
          rule: 'axe/image-alt',
          severity: 'error',
          message: 'Images must have alternative text: img',
          fix: 'See https://example.org.',
          clauses: ['WCAG 2.2 1.1.1'],
        },
      ],
    },
  ],
};

const page = (details = detailsOf(), report: CheckReport = failing) =>
  statementPage(accessibilityStatement(report, details, today).text, '0.1.0');
const clean = (html: string) => html.replace(/<style>[\s\S]*?<\/style>/, '').replace(/&#39;|&apos;/g, "'");
const has = (pattern: RegExp) => (html: string) => pattern.test(clean(html));
const section = (html: string, name: string) =>
  clean(html)
    .split(/<h2>/)
    .find((part) => part.startsWith(name)) ?? '';
const promised = (html: string) =>
  [...html.matchAll(/fix this by (\d+ \w+ \d{4})/g)].map(([, day]) => Date.parse(`${day} UTC`));

/**
 * The 42 checks that the UK's monitoring body makes of statements, in its order: each with a test of the page, a change of the
 * page after which that test must fail, and the details that it needs.
 */
const checks: readonly (readonly [
  label: string,
  passes: (html: string) => boolean,
  spoil: (html: string) => string,
  change?: Partial<Record<keyof StatementDetails, unknown>>,
])[] = [
  ['there is an accessibility page', has(/^<!doctype html>/), () => ''],
  ['it includes a statement', has(/accessibility statement applies to/), without(/applies to/)],
  [
    'the heading is Accessibility statement',
    has(/<h1>Accessibility statement for [^<]+<\/h1>/),
    without(/Accessibility statement for/g),
  ],
  ['there is a commitment', has(/is committed to/), without(/committed/)],
  [
    'the commitment has the exact wording',
    has(
      /<p>Anytown Council is committed to making its website accessible, in accordance with the Public Sector Bodies \(Websites and Mobile Applications\) \(No\. 2\) Accessibility Regulations 2018\.<\/p>/,
    ),
    without(/\(No\. 2\) /),
  ],
  [
    'there is a scope',
    has(/applies to <a href="https:\/\/www\.example\.org\/">the website www\.example\.org<\/a>\./),
    without(/<a href="https:\/\/www\.example\.org\/">/),
  ],
  ['it is a web page', has(/<html lang="en-GB">/), without(/<html/)],
  [
    'it is linked from the home page or every page',
    () => /every page|home page/.test(detailsOf().linkedFrom),
    () => page(detailsOf()),
  ],
  [
    'it is complete on one page',
    (html) => sections.every((name) => section(html, name) !== ''),
    without(/<h2>Enforcement procedure/),
  ],
  ['it covers the entire website', has(/covers the entire website/), without(/entire/)],
  ['there is a heading for compliance', has(/<h2>Compliance/), without(/<h2>Compliance/)],
  ['it is worded so', has(/<h2>Compliance status<\/h2>/), without(/ status<\/h2>/)],
  [
    'one of three options is given',
    has(/is (?:fully|partially|not) compliant with/),
    without(/compliant with/),
  ],
  [
    'it is the right one, in the right words',
    has(
      /<p>This website is partially compliant with the Web Content Accessibility Guidelines version 2\.2 AA standard, due to the non-compliances/,
    ),
    (html) => html.replace('partially compliant', 'fully compliant'),
  ],
  ['there is a heading for non-accessible content', has(/<h2>Non-accessible/), without(/<h2>Non-acc/)],
  ['it is worded so too', has(/<h2>Non-accessible content<\/h2>/), without(/ content<\/h2>/)],
  [
    'what was found is listed',
    (html) => /Images must have/.test(section(html, 'Non-accessible')),
    without(/Images must have/),
  ],
  [
    'it is correct and complete',
    (html) => (section(html, 'Non-accessible').match(/This fails WCAG/g) ?? []).length === 2,
    without(/This fails WCAG/),
  ],
  [
    'it is clear: what, where',
    has(/Images must have alternative text\. This is not so in 1 place, in outputs\/b\/b\.html\.html\./),
    without(/This is not so/g),
  ],
  ['it names the WCAG criteria', has(/success criterion 1\.1\.1 \(non text content\)/), without(/1\.1\.1/)],
  [
    'all dates for mending are to come',
    (html) => promised(html).length === 2 && promised(html).every((day) => day > Date.parse(today)),
    (html) => html.replace(/fix this by \d+ \w+ \d{4}/, 'fix this by 1 May 2026'),
  ],
  [
    'what is a disproportionate burden is clear',
    has(/<h3>Disproportionate burden<\/h3>\n<ul>\n<li>Maps\. They cost too much\./),
    without(/Maps\./),
    { disproportionateBurden: [burden] },
  ],
  [
    'its assessment is given',
    has(/Assessment: Made on 1 May 2026/),
    without(/Assessment/),
    { disproportionateBurden: [burden] },
  ],
  [
    'nothing stands out of scope that belongs elsewhere',
    (html) =>
      !/This fails WCAG/.test(
        clean(html).split('not within the scope')[1]?.split('<h2>')[0] ?? 'This fails WCAG',
      ),
    (html) => html.replace(/not within the scope/, 'not within the scope This fails WCAG'),
  ],
  ['there is a heading for the preparation', has(/<h2>Preparation/), without(/<h2>Prep/)],
  [
    'its wording is right',
    has(/<h2>Preparation of this accessibility statement<\/h2>/),
    without(/ of this accessibility statement<\/h2>/),
  ],
  ['there is the date of preparation', has(/prepared on 4 May 2026/), without(/4 May 2026/)],
  [
    'in the right words',
    has(/<p>This statement was prepared on 4 May 2026\. /),
    without(/This statement was/),
  ],
  ['there is the date of the review', has(/reviewed on 2 November 2026/), without(/2 November/)],
  ['in the right words too', has(/It was last reviewed on 2 November 2026\.<\/p>/), without(/It was last/)],
  [
    'the review is at most a year old',
    (html) =>
      Date.parse(today) - Date.parse(`${/reviewed on ([^.]+)\./.exec(html)?.[1]} UTC`) <= 366 * 86_400_000,
    (html) => html.replace('2 November 2026', '2 November 2024'),
  ],
  [
    'the method is told',
    (html) => /We checked \d+ files/.test(section(html, 'Preparation')),
    without(/We checked/),
  ],
  [
    'it is descriptive enough',
    has(
      /with axe-core[^<]*read back and compared with the source[^<]*<\/p>\n<p>It was also tested by Anytown Access Group on 20 October 2026\. Six people/,
    ),
    without(/axe-core/),
  ],
  ['there is a heading for feedback', has(/<h2>Feedback/), without(/<h2>Feed/)],
  [
    'its wording is exact',
    has(/<h2>Feedback and contact information<\/h2>/),
    without(/ and contact information/),
  ],
  ['there is an email address or form', has(/<a href="mailto:access@example\.org">/), without(/mailto:/)],
  ['there is a heading for enforcement', has(/<h2>Enforcement/), without(/<h2>Enf/)],
  ['its wording is the model’s', has(/<h2>Enforcement procedure<\/h2>/), without(/ procedure<\/h2>/)],
  [
    'GB: it names the EHRC',
    has(/The Equality and Human Rights Commission \(EHRC\) is responsible for enforcing/),
    without(/\(EHRC\)/),
  ],
  [
    'NI: it names the ECNI',
    has(/The Equality Commission for Northern Ireland \(ECNI\) is responsible for enforcing/),
    without(/ECNI/g),
    { country: 'NI' },
  ],
  [
    'GB: it links to the EASS',
    has(/<a href="https:\/\/www\.equalityadvisoryservice\.com\/">[^<]*\(EASS\)<\/a>/),
    without(/equalityadvisory/),
  ],
  [
    'NI: it links to the ECNI',
    has(/<a href="https:\/\/www\.equalityni\.org\/">[^<]*\(ECNI\)<\/a>/),
    without(/ECNI/g),
    { country: 'NI' },
  ],
];

const sections = ['Compliance', 'Non-accessible', 'Preparation', 'Feedback', 'Enforcement'];

function without(pattern: RegExp) {
  return (html: string) => html.replace(pattern, '');
}

describe('the accessibility statement', () => {
  test('there are 42 checks', () => expect(checks).toHaveLength(42));

  test.each(checks.map(([label, passes, spoil, change]) => ({ label, passes, spoil, change })))(
    '$label',
    ({ label, passes, spoil, change }) => {
      const html = page(detailsOf(change));
      expect(passes(html)).toBe(true);
      if (label.startsWith('it is linked')) {
        expect(() => detailsOf({ linkedFrom: 'a page far away' })).toThrow();
      } else expect(passes(spoil(html))).toBe(false);
    },
  );

  test('says fully compliant only where nothing was found, all was asked and people have looked', () => {
    const status = (report: CheckReport, details = detailsOf()) =>
      accessibilityStatement(report, details, today).status;
    expect(status(cleanReport)).toBe('fully compliant');
    expect(page(detailsOf({ outOfScope: [] }), cleanReport)).not.toContain('Non-accessible');
    const { checkedByPeople: _, ...alone } = parseYaml(example);
    expect(status(cleanReport, detailsSchema.parse(alone))).toBe('partially compliant');
    expect(status(sampleReport)).toBe('partially compliant');
    const judges = [{ judge: 'axe-core', paths: ['a.html'], notChecked: 'No browser.' }];
    expect(status({ ...cleanReport, judges })).toBe('partially compliant');
    expect(page(detailsOf(), { ...cleanReport, judges })).toContain(
      'One file has not been checked with axe-core',
    );
    expect(status(cleanReport, detailsOf({ disproportionateBurden: [burden] }))).toBe('partially compliant');
    const findings = Array.from({ length: 30 }, (_, index) => ({
      rule: `axe/rule-${index}`,
      severity: 'error' as const,
      message: 'Broken: p',
      fix: 'Mend it.',
      clauses: [`WCAG 2.2 ${allCriteria[index]}`],
    }));
    expect(status({ ...cleanReport, subjects: [{ kind: 'output', path: 'a', findings }] })).toBe(
      'not compliant',
    );
  });

  test('is not true with dates that are past or missing', () => {
    const rules = (change: object, day = today) =>
      accessibilityStatement(failing, detailsOf(change), day).findings.map(({ rule }) => rule);
    expect(rules({})).toEqual([]);
    expect(rules({ fixBy: {} })).toEqual(['statement/fix-date', 'statement/fix-date']);
    expect(rules({ fixBy: { default: '2026-11-23' } })).toHaveLength(2);
    expect(rules({ reviewed: '2025-11-22', prepared: '2025-01-01' })).toEqual(['statement/review']);
    expect(rules({}, '2026-11-01')).toEqual(['statement/review']);
  });

  test('is as reviewed', async () => {
    const { text } = accessibilityStatement(failing, detailsOf(), today);
    await expect(statementMarkdown(text)).toMatchFileSnapshot('golden/accessibility-statement.md');
  });
});

const allCriteria =
  '1.1.1 1.2.1 1.2.2 1.2.3 1.2.4 1.2.5 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5 1.4.1 1.4.2 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 2.4.4'.split(
    ' ',
  );

describe('the details', () => {
  test('are told one by one with their line where they are missing or wrong', () => {
    const { details, findings } = readDetails('organisation: A\nreviewed: soon\nshoe: 1\n', 'statement.yaml');
    expect(details).toBeUndefined();
    expect(findings.find(({ message }) => message.includes('"reviewed"'))?.at?.line).toBe(2);
    for (const name of ['about', 'address', 'scope', 'linkedFrom', 'replyWithin', 'shoe'])
      expect(
        findings.some(({ message }) => message.includes(`"${name}"`)),
        name,
      ).toBe(true);
  });

  test('must have more than a telephone', () => {
    const only = example.replace(/^email:.*\n/m, '');
    expect(readDetails(only, 'statement.yaml').findings[0]?.message).toContain('telephone alone');
    expect(readDetails(example, 'statement.yaml').findings).toEqual([]);
  });

  test('that are no YAML are refused', () => {
    expect(() => readDetails('a: [', 'statement.yaml')).toThrow(/not YAML/);
    expect(readDetails('', 'statement.yaml').details).toBeUndefined();
  });
});

const offers = [
  { id: 'large-print-28', title: 'Large print, 28 point', description: 'For people with low vision.' },
  { id: 'easy-read', title: 'Easy Read', description: 'For people with a learning disability.' },
];

describe('the statement on accessible information', () => {
  test('tells what can be asked for, how, and how long it takes', async () => {
    await expect(statementMarkdown(aisStatement(offers, detailsOf()))).toMatchFileSnapshot(
      'golden/accessible-information.md',
    );
  });
});

test('both pages pass axe, our own page rules and the Nu HTML Checker', async (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'statement '));
  const files = ['a.html', 'b.html'].map((name) => join(folder, name));
  writeFileSync(files[0]!, page(detailsOf({ disproportionateBurden: [burden] })));
  writeFileSync(files[1]!, statementPage(aisStatement(offers, detailsOf()), '0.1.0'));
  for (const check of [checkWithAxe, checkPages, checkWithVnu]) {
    const { findings } = mustBeChecked(context, await check(files, root));
    for (const file of files) expect(findings.get(file)).toEqual([]);
  }
}, 240_000);
