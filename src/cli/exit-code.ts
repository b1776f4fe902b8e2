import type { Severity } from '../kernel/finding.ts';
import type { ConvertResult } from '../pipeline/convert.ts';

const levels: readonly Severity[] = ['person', 'warning', 'error'];

/** 0 all is well, 1 findings at or above the level, 2 something could not be done. */
export function exitCode(result: ConvertResult, failOn: Severity | 'never'): 0 | 1 | 2 {
  if (result.jobs.some((job) => job.state === 'failed' && !isAboutTheFile(job.failure?.code))) return 2;
  const findings = [
    ...result.sources.flatMap((source) => source.findings),
    ...result.jobs.flatMap((job) => job.findings),
  ];
  const unreadable = result.jobs.some((job) => job.state === 'failed');
  if (failOn === 'never') return 0;
  const least = levels.indexOf(failOn);
  return unreadable || findings.some((finding) => levels.indexOf(finding.severity) >= least) ? 1 : 0;
}

/** A file that is empty or no text is something to mend in the sources, like a finding. */
export function isAboutTheFile(code: string | undefined): boolean {
  return (
    code === 'file-empty' ||
    code === 'file-not-text' ||
    code === 'file-too-large' ||
    code === 'translation-invalid' ||
    code === 'translation-incomplete'
  );
}
