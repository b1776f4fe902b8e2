import { z } from 'zod';
import { Failure } from '../kernel/failure.ts';
import type { Finding } from '../kernel/finding.ts';

const fault = z.object({
  'earl:test': z.object({
    'dct:title': z.string(),
    'earl:impact': z.string().nullish(),
    help: z.object({ url: z.string().nullish(), 'dct:title': z.string().nullish() }).nullish(),
  }),
  'earl:result': z.object({
    'earl:outcome': z.string(),
    'dct:description': z.string().nullish(),
    html: z.unknown(),
  }),
});
const report = z.object({
  'earl:assertedBy': z.object({ 'doap:name': z.literal('DAISY Ace') }),
  'earl:testSubject': z.object({ url: z.string() }),
  'earl:result': z.object({ 'earl:outcome': z.enum(['pass', 'fail']) }),
  assertions: z.array(
    z.object({
      'earl:testSubject': z.object({ url: z.string() }),
      'earl:result': z.object({ 'earl:outcome': z.enum(['pass', 'fail']) }),
      assertions: z.array(fault),
    }),
  ),
});

type Fault = z.infer<typeof fault>;

/** The findings in Ace's report (JSON) on the book `name`. @throws Failure `tool-failed` where it is no verdict on its pages */
export function aceFindings(text: string, name: string): readonly Finding[] {
  const result = parse(text);
  const { url } = result['earl:testSubject'];
  if (url.split(/[\\/]/).at(-1) !== name)
    throw new Failure('tool-failed', `Ace checked ${url} instead of ${name}.`);
  const pages = result.assertions.filter((page) => page['earl:testSubject'].url.endsWith('.xhtml'));
  if (pages.length === 0) throw new Failure('tool-failed', `Ace opened no page of ${name}.`);
  const findings = result.assertions.flatMap((page) =>
    group(page.assertions).map((same) => finding(same, page['earl:testSubject'].url)),
  );
  if (result['earl:result']['earl:outcome'] === 'fail' && findings.length === 0)
    throw new Failure('tool-failed', `Ace failed ${name} and named no rule.`);
  return findings;
}

/** Faults of one page by their rule. */
function group(faults: readonly Fault[]): Fault[][] {
  const byRule = new Map<string, Fault[]>();
  for (const one of faults) {
    const rule = one['earl:test']['dct:title'];
    byRule.set(rule, [...(byRule.get(rule) ?? []), one]);
  }
  return [...byRule.values()];
}

function finding(same: readonly Fault[], page: string): Finding {
  const [first] = same;
  const { 'earl:test': test, 'earl:result': result } = first!;
  const what = (result['dct:description'] ?? test.help?.['dct:title'] ?? test['dct:title']).replace(
    /\s+/g,
    ' ',
  );
  const near = typeof result.html === 'string' ? `: ${result.html.replace(/\s+/g, ' ').slice(0, 200)}` : '';
  const times = same.length === 1 ? '' : ` It is so in ${same.length} places of the page.`;
  const help = test.help?.url;
  return {
    rule: `ace/${test['dct:title']}`,
    severity: 'error',
    message: `${what.trim()} (${page})${near}${times}`,
    fix: help ? `See ${help}` : 'The e-book writer has to mend it. Please report it.',
  };
}

function parse(text: string): z.infer<typeof report> {
  try {
    return report.parse(JSON.parse(text));
  } catch {
    throw new Failure('tool-failed', 'The report of Ace by DAISY is not in the form that is expected.');
  }
}
