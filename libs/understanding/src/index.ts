export { assess, modelName } from './assess.js';
export { assessLine, assessLines, type AssessedLine, type RefusedLine } from './lines.js';
export { type AssessedMention, saveAssessments } from './store/save-assessments.js';
export { type AtWidth, atWidth, type JudgedLean } from './unsure/at-width.js';
export { type ExpectedUnsure, expectedUnsure } from './unsure/expected.js';
export { type OwnLeans, ownLeans } from './unsure/store/own-leans.js';
export { UnsureBand, type UnsureWidth } from './unsure/store/unsure-band.js';
export { type LabelledPost, type ReaderScore, scoreReaders } from './readers/compare-readers.js';
export {
  makeReaders,
  makeSecondReading,
  purseOfOneRun,
  type ReaderSettings,
} from './readers/make-second-reading.js';
export { type Post, type Reader, type Opinion } from './readers/reader.js';
export { type ReaderInTurn, type ReaderLog, SecondReading } from './readers/second-reading.js';
export { judge, type Judgement } from './figures/judge.js';
export {
  type JudgedPost,
  mean,
  type SentimentFigures,
  sentimentFigures,
} from './figures/sentiment-figures.js';
export { agreement, f1Of, type Pair } from './figures/agreement.js';
export { type ModelWeights, readWeights, weights, writeWeights } from './model/weights.js';
export type { Label, TrainingPost } from './train/sample.js';
export { train } from './train/train.js';
export { type EdgeScore, scoreEdgeCases } from './edge/score-edge-cases.js';
export { Accuracy, type AccuracyOfLanguage } from './accuracy/accuracy.js';
export { DrawSample, fewestForDraw } from './accuracy/draw-sample.js';
export type { Estimate, Rightness } from './accuracy/estimate.js';
export type { FoundVerdicts } from './accuracy/store/checked-rows.js';
export { judgedLeans } from './accuracy/store/judged-leans.js';
export { type Adaptation, ReadyAdaptation } from './adapt/adaptation.js';
export { Adaptations, type NotSwitchedOn, whyNot } from './adapt/adaptations.js';
export { Learn } from './adapt/learn.js';
export { fewestForPrior } from './adapt/prior.js';
export { fewestForRecalibration } from './adapt/recalibrate.js';
export { fewestForResidual } from './adapt/residual.js';
export type { AdaptationFigures, AdaptationSwitch, KeptProposal } from './adapt/store/adaptation-rows.js';
export { countLabels } from './adapt/store/label-rows.js';
export { type Example, exampleOf } from './adapt/example.js';
export { type HeldBack } from './adapt/measure.js';
export { type AdaptationKind, proposeAdaptations, type Proposal } from './adapt/propose.js';
export { type AdaptationTrial, trialOfAdaptation, withShare } from './adapt/trial.js';
export { wordsOfVerdicts } from './words-of-verdicts.js';
