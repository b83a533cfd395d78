export { type FailureLog, type Handler, installJobs, Jobs } from './jobs.js';
export { deadLetters, type Job, job, type Queue } from './queue.js';
