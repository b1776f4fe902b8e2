import { Failure } from '../../kernel/failure.ts';
import { runTool } from '../run-tool.ts';
import { eachOf, type SpeechEngine } from './speech-engine.ts';

/** Seconds for one sentence of up to 400 signs: it takes 0.02 on a quiet machine. */
const sentenceLimit = 60;
/** A sentence of 400 signs is about 30 seconds of sound, 44,100 bytes each. */
const bytesLimit = 64 * 1024 * 1024;

/** Names of the voices that reports in England need most; others are told by their code. */
const names: Readonly<Record<string, string>> = { 'en-gb': 'British English', cy: 'Welsh' };

/**
 * Debian's eSpeak NG, a program of its own: one process a sentence. Undefined where it does not start.
 * @param speed words a minute
 */
export async function espeakEngine(path: string, speed: number): Promise<SpeechEngine | undefined> {
  const version = await versionOf(path);
  if (version === undefined) return undefined;
  const voices = await voicesOf(path);
  const voiceFor = (language: string): string | undefined => {
    const wanted = language.toLowerCase();
    const primary = wanted.split('-')[0] ?? '';
    // Plain English is British English here: this project's reports are read in Britain.
    const tries = primary === 'en' ? [wanted, 'en-gb'] : [wanted, primary];
    return tries.find((voice) => voices.has(voice));
  };
  return {
    name: `eSpeak NG ${version}`,
    id: `espeak-ng ${version}, ${speed} words a minute`,
    voiceOf(language) {
      const voice = voiceFor(language);
      if (voice === undefined) return undefined;
      return names[voice] === undefined ? voice : `${names[voice]} (${voice})`;
    },
    speak: (sayings) =>
      eachOf(sayings, 2, async ({ text, language }) => {
        const voice = voiceFor(language);
        if (voice === undefined)
          throw new Failure('tool-failed', `eSpeak NG has no voice for "${language}".`);
        const args = ['-v', voice, '-s', String(speed), '-b', '1', '--stdin', '--stdout'];
        // Two brackets would begin a word in phonetic writing.
        const input = text.replace(/\[\[/g, '[ [');
        const options = {
          seconds: sentenceLimit,
          outputLimit: bytesLimit,
          encoding: 'latin1',
          input,
        } as const;
        const run = await runTool(path, args, options);
        if (run.code !== 0 || run.stdout.length < 44)
          throw new Failure('tool-failed', `eSpeak NG made no sound of a sentence. ${run.stderr.trim()}`);
        return new Uint8Array(Buffer.from(run.stdout, 'latin1'));
      }),
  };
}

async function versionOf(path: string): Promise<string | undefined> {
  try {
    const { stdout } = await runTool(path, ['--version'], { seconds: 20 });
    return /\d+\.\d+(?:\.\d+)?/.exec(stdout)?.[0];
  } catch {
    return undefined;
  }
}

async function voicesOf(path: string): Promise<ReadonlySet<string>> {
  const { stdout } = await runTool(path, ['--voices'], { seconds: 20 });
  return new Set(stdout.split('\n').map((line) => line.trim().split(/\s+/)[1]?.toLowerCase() ?? ''));
}
