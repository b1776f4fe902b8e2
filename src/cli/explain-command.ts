import { Failure } from '../kernel/failure.ts';
import { explainRule } from '../pipeline/explain-rule.ts';
import type { Arguments } from './arguments.ts';
import type { Terminal } from './terminal.ts';

/** Shows the page about a rule. */
export function explainCommand(args: Arguments, terminal: Terminal): number {
  const [rule] = args.rest;
  if (rule === undefined)
    throw new Failure(
      'usage',
      'Say which rule, as it stands in brackets behind a finding: npx allformats explain content/link-words.',
    );
  terminal.out(explainRule(rule).trimEnd());
  return 0;
}
