import { z } from 'zod';
import { Failure } from '../kernel/failure.ts';
import { runTool } from '../tools/run-tool.ts';

const answerSchema = z.object({
  sentences: z
    .array(z.object({ id: z.number().int().nonnegative(), text: z.string().max(5000) }))
    .max(20_000),
});

/**
 * Asks a team's own program for easier sentences: `{"version":1,"language":"en-GB","sentences":[{"id":0,"text":"…"}]}` on its
 * standard input, `{"sentences":[{"id":0,"text":"…"}]}` on its standard output. No shell is used. Gives the sentences by
 * their originals, or the Failure that says why there are none: the rules go on without it.
 */
export async function simplify(
  command: string,
  sentences: readonly string[],
  language: string,
  seconds = 120,
): Promise<ReadonlyMap<string, string> | Failure> {
  const [program = '', ...args] = command.trim().split(/\s+/);
  const asked = [...new Set(sentences)];
  const input = JSON.stringify({ version: 1, language, sentences: asked.map((text, id) => ({ id, text })) });
  try {
    const { code, stdout, stderr } = await runTool(program, args, {
      seconds,
      input,
      outputLimit: 16 * 1024 * 1024,
    });
    if (code !== 0) {
      const said = stderr.trim().split('\n').at(-1)?.slice(0, 200);
      return new Failure(
        'simplifier-failed',
        `"${command}" ended with code ${code}${said ? `: ${said}` : ''}.`,
      );
    }
    const answer = answerSchema.safeParse(parsed(stdout));
    if (!answer.success)
      return new Failure('simplifier-failed', `"${command}" did not print the JSON that is asked for.`);
    const given = new Map<string, string>();
    for (const { id, text } of answer.data.sentences) {
      const original = asked[id];
      if (original !== undefined) given.set(original, text.replace(/\s+/g, ' ').trim());
    }
    return given;
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
