export type { Finding, FindingCounts, Position, Severity } from './kernel/finding.ts';
export { Failure, type FailureCode } from './kernel/failure.ts';
export { version } from './kernel/version.ts';
export { type ConvertEvent, type ConvertOptions, type ConvertResult, convert, type JobReport } from './pipeline/convert.ts';
export { judge, type Verdict } from './pipeline/judge.ts';
export type { Manifest, ManifestOutput } from './pipeline/manifest.ts';
export { openProject, type Project } from './pipeline/project.ts';
export type { Profile } from './profiles/profile.ts';
export { type NeedAnswer, resolveNeed } from './profiles/resolve-need.ts';
