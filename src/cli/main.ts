#!/usr/bin/env node
import { Failure } from '../kernel/failure.ts';
import { version } from '../kernel/version.ts';
import { type Arguments, readArguments } from './arguments.ts';
import { help } from './help.ts';
import { quickStart } from './quick-start.ts';
import { processTerminal, type Terminal } from './terminal.ts';

/** Runs a command and gives its exit code. Commands load when they are asked for: help starts as fast as Node. */
export async function main(
  words: readonly string[],
  root: string,
  terminal: Terminal,
  ci = false,
): Promise<number> {
  try {
    return await run(readArguments(words, ci), root, terminal);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    terminal.err(`${error.message} ${error.fix}`);
    return 2;
  }
}

async function run(args: Arguments, root: string, terminal: Terminal): Promise<number> {
  switch (args.command) {
    case 'help':
      terminal.out(help);
      return 0;
    case 'version':
      terminal.out(version);
      return 0;
    case 'convert':
      return (await import('./convert-command.ts')).convertCommand(args, root, terminal);
    case 'check':
      if (args.urls.length > 0)
        return (await import('./audit-command.ts')).auditCommand(args, root, terminal);
      return (await import('./check-command.ts')).checkCommand(args, root, terminal);
    case 'listen':
      return (await import('./listen-command.ts')).listenCommand(args, root, terminal);
    case 'proof':
      return (await import('./proof-command.ts')).proofCommand(args, root, terminal);
    case 'list':
      return (await import('./list-command.ts')).listCommand(args, root, terminal);
    case 'need':
      return (await import('./need-command.ts')).needCommand(args, root, terminal);
    case 'easy-read':
      return (await import('./easy-read-command.ts')).easyReadCommand(args, root, terminal);
    case 'statement':
      return (await import('./statement-command.ts')).statementCommand(args, root, terminal);
    case 'draft':
      return (await import('./draft-command.ts')).draftCommand(args, root, terminal);
    case 'translate':
      return (await import('./translate-command.ts')).translateCommand(args, root, terminal);
    case 'explain':
      return (await import('./explain-command.ts')).explainCommand(args, terminal);
    case 'init':
      return (await import('./init-command.ts')).initCommand(args, root, terminal);
    default:
      throw new Failure('usage', `"${args.command}" is not a command.`);
  }
}

if (process.argv[1] !== undefined && /(main\.js|allformats)$/.test(process.argv[1])) {
  quickStart();
  // A reader that stops early, such as "head", is no fault.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  process.exitCode = await main(
    process.argv.slice(2),
    process.cwd(),
    processTerminal(),
    Boolean(process.env.CI),
  );
}
