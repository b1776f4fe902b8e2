import { Failure } from '../../kernel/failure.ts';
import { runTool } from '../run-tool.ts';
import { type BrailleEngine, joinPieces, piecesOf } from './braille-engine.ts';

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

/** liblouis' own program, one run for all lines of a report: a separate process, so that a crash or a hang ends with it. */
export function programEngine({ path, version, origin, env }: LouisProgram, seconds = limit): BrailleEngine {
  const run = async (lines: readonly string[], tables: readonly string[]) => {
    const pieces = lines.map((line) => piecesOf(line.replace(/[\s\u2800]/gu, ' ')));
    const flat = pieces.flat();
    if (flat.every(({ text }) => text === '')) return lines.map(() => '');
    const list = ['unicode.dis', ...tables].join(',');
    const { code, stdout, stderr } = await runTool(path, ['--forward', list], {
      seconds,
      env,
      input: `${flat.map(({ text }) => text).join('\n')}\n`,
    });
    const said = stdout.replace(/\n$/, '').split('\n');
    if (code !== 0 || said.length !== flat.length) {
      const why = stderr.trim().slice(0, 500) || `${said.length} lines instead of ${flat.length}`;
      throw new Failure('tool-failed', `${path} did not translate with ${tables.join(', ')}: ${why}.`);
    }
    let at = 0;
    return pieces.map((parts) => {
      const made = said.slice(at, at + parts.length);
      at += parts.length;
      return joinPieces(parts, made);
    });
  };
  return {
    name: `liblouis ${version} (${origin})`,
    id: `liblouis ${version} ${origin}`,
    translate: run,
  };
}
