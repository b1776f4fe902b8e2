import { Failure } from '../../kernel/failure.ts';
import { runTool } from '../run-tool.ts';
import { eachOf, type SpeechEngine } from './speech-engine.ts';

/** Seconds for one sentence: voices that are made by a neural network take many times what simple ones take. */
const sentenceLimit = 300;
const bytesLimit = 64 * 1024 * 1024;

/**
 * Any program: the text of a sentence goes in on its standard input, a WAV file comes out on its standard output. It finds the
 * language in SPEECH_LANGUAGE and the words a minute in SPEECH_SPEED. `name` tells people which voice it is and in which version;
 * sound is made anew when it changes.
 */
export function commandEngine(command: readonly string[], name: string, speed: number): SpeechEngine {
  const [program = '', ...args] = command;
  return {
    name,
    id: JSON.stringify(['command', command, name, speed]),
    voiceOf: () => name,
    speak: (sayings) =>
      eachOf(sayings, 2, async ({ text, language }) => {
        const run = await runTool(program, args, {
          seconds: sentenceLimit,
          outputLimit: bytesLimit,
          encoding: 'latin1',
          input: `${text}\n`,
          env: { SPEECH_LANGUAGE: language, SPEECH_SPEED: String(speed) },
        });
        if (run.code === 0 && run.stdout.startsWith('RIFF'))
          return new Uint8Array(Buffer.from(run.stdout, 'latin1'));
        const said = run.stderr.trim().slice(0, 2000);
        throw new Failure('tool-failed', `${program} made no WAV file (exit code ${run.code}). ${said}`);
      }),
  };
}
