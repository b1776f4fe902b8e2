import type { CheckReport } from '../kernel/check-report.ts';
import { checkPage } from './check-page.ts';
import { earl } from './earl.ts';
import { junit } from './junit.ts';
import { sarif } from './sarif.ts';

/** Every kind of report that a check can be written as. */
export const reportKinds = {
  html: checkPage,
  json: (report: CheckReport) => `${JSON.stringify(report, null, 2)}\n`,
  junit,
  sarif,
  earl,
} as const satisfies Readonly<Record<string, (report: CheckReport) => string>>;

export type ReportKind = keyof typeof reportKinds;

export function isReportKind(name: string): name is ReportKind {
  return Object.hasOwn(reportKinds, name);
}
