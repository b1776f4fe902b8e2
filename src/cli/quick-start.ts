import { setFlagsFromString } from 'node:v8';

/** What has V8 optimise a function about ten times later than it does by itself: Node 20 counts bytes of bytecode, later ones calls. */
const later: Readonly<Record<number, string>> = {
  20: '--interrupt-budget=500000',
  22: '--invocation-count-for-turbofan=30000',
  24: '--invocation-count-for-turbofan=30000',
};

/**
 * Has V8 optimise only what is really hot. Most commands end within seconds, and V8 spends a third of their processor time on
 * machine code that hardly runs; a run over many reports gains a fifth (figures: bench/README.md). Only for a process of our
 * own, never in a host's. Other versions of Node stay as they are: V8 complains on the terminal about a flag that it has not.
 */
export function quickStart(): void {
  const flag = later[Number.parseInt(process.versions.node, 10)];
  if (flag !== undefined) setFlagsFromString(flag);
}
