import { main } from '../../src/cli/main.ts';

/** Runs a command in this process and gives what a person would see. */
export async function runCli(root: string, ...words: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const terminal = {
    out: (line: string) => void out.push(line),
    err: (line: string) => void err.push(line),
    progress: () => {},
  };
  const code = await main(words, root, terminal);
  return { code, out: out.join('\n'), err: err.join('\n') };
}
