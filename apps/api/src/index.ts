export { type Api, type ApiAsked, createApi } from './create-api.js';
export { describeApi, writeOpenApi } from './open-api.js';
export type { ApiLog } from './log.js';
export type * from './ports/index.js';
export { databaseHealth } from './parts/database-health.js';
export { type PoliciesLibrary, policiesPart } from './parts/policies-part.js';
export { authPart, type StaffLibrary, staffPart } from './parts/staff-parts.js';
export { liveChannel, LiveNews } from './store/live-news.js';
