import { promisesLine } from '@heard/wording';
import { answerLines } from './answer-lines.js';

/** Finds the promises in answers of ours. */
export const findInAnswers = answerLines(promisesLine);
