import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../kernel/failure.ts';
import { libraryRoot } from '../kernel/library-root.ts';
import { kindOf } from '../rules/finding-kinds.ts';
import { rules } from '../rules/registry.ts';
import { pageName } from '../rules/rule-page.ts';

/** The page about a rule, as Markdown: why it matters, how to mend it, what fails and what passes. @throws Failure `usage` */
export function explainRule(rule: string): string {
  const id = rules.find((one) => one.id === rule)?.id ?? kindOf(rule)?.id;
  const page = id === undefined ? undefined : join(libraryRoot, 'docs/rules', pageName(id));
  if (page === undefined || !existsSync(page))
    throw new Failure('usage', `There is no rule "${rule}". docs/rules/README.md lists them all.`);
  return readFileSync(page, 'utf8');
}
