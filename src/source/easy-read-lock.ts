import { parseDocument } from 'yaml';
import { z } from 'zod';
import type { EasyReadLock } from '../document/tree.ts';
import type { Finding } from '../kernel/finding.ts';

const hash = z.string().regex(/^[0-9a-f]{16}$/);
const recordSchema = z.strictObject({
  checked: z
    .strictObject({ by: z.string().min(1), on: z.string().regex(/^\d{4}(?:-\d{2}){0,2}$/) })
    .optional(),
  parts: z.record(z.string(), z.strictObject({ report: hash.optional(), words: hash.optional() })),
});

/** Longer ones were not written by `allformats easy-read`. */
const mostBytes = 1_000_000;

/** What `allformats easy-read` wrote. A file that it cannot have written counts as none, with a finding. */
export function readEasyReadLock(
  { file, bytes }: { readonly file: string; readonly bytes: Uint8Array },
  findings: Finding[],
): EasyReadLock | undefined {
  const parsed = recordSchema.safeParse(bytes.length > mostBytes ? undefined : plainData(bytes));
  if (!parsed.success) {
    findings.push({
      rule: 'source/easy-read-lock',
      severity: 'error',
      message: 'This record of the Easy Read version cannot be read, so the version counts as a draft.',
      fix: 'Take the file back from your archive; or delete it and have the version checked again.',
      at: { file, line: 1, column: 1 },
    });
    return undefined;
  }
  const { checked, parts } = parsed.data;
  return { parts: new Map(Object.entries(parts)), ...(checked && { checked }) } as EasyReadLock;
}

function plainData(bytes: Uint8Array): unknown {
  try {
    const document = parseDocument(new TextDecoder('utf-8', { fatal: true }).decode(bytes), {
      schema: 'failsafe',
    });
    return document.errors.length > 0 ? undefined : document.toJS({ maxAliasCount: 0 });
  } catch {
    return undefined;
  }
}
