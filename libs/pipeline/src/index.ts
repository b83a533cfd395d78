export { tellScreens } from './announce.js';
export { allQueues, composeHeard, type Heard, type HeardParts } from './compose.js';
export type { CorrectionGiven } from './correct-mention.js';
export type { ReadLetter } from './settle-letter.js';
export type { Pasted, PastedText } from './take-pasted.js';
export { batchSize } from './take-pushed.js';
