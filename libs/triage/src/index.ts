export type { StaffOnDuty } from './ports.js';
export { TriageMentions, type UnderstoodMention } from './triage-mentions.js';
