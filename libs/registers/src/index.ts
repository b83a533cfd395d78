export { causeBook, type CauseBook } from './causes/cause-rules.js';
export {
  chain,
  type ChainEnd,
  factsOf,
  firstBreak,
  type Happening,
  hashOf,
  type Link,
  revive,
} from './chain.js';
export { RegisterBook } from './register-book.js';
export type {
  AnnounceEntries,
  EntryChange,
  EntryWritten,
  Kept,
  NewEntry,
  RegisterName,
  RegisterRecord,
  RegisterRules,
} from './register-record.js';
export { suggestionBook, type SuggestionBook } from './suggestions/suggestion-rules.js';
