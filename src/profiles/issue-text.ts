import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

const kinds: Readonly<Record<string, string>> = {
  number: 'a number, without quotes or units',
  int: 'a whole number',
  string: 'words',
  boolean: 'true or false',
  array: 'a list, such as [one, two]',
  object: 'a group of fields',
  record: 'a group of fields',
};

/** What is wrong with a field of a profile, in plain words: `options.size must be a number, without quotes or units`. */
export function issueText(issue: Issue, input: unknown, above: readonly string[] = []): string {
  const field = [...above, ...issue.path.map(String)].join('.') || 'the file';
  switch (issue.code) {
    case 'invalid_type':
      return valueAt(input, issue.path) === undefined
        ? `${field} is missing`
        : `${field} must be ${kinds[issue.expected] ?? issue.expected}`;
    case 'unrecognized_keys':
      return `there is no field ${issue.keys.map((key) => `"${[...above, ...issue.path.map(String), key].join('.')}"`).join(', ')}`;
    case 'too_small':
      return `${field} must be at least ${issue.minimum}`;
    case 'too_big':
      return `${field} must be at most ${issue.maximum}`;
    case 'invalid_value':
      return `${field} must be one of: ${issue.values.map(String).join(', ')}`;
    default:
      return `${field}: ${issue.message.replace(/\.$/, '')}`;
  }
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let at = value;
  for (const key of path)
    at = typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[key] : undefined;
  return at;
}
