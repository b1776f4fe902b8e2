import type { Finding, Severity } from '../kernel/finding.ts';

const names: Readonly<Record<Severity, string>> = {
  error: 'Mend this',
  warning: 'Better',
  person: 'A person must look',
};

const order: readonly Severity[] = ['error', 'warning', 'person'];

/** Findings as lines for a terminal: the worst first, each with its place, what is wrong and what to do. */
export function findingsText(findings: readonly Finding[], most = Number.POSITIVE_INFINITY): string[] {
  const lines: string[] = [];
  const sorted = order.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
  for (const { severity, at, message, fix, rule } of sorted.slice(0, most)) {
    const place = at ? `${at.file}:${at.line}:${at.column}` : 'whole document';
    lines.push(`  ${names[severity]}: ${place}`, `    ${message}`, `    ${fix}  [${rule}]`);
  }
  if (sorted.length > most)
    lines.push(`  … and ${sorted.length - most} more: see findings.json beside the outputs.`);
  return lines;
}

/** `2 to mend, 1 to make better`; `nothing to mend` where there is none. */
export function countsText(counts: {
  readonly error: number;
  readonly warning: number;
  readonly person: number;
}): string {
  const parts: string[] = [];
  if (counts.error > 0) parts.push(`${counts.error} to mend`);
  if (counts.warning > 0) parts.push(`${counts.warning} to make better`);
  if (counts.person > 0) parts.push(`${counts.person} for a person to look at`);
  return parts.length > 0 ? parts.join(', ') : 'nothing to mend';
}
