import { Failure } from '../kernel/failure.ts';

/** A tool that could not be used. It is never the same as a tool that found nothing. */
export interface NotChecked {
  readonly state: 'not-checked';
  /** The reason, as a sentence for the person who runs the check. */
  readonly why: string;
}

function notChecked(why: string): NotChecked {
  return { state: 'not-checked', why };
}

/** Runs `check`; a Failure in it (tool missing, tool failed) becomes a NotChecked with its reason. Bugs are thrown on. */
export async function orNotChecked<T>(check: () => Promise<T>): Promise<T | NotChecked> {
  try {
    return await check();
  } catch (error) {
    if (error instanceof Failure)
      return notChecked(error.code === 'tool-missing' ? `${error.message} ${error.fix}` : error.message);
    throw error;
  }
}
