import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import { type Job, type JobFailure, type JobResult, runJob } from './run-job.ts';

/** Longer than any report should take; a report that takes more is told instead of waited for. Milliseconds. */
const timeLimit = 300_000;

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
      const signal = AbortSignal.timeout(timeLimit);
      try {
        return await pool.run(job, { signal });
      } catch (error) {
        if (!signal.aborted) throw error;
        return {
          failure: {
            code: 'too-slow',
            message: `${job.profile.title} took longer than ${timeLimit / 60_000} minutes.`,
          },
        };
      }
    },
    close: () => pool.destroy(),
  };
}
