// node setup/tools.mjs: makes "allformats check" ready, for build servers: packages, the built program, and the checkers.
import { prepare } from './prepare.mjs';

prepare();
await (await import('./validators.mjs')).prepareValidators();
