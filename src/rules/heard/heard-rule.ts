import type { Finding, Severity } from '../../kernel/finding.ts';
import type { HeardPage } from '../../kernel/heard-page.ts';

/** A place where a page sounds wrong: what is heard there, as a sentence without its full stop. */
export interface HeardFault {
  readonly said: string;
  readonly selector?: string;
  /** Where it differs from that of the rule. */
  readonly severity?: Severity;
}

/** A rule about what is heard of a page. Its page in docs/rules is made from src/rules/kinds/heard-kinds.ts. */
export interface HeardRule {
  readonly id: `heard/${string}`;
  readonly severity: Severity;
  readonly fix: string;
  readonly faults: (page: HeardPage) => Iterable<HeardFault>;
}

/** Faults that one finding tells. */
const shown = 3;

/** One finding for each rule and severity, with its first places. */
export function findingsOf({ id, severity, fix, faults }: HeardRule, page: HeardPage): Finding[] {
  const all = [...faults(page)];
  return (['error', 'warning', 'person'] as const).flatMap((level): Finding[] => {
    const own = all.filter((fault) => (fault.severity ?? severity) === level);
    if (own.length === 0) return [];
    const rest = own.length > shown ? ` And ${own.length - shown} more.` : '';
    const told = own.slice(0, shown).map(({ said }) => `${said}.`);
    const selector = own.find((one) => one.selector !== undefined)?.selector;
    return [
      {
        rule: id,
        severity: level,
        message: `${told.join(' ')}${rest}`,
        fix,
        ...(selector !== undefined && { outputAt: { selector } }),
      },
    ];
  });
}
