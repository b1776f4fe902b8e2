import type { TestContext } from 'vitest';

type Result = { readonly state: 'checked' } | { readonly state: 'not-checked'; readonly why: string };

/**
 * Returns a tool's result when the tool ran. When it could not run, the test fails where CI=true is set and is skipped, with
 * the reason, everywhere else.
 */
export function mustBeChecked<R extends Result>(
  context: TestContext,
  result: R,
): Extract<R, { state: 'checked' }> {
  if (result.state === 'checked') return result as Extract<R, { state: 'checked' }>;
  if (process.env.CI) throw new Error(`Not checked: ${result.why}`);
  return context.skip(result.why);
}
