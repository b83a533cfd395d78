export { AlertsRead, type AlertsAsked } from './alerts-read.js';
export { CasesRead, type CasesAsked } from './cases-read.js';
export { MentionsRead, type MentionsAsked } from './mentions-read.js';
export type { CanReply } from './ports.js';
export { SourcesRead, type SourcesAsked } from './sources-read.js';
export type * from './views.js';
