import { availableParallelism } from 'node:os';
import type { Piscina } from 'piscina';
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
  let pool: Promise<Piscina<Job, JobResult | JobFailure>> | undefined;
  return {
    run: async (job) => {
      pool ??= openThreads(Math.min(threads, jobs));
      const opened = await pool;
      // A report that takes more is told instead of waited for.
      const minutes = minutesFor(job.profile.format);
      const signal = AbortSignal.timeout(minutes * 60_000);
      try {
        return await opened.run(job, { signal });
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
    close: async () => (await pool)?.destroy(),
  };
}

async function openThreads(threads: number): Promise<Piscina<Job, JobResult | JobFailure>> {
  const { Piscina } = await import('piscina');
  const filename = new URL('./worker.js', import.meta.url).href;
  return new Piscina({ filename, maxThreads: threads, minThreads: threads });
}
