import type { Document } from '../document/tree.ts';
import type { Finding } from '../kernel/finding.ts';
import { rules } from './registry.ts';

/** Applies every rule for reports. */
export function checkDocument(document: Document): Finding[] {
  const findings: Finding[] = [];
  for (const rule of rules) {
    for (const told of rule.check(document)) {
      findings.push({ rule: rule.id, severity: rule.severity, ...told });
    }
  }
  return findings;
}
