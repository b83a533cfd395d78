export type { StaffOnDuty } from './ports.js';
export { type Triaged, TriageMentions, type UnderstoodMention } from './triage-mentions.js';
