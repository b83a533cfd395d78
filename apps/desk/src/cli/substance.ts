import { substanceLine } from '@heard/wording';
import { answerLines } from './answer-lines.js';

/** Says whether answers of ours say anything that helps. */
export const checkAnswers = answerLines(substanceLine);
