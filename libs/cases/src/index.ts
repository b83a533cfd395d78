export { CaseBook } from './case-book.js';
export { firstBreak, readHistory, type StoredEvent } from './case-history.js';
export type { Announce, CaseChange, CaseRecord, Customer, NewCase, Written } from './case-record.js';
