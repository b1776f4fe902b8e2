import { type ChildProcess, spawn } from 'node:child_process';
import {
  closeSync,
  fstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { Failure } from '../../kernel/failure.ts';
import { runTool } from '../run-tool.ts';
import { loadPlaywright } from '../start-browser.ts';
import type { OrcaFound } from './find-orca.ts';
import { orcaCustomizations } from './orca-customizations.ts';
import { sessionScript } from './session-script.ts';

/** One line of what Orca did: said something, changed its language, or began or ended to read a page. */
interface Heard {
  readonly said?: string;
  readonly language?: string;
  readonly mark?: 'start' | 'end';
}

/** Milliseconds: how often is looked, and how long silence lasts before the next key is pressed. */
const look = 40;
const quiet = 600;
/** Milliseconds until a step of a session must have happened on a busy machine. */
const startLimit = 90_000;
/** Milliseconds in which Orca says that a page is loaded; where it does not, its silence is waited for instead. */
const loadLimit = 15_000;
const answerLimit = 10_000;
const connectLimit = 6_000;
const connectTries = 8;
/** Milliseconds: to read a page from the top, at least, and for each kilobyte of it. */
const readLimit = 60_000;
const readLimitOfKilobyte = 2_500;

/**
 * Orca, Chromium and all that they need, in a PID namespace of their own where that is allowed: `close` ends them all and nothing
 * else, and they end by themselves when this process does.
 */
export class OrcaSession {
  readonly #found: OrcaFound;
  readonly #folder = mkdtempSync(join(tmpdir(), 'allformats-orca-'));
  #session: ChildProcess | undefined;
  #ended: string | undefined;
  readonly #lines: Heard[] = [];
  #bytes = 0;
  #browser: Browser | undefined;
  #page: Page | undefined;

  constructor(found: OrcaFound) {
    this.#found = found;
  }

  /** @throws Failure `tool-failed` */
  async open(): Promise<void> {
    const data = join(this.#folder, 'home/data/orca');
    mkdirSync(data, { recursive: true });
    writeFileSync(join(data, 'orca-customizations.py'), orcaCustomizations);
    const script = join(this.#folder, 'session.sh');
    writeFileSync(script, sessionScript);
    const { namespace, chromium } = this.#found;
    const command = [...namespace, '/bin/sh', script, ...chromiumArguments(chromium.args, this.#folder)];
    const started = spawn(command[0]!, command.slice(1), {
      stdio: ['pipe', 'ignore', 'pipe'],
      env: { ...process.env, ...chromium.env, WORK: this.#folder, CHROMIUM: chromium.path },
      detached: true,
    });
    this.#session = started;
    let said = '';
    started.stderr.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-2000);
    });
    started.stdin.on('error', () => {});
    started.on('error', ({ message }) => {
      this.#ended = message;
    });
    started.on('exit', () => {
      this.#ended = said.trim().split('\n').at(-1) || 'it ended';
    });
    await this.#until('The session with Orca did not start', startLimit, () => this.#read('ready') !== '');
    await this.#until('Chromium did not start', startLimit, () => this.#port() !== undefined);
    this.#browser = await this.#connect();
    const [page] = this.#browser.contexts()[0]!.pages();
    if (page === undefined) throw new Failure('tool-failed', 'Chromium opened no page for Orca.');
    this.#page = page;
  }

  /** What Orca says when it reads a page from its top to its end, each utterance as it was handed to the voice. */
  async read(address: string, bytes: number): Promise<readonly string[]> {
    const page = this.#page!;
    const before = this.#heard().length;
    await page.goto(address, { waitUntil: 'load' });
    const isLoaded = () =>
      this.#heard()
        .slice(before)
        .some(({ said }) => said?.startsWith('Finished loading'));
    await this.#until('', loadLimit, isLoaded).catch(() => this.#mustLive());
    // A field that has the focus would keep the keys for itself.
    await page.evaluate('document.activeElement?.blur()');
    // Orca leaves out what it said last: the end first, so that the top is said whole. A page may be too short to move in.
    for (const keys of ['ctrl+End', 'ctrl+Home']) await this.#press(keys).catch(() => this.#mustLive());
    const from = this.#heard().length;
    const limit = readLimit + (bytes / 1024) * readLimitOfKilobyte;
    await this.#press(
      'KP_Add',
      () =>
        this.#heard()
          .slice(from)
          .some(({ mark }) => mark === 'end'),
      limit,
    );
    const heard = this.#heard().slice(from);
    const start = heard.findIndex(({ mark }) => mark === 'start');
    const end = heard.findIndex(({ mark }) => mark === 'end');
    return heard.slice(start + 1, end).flatMap(({ said }) => said ?? []);
  }

  async close(): Promise<void> {
    await this.#browser?.close().catch(() => {});
    const session = this.#session;
    if (session?.pid !== undefined && this.#ended === undefined) {
      const ended = new Promise((resolve) => session.once('exit', resolve));
      process.kill(-session.pid, 'SIGKILL');
      await ended;
    }
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }

  async #connect(): Promise<Browser> {
    const { chromium } = await loadPlaywright();
    let last: unknown;
    // The first connection hangs now and then.
    for (let attempt = 0; attempt < connectTries; attempt++) {
      try {
        return await chromium.connectOverCDP(`http://127.0.0.1:${this.#port()}`, { timeout: connectLimit });
      } catch (error) {
        last = error;
      }
    }
    const why = last instanceof Error ? last.message.split('\n')[0] : String(last);
    throw new Failure('tool-failed', `Chromium could not be reached for Orca: ${why}`);
  }

  /** Presses keys, and waits until Orca has answered and is quiet again, or until `isDone`. */
  async #press(keys: string, isDone?: () => boolean, limit = answerLimit): Promise<void> {
    const before = this.#heard().length;
    const run = await runTool(this.#found.xdotool, ['key', '--clearmodifiers', keys], {
      seconds: 30,
      env: { DISPLAY: `:${this.#read('display').trim()}` },
    });
    if (run.code !== 0) throw new Failure('tool-failed', `xdotool: ${run.stderr.trim()}`);
    let length = before;
    let changed = Date.now();
    await this.#until(`Orca did not answer to ${keys}`, limit, () => {
      if (isDone !== undefined) return isDone();
      const now = this.#heard().length;
      if (now !== length) changed = Date.now();
      length = now;
      return now > before && Date.now() - changed >= quiet;
    });
  }

  async #until(fault: string, limit: number, isThere: () => boolean): Promise<void> {
    const end = Date.now() + limit;
    while (!isThere()) {
      if (this.#ended !== undefined) throw new Failure('tool-failed', `${fault}: ${this.#ended}.`);
      if (Date.now() > end)
        throw new Failure('tool-failed', `${fault} within ${Math.round(limit / 1000)} seconds.`);
      await new Promise((resolve) => setTimeout(resolve, look));
    }
  }

  #mustLive(): void {
    if (this.#ended !== undefined) throw new Failure('tool-failed', `Orca ended: ${this.#ended}.`);
  }

  #port(): string | undefined {
    return this.#read('profile/DevToolsActivePort').split('\n')[0] || undefined;
  }

  /** Only what is new is read and parsed: a long page gives many thousand lines. */
  #heard(): readonly Heard[] {
    let file: number;
    try {
      file = openSync(join(this.#folder, 'heard.jsonl'), 'r');
    } catch {
      return this.#lines;
    }
    try {
      const fresh = Buffer.alloc(Math.max(0, fstatSync(file).size - this.#bytes));
      const length = readSync(file, fresh, 0, fresh.length, this.#bytes);
      const end = fresh.subarray(0, length).lastIndexOf(10) + 1;
      this.#bytes += end;
      for (const line of fresh.toString('utf8', 0, end).split('\n'))
        if (line !== '') this.#lines.push(JSON.parse(line) as Heard);
    } finally {
      closeSync(file);
    }
    return this.#lines;
  }

  #read(name: string): string {
    try {
      return readFileSync(join(this.#folder, name), 'utf8');
    } catch {
      return '';
    }
  }
}

function chromiumArguments(own: readonly string[], folder: string): string[] {
  return [
    ...own,
    '--force-renderer-accessibility',
    '--remote-debugging-port=0',
    `--user-data-dir=${join(folder, 'profile')}`,
    '--lang=en-GB',
    '--window-size=1280,1024',
    '--no-first-run',
    '--disable-component-update',
    '--disable-sync',
    '--disable-quic',
    '--app=about:blank',
  ];
}
