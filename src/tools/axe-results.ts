import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { Failure } from '../kernel/failure.ts';
import type { Finding, Severity } from '../kernel/finding.ts';

const selector = z.array(z.union([z.string(), z.array(z.string())]));
const result = z.object({
  id: z.string(),
  help: z.string(),
  tags: z.array(z.string()).optional(),
  helpUrl: z.string(),
  nodes: z.array(z.object({ target: selector, failureSummary: z.string().nullish() })),
});
const page = z.object({
  url: z.string(),
  testEngine: z.object({ name: z.literal('axe-core'), version: z.string() }),
  violations: z.array(result),
  incomplete: z.array(result),
  passes: z.array(z.object({ id: z.string() })),
});

type AxeRule = z.infer<typeof result>;
export type AxePage = z.infer<typeof page>;

/** Selectors named in one finding. */
const shown = 3;

/**
 * Reads axe's results for `paths` (absolute, or addresses of web pages; in this order). Throws a Failure `tool-failed` unless there is exactly one
 * result for each path, taken from that file's own address, in which some rule passed or failed.
 */
export function axePages(results: unknown, paths: readonly string[]): readonly AxePage[] {
  const parsed = z.array(page).safeParse(results);
  if (!parsed.success)
    throw new Failure('tool-failed', 'The results of axe are not in the form that is expected.');
  const pages = parsed.data;
  if (pages.length !== paths.length)
    throw new Failure('tool-failed', `axe gave ${pages.length} results for ${paths.length} files.`);
  for (const [index, path] of paths.entries()) {
    const { url, passes, violations } = pages[index]!;
    if (pathOf(url) !== path) throw new Failure('tool-failed', `axe tested ${url} instead of ${path}.`);
    if (passes.length + violations.length === 0)
      throw new Failure('tool-failed', `axe ran no rule on ${path}.`);
  }
  return pages;
}

function pathOf(url: string): string | undefined {
  return url.startsWith('file:') ? fileURLToPath(url) : url.split('#')[0];
}

/** One finding for each rule that a page breaks, and one for each that axe leaves to a person. */
export function axeFindings(page: AxePage): readonly Finding[] {
  return [
    ...page.violations.map((rule) => finding(rule, 'error')),
    ...page.incomplete.filter(isSettled).map((rule) => finding(rule, 'person')),
  ];
}

/** What a rule that axe calls experimental cannot tell is no work for a person. */
function isSettled({ tags = [] }: AxeRule): boolean {
  return !tags.includes('experimental');
}

function finding(rule: AxeRule, severity: Severity): Finding {
  const selectors = rule.nodes.map((node) => node.target.flat().join(' '));
  const rest = selectors.length > shown ? ` and ${selectors.length - shown} more` : '';
  const summary = rule.nodes[0]?.failureSummary?.replace(/\s+/g, ' ').trim();
  const clauses = (rule.tags ?? []).flatMap((tag) => clauseOf(tag) ?? []);
  const help = rule.helpUrl.replace(/\?.*$/, '');
  return {
    rule: `axe/${rule.id}`,
    severity,
    message: `${rule.help}: ${selectors.slice(0, shown).join('; ')}${rest}`,
    fix: summary ? `${summary}. See ${help}` : `See ${help}`,
    ...(clauses.length > 0 && { clauses }),
  };
}

/** axe writes 1.4.12 as `wcag1412`. */
function clauseOf(tag: string): string | undefined {
  const parts = /^wcag(\d)(\d)(\d{1,2})$/.exec(tag);
  return parts === null ? undefined : `WCAG 2.2 ${parts[1]}.${parts[2]}.${parts[3]}`;
}
