import { Failure } from '../../kernel/failure.ts';
import { type Chromium, findChromium } from '../chromium.ts';
import { type Environment, findProgram } from '../find-program.ts';
import { runTool } from '../run-tool.ts';

/** What a session with Orca needs, and the Debian package of each. */
const programs = {
  orca: 'orca',
  Xvfb: 'xvfb',
  xdotool: 'xdotool',
  openbox: 'openbox',
  'dbus-daemon': 'dbus',
  gdbus: 'libglib2.0-bin',
  unshare: 'util-linux',
} as const;

/** @public The set-up asks for them. */
export const orcaPrograms: readonly string[] = Object.keys(programs);

/** @public Debian packages from which a session with Orca can be started. */
export const orcaPackages: readonly string[] = [...Object.values(programs), 'at-spi2-core'];

export interface OrcaFound {
  readonly xdotool: string;
  /** The command before the session's, by which it has a PID namespace of its own; empty where that is not allowed. */
  readonly namespace: readonly string[];
  readonly chromium: Chromium;
}

/** Finds Orca and what it needs. @throws Failure `tool-missing`, which names what is missing */
export async function findOrca(root: string, env: Environment = process.env): Promise<OrcaFound> {
  if (process.platform !== 'linux') throw new Failure('tool-missing', 'Orca is a program for Linux.');
  if (findProgram(['orca'], env) === undefined) throw new Failure('tool-missing', 'Orca is not installed.');
  const missing = Object.entries(programs).filter(([name]) => findProgram([name], env) === undefined);
  if (missing.length > 0) {
    const names = missing.map(([name]) => name).join(', ');
    throw new Failure('tool-missing', `Orca is there, but not what it needs here: ${names}.`);
  }
  const chromium = await findChromium(root, env);
  // The packaged copy has no windows, and Orca reads windows.
  if (chromium.args.includes('--no-zygote'))
    throw new Failure('tool-missing', 'Orca needs a Chromium with windows, such as the one of Debian.');
  return {
    xdotool: findProgram(['xdotool'], env)!,
    namespace: await namespaceOf(findProgram(['unshare'], env)!),
    chromium,
  };
}

async function namespaceOf(unshare: string): Promise<readonly string[]> {
  const user = process.getuid?.() === 0 ? [] : ['--map-current-user'];
  const command = [unshare, ...user, '--pid', '--fork', '--kill-child', '--mount-proc'];
  const run = await runTool(unshare, [...command.slice(1), 'true'], { seconds: 30 });
  return run.code === 0 ? command : [];
}
