/** Every kind of report that a check can be written as, apart from its writers: the command line needs the names alone. */
export const reportKinds = ['html', 'json', 'junit', 'sarif', 'earl'] as const;

export type ReportKind = (typeof reportKinds)[number];

export function isReportKind(name: string): name is ReportKind {
  return (reportKinds as readonly string[]).includes(name);
}
