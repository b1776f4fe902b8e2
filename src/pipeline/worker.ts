export { runJob as default } from './run-job.ts';
