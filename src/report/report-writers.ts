import type { CheckReport } from '../kernel/check-report.ts';
import { checkPage } from './check-page.ts';
import { earl } from './earl.ts';
import { junit } from './junit.ts';
import type { ReportKind } from './report-kinds.ts';
import { sarif } from './sarif.ts';

/** The writer of each kind of report. */
export const reportWriters = {
  html: checkPage,
  json: (report: CheckReport) => `${JSON.stringify(report, null, 2)}\n`,
  junit,
  sarif,
  earl,
} as const satisfies Readonly<Record<ReportKind, (report: CheckReport) => string>>;
