/** Where a command writes: the process' own streams, or a test's. */
export interface Terminal {
  out(line: string): void;
  err(line: string): void;
  /** Shows a line that the next one replaces; nothing where nobody watches. */
  progress(line: string): void;
}

export function processTerminal(): Terminal {
  const live = process.stderr.isTTY === true && process.env.CI === undefined;
  const clear = () => live && process.stderr.write('\r\u001b[K');
  return {
    out: (line) => {
      clear();
      process.stdout.write(`${line}\n`);
    },
    err: (line) => {
      clear();
      process.stderr.write(`${line}\n`);
    },
    progress: (line) => {
      if (!live) return;
      clear();
      process.stderr.write(line.slice(0, (process.stderr.columns ?? 80) - 1));
    },
  };
}
