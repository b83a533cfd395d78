export { CaseBook } from './case-book.js';
export { firstBreak } from '@heard/registers';
export { readHistories, readHistory, type StoredEvent } from './case-history.js';
export type {
  Announce,
  CaseChange,
  CaseRecord,
  CaseTimers,
  Customer,
  NewCase,
  Written,
} from './case-record.js';
