export { ActOnIncident, type OnDealtWith } from './act-on-incident.js';
export { CheckMessage, type MessageFindings, messageLanguages } from './check-message.js';
export { FindIncidents, type FindLog, type LimitsOfDay, type OnProposed } from './find-incidents.js';
export { type IncidentBook, incidentBook } from './incident-register.js';
export { LikelyHitList, type LikelyHitPerson, type ToldBefore } from './likely-hit-list.js';
export { type GivenByHand, TellIncident, type TellJob, tellIncidentQueue } from './tell-incident.js';
