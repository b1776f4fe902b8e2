import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { z } from 'zod';
import { Failure } from '../kernel/failure.ts';
import { issueText } from './issue-text.ts';
import { type LineOfField, parseProfile } from './line-of-field.ts';

/** What is wrong with a profile, each with file and line: `profiles/large.yaml:9: options.size must be at most 40`. */
export function profileFailure(
  file: string,
  issues: readonly z.core.$ZodIssue[],
  value: unknown,
  above: readonly string[] = [],
): Failure {
  return failureAt(
    file,
    issues.map((issue) => {
      const own = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
      return { path: [...above, ...issue.path, ...own], said: issueText(issue, value, above) };
    }),
  );
}

export interface FieldProblem {
  readonly path: readonly PropertyKey[];
  readonly said: string;
}

/** Problems of fields of a profile as one failure, with the line of each. */
export function failureAt(file: string, problems: readonly FieldProblem[]): Failure {
  const lineOf = linesOf(file);
  const name = join(basename(dirname(file)), basename(file)).replaceAll('\\', '/');
  const told = problems.map(({ path, said }) => {
    const line = lineOf?.(path);
    return `${name}${line === undefined ? '' : `:${line}`}: ${said}`;
  });
  return new Failure('profile-invalid', `The profile ${basename(file)} is not valid. ${told.join('; ')}.`);
}

function linesOf(file: string): LineOfField | undefined {
  try {
    return parseProfile(readFileSync(file, 'utf8')).lineOf;
  } catch {
    return undefined;
  }
}
