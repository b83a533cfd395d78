export { tellScreens } from './announce.js';
export { allQueues, composeHeard, type Heard, type HeardParts } from './compose.js';
export { batchSize } from './take-pushed.js';
