/** A narrow door for programs that assess and do nothing else: without training, readers, adaptations and stores. */
export { assess, modelName } from './assess.js';
export { assessLine, assessLines, type AssessedLine, type RefusedLine } from './lines.js';
export { bareScore } from './figures/bare.js';
