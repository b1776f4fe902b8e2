import { join } from 'node:path';
import { Failure } from '../kernel/failure.ts';
import { type Environment, findProgram, isProgram } from './find-program.ts';

/** Java from JAVA_HOME, else from the PATH. @throws Failure `tool-missing` */
export function findJava(env: Environment): string {
  const home = env.JAVA_HOME;
  const ofHome = home === undefined || home === '' ? undefined : join(home, 'bin', 'java');
  const java = ofHome !== undefined && isProgram(ofHome) ? ofHome : findProgram(['java'], env);
  if (java === undefined)
    throw new Failure('tool-missing', 'Java was not found: not in JAVA_HOME and not on the PATH.');
  return java;
}
