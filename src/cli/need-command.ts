import { Failure } from '../kernel/failure.ts';
import { aisCodes, openProject } from '../pipeline/project.ts';
import { resolveNeed } from '../profiles/resolve-need.ts';
import type { Arguments } from './arguments.ts';
import type { Terminal } from './terminal.ts';

export function needCommand(args: Arguments, root: string, terminal: Terminal): number {
  const query = args.rest.join(' ');
  if (query.trim() === '') throw new Failure('usage', 'Say the need: npx allformats need "large print 20".');
  const answer = resolveNeed(query, openProject(root, args.out).profiles, aisCodes());
  if (args.json) terminal.out(JSON.stringify(answer, null, 2));
  else {
    terminal.out(answer.need);
    for (const profile of answer.profiles)
      terminal.out(`  Make: ${profile.id} (${profile.title}). ${profile.why}`);
    for (const line of answer.delivery) terminal.out(`  Deliver: ${line}`);
    for (const line of answer.staffTasks) terminal.out(`  To do: ${line}`);
    for (const line of answer.questions) terminal.out(`  Ask the person: ${line}`);
    for (const line of answer.notes) terminal.out(`  Note: ${line}`);
  }
  return answer.known ? 0 : 1;
}
