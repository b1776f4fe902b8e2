import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import { minutesFor } from '../formats/registry.ts';
import { type Job, type JobFailure, type JobResult, runJob } from './run-job.ts';

/** Runs jobs, in threads where that pays. */
export interface JobPool {
  run(job: Job): Promise<JobResult | JobFailure>;
  close(): Promise<void>;
}

/** `threads` 0 runs everything in this thread. */
export function openJobPool(jobs: number, threads = availableParallelism()): JobPool {
  const isCompiled = import.meta.url.endsWith('.js');
  if (threads < 2 || jobs < 2 || !isCompiled) {
    return { run: runJob, close: async () => {} };
  }
  const pool = new Piscina<Job, JobResult | JobFailure>({
    filename: new URL('./worker.js', import.meta.url).href,
    maxThreads: Math.min(threads, jobs),
    minThreads: Math.min(threads, jobs),
  });
  return {
    run: async (job) => {
      // A report that takes more is told instead of waited for.
      const minutes = minutesFor(job.profile.format);
      const signal = AbortSignal.timeout(minutes * 60_000);
      try {
        return await pool.run(job, { signal });
      } catch (error) {
        if (!signal.aborted) throw error;
        return {
          failure: {
            code: 'too-slow',
            message: `${job.profile.title} took longer than ${minutes} minutes.`,
          },
        };
      }
    },
    close: () => pool.destroy(),
  };
}
