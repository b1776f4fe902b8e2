import { Failure } from '../../kernel/failure.ts';
import { runTool } from '../run-tool.ts';
import { type BrailleEngine, piecesOf } from './braille-engine.ts';

/** Where a liblouis of other people lies. */
export interface LouisProgram {
  /** Path of its `lou_translate`. */
  readonly path: string;
  readonly version: string;
  readonly origin: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Seconds for one report (measured: 0.2 for 100,000 characters). */
const limit = 60;
const space = '\u2800';

/** liblouis' own program, one run for all lines of a report: a separate process, so that a crash or a hang ends with it. */
export function programEngine({ path, version, origin, env }: LouisProgram): BrailleEngine {
  const run = async (lines: readonly string[], tables: readonly string[], args: readonly string[]) => {
    const pieces = lines.map((line) => piecesOf(line.replace(/\s/gu, ' ')));
    const flat = pieces.flat();
    if (flat.every((piece) => piece === '')) return lines.map(() => '');
    const list = ['unicode.dis', ...tables].join(',');
    const { code, stdout, stderr } = await runTool(path, [...args, list], {
      seconds: limit,
      env,
      input: `${flat.join('\n')}\n`,
    });
    const said = stdout.replace(/\n$/, '').split('\n');
    if (code !== 0 || said.length !== flat.length) {
      const why = stderr.trim().slice(0, 500) || `${said.length} lines instead of ${flat.length}`;
      throw new Failure('tool-failed', `${path} did not translate with ${tables.join(', ')}: ${why}.`);
    }
    let at = 0;
    return pieces.map((parts) => parts.map(() => said[at++]!));
  };
  return {
    name: `liblouis ${version} (${origin})`,
    id: `liblouis ${version} ${origin}`,
    translate: async (lines, tables) =>
      (await run(lines, tables, ['--forward'])).map((parts) =>
        typeof parts === 'string' ? parts : parts.join(space).replaceAll(' ', space),
      ),
    backTranslate: async (lines, tables) =>
      (
        await run(
          lines.map((line) => line.replaceAll(space, ' ')),
          tables,
          ['--backward'],
        )
      ).map((parts) => (typeof parts === 'string' ? parts : parts.join(' '))),
  };
}
