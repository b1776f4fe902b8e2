import { type ChildProcess, spawn } from 'node:child_process';
import { Failure } from '../kernel/failure.ts';

export interface ToolRun {
  /** The exit code. What it means is the caller's to know: many tools use 1 for "found something". */
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface ToolOptions {
  /** Seconds until the tool and everything it started is killed. */
  readonly seconds: number;
  /** Bytes of standard output and standard error together. Default: 64 MiB. */
  readonly outputLimit?: number;
  readonly cwd?: string;
  /** `latin1` keeps each byte of the output as one character; without it, the output is text in UTF-8. */
  readonly encoding?: 'latin1';
  /** What the tool reads on its standard input; without it there is nothing. */
  readonly input?: string;
  /** Added to this process's environment. */
  readonly env?: Readonly<Record<string, string>>;
}

const defaultOutputLimit = 64 * 1024 * 1024;
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** Milliseconds that a tool's own children may keep its pipes open after it has ended. */
const pipeGrace = 2000;
const running = new Set<ChildProcess>();

/**
 * Runs an external program without a shell.
 * Throws a Failure `tool-missing` when the program is not there, and `tool-failed` when it passes its time or output limit
 * or is ended by a signal. Whatever it started ends with it.
 */
export function runTool(program: string, args: readonly string[], options: ToolOptions): Promise<ToolRun> {
  const limit = options.outputLimit ?? defaultOutputLimit;
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      stdio: [options.input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
      env: { ...process.env, ...options.env },
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    let size = 0;
    let stopped: string | undefined;
    let grace: NodeJS.Timeout | undefined;

    const stop = (why: string) => {
      stopped ??= why;
      killGroup(child);
    };
    const timer = setTimeout(
      () => stop(`took longer than ${options.seconds} seconds`),
      options.seconds * 1000,
    );
    const collect = (into: Buffer[]) => (chunk: Buffer) => {
      size += chunk.length;
      if (size > limit) stop(`printed more than ${limit} bytes`);
      else into.push(chunk);
    };
    const end = () => {
      clearTimeout(timer);
      clearTimeout(grace);
      forget(child);
    };

    remember(child);
    // A tool that ends before it has read everything says why by its exit code.
    child.stdin?.on('error', () => {});
    child.stdin?.end(options.input);
    child.stdout?.on('data', collect(stdout));
    child.stderr?.on('data', collect(stderr));
    child.on('error', (error: NodeJS.ErrnoException) => {
      end();
      const missing = error.code === 'ENOENT' || error.code === 'EACCES' || error.code === 'ENOTDIR';
      reject(
        missing
          ? new Failure('tool-missing', `${program} could not be started (${error.code}).`)
          : new Failure('tool-failed', `${program} could not be started: ${error.message}`),
      );
    });
    child.on('exit', () => {
      grace = setTimeout(() => {
        child.stdout?.destroy();
        child.stderr?.destroy();
      }, pipeGrace);
    });
    child.on('close', (code, signal) => {
      end();
      killGroup(child);
      if (stopped !== undefined) reject(new Failure('tool-failed', `${program} ${stopped} and was stopped.`));
      else if (code === null) reject(new Failure('tool-failed', `${program} was ended by ${signal}.`));
      else resolve({ code, stdout: join(stdout, options.encoding), stderr: join(stderr) });
    });
  });
}

function join(chunks: readonly Buffer[], encoding: 'utf8' | 'latin1' = 'utf8'): string {
  return Buffer.concat(chunks).toString(encoding);
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // The whole group has ended already.
  }
}

// A tool leads its own process group, so the terminal's Ctrl+C does not reach it: pass it on.
function remember(child: ChildProcess): void {
  if (running.size === 0) for (const signal of signals) process.on(signal, passOn);
  running.add(child);
}

function forget(child: ChildProcess): void {
  running.delete(child);
  if (running.size === 0) for (const signal of signals) process.off(signal, passOn);
}

function passOn(signal: NodeJS.Signals): void {
  for (const child of [...running]) {
    killGroup(child);
    forget(child);
  }
  if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
}
