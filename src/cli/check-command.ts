import { countFindings } from '../kernel/finding.ts';
import { convert } from '../pipeline/convert.ts';
import { judge, type Verdict } from '../pipeline/judge.ts';
import { openProject } from '../pipeline/project.ts';
import { countsText, findingsText } from '../report/findings-text.ts';
import type { Arguments } from './arguments.ts';
import { resultText, showProgress } from './convert-command.ts';
import { exitCode } from './exit-code.ts';
import type { Terminal } from './terminal.ts';

/** Converts what is out of date, then asks every judge. A judge that is not installed is never a pass. */
export async function checkCommand(args: Arguments, root: string, terminal: Terminal): Promise<number> {
  const project = openProject(root, args.out);
  const result = await convert({
    project,
    paths: args.rest,
    profiles: args.profiles,
    cache: args.cache,
    listen: args.json ? () => {} : showProgress(terminal),
  });
  terminal.progress('Asking the checkers …');
  const verdicts = await judge(
    project,
    result.jobs.flatMap((job) => job.outputs),
  );
  const judged = verdicts.flatMap((verdict) => verdict.findings.flatMap((one) => one.findings));
  const missing = verdicts.some((verdict) => verdict.notChecked !== undefined);
  const code = exitCode(result, args.failOn, judged);
  if (args.json) terminal.out(JSON.stringify({ ...result, verdicts }, null, 2));
  else {
    for (const line of resultText(result, project)) terminal.out(line);
    const proofs = result.jobs.flatMap((job) => job.proof ?? []);
    const sum = (pick: (proof: (typeof proofs)[number]) => number) =>
      proofs.reduce((total, proof) => total + pick(proof), 0);
    terminal.out('');
    terminal.out(
      `Proof: ${sum((p) => p.found)} of ${sum((p) => p.words)} words and ${sum((p) => p.linksFound)} of ${sum((p) => p.links)} links found again in ${proofs.length} outputs, in order.`,
    );
    for (const verdict of verdicts) for (const line of verdictText(verdict)) terminal.out(line);
  }
  return missing && args.strict ? 2 : code;
}

function verdictText({ judge: name, files, notChecked, findings, time }: Verdict): string[] {
  if (notChecked !== undefined) return [`${name}: not checked. ${notChecked}`];
  const counts = countFindings(findings.flatMap((one) => one.findings));
  const lines = [`${name}: ${files} files, ${countsText(counts)} (${(time / 1000).toFixed(1)} s)`];
  for (const one of findings) lines.push(`  ${one.path}`, ...findingsText(one.findings, 5));
  return lines;
}
