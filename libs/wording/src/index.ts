export { type NamedInText, readNamed } from './causes/read-named.js';
export {
  promisesLine,
  type PromisesLine,
  type RefusedLine,
  substanceLine,
  type SubstanceLine,
} from './lines.js';
export { type CutWord, mayHaveNotes, type NotedWord, readNotes } from './notes/read-notes.js';
export { findPromises, type PromisesAsked } from './promises/find-promises.js';
export { type LabelledAnswer, type PromiseScore, scorePromises } from './promises/score-promises.js';
export { checkSubstance, type SubstanceAsked } from './substance/check-substance.js';
export { type LabelledPair, scoreSubstance, type SubstanceScore } from './substance/score-substance.js';
export { type PointAnswered, pointsAnswered } from './substance/points-answered.js';
export { type ToldFact, toldIn } from './told/told-facts.js';
export { askWhatTheyMeant, type ToTell, youSaidWeDid } from './suggestions/you-said-we-did.js';
