export { ActOnCase } from './act-on-case.js';
export type { SourceDoor } from './ports.js';
export { Refused, refusalTexts } from './refusal-text.js';
export { type AnswerJob, answerQueue, SendAnswer } from './send-answer.js';
export { type PromiseJob, promiseQueue, WatchPromises } from './watch-promises.js';
