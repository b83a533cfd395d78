export { assess, modelName } from './assess.js';
export { assessLine, assessLines, type AssessedLine, type RefusedLine } from './lines.js';
export { type AssessedMention, saveAssessments } from './store/save-assessments.js';
