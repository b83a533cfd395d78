export { canonicalLink, cleanLink } from './canonical-link.js';
export { textKey } from './text-key.js';
export { readCsv, sniffDelimiter } from './import/csv.js';
export { type CheckLog, CheckSources, type UnheardLog } from './check-sources.js';
export { CollectDueSources, type CollectSettings, type TurnLog, usualPace } from './collect-due-sources.js';
export { type Choice, ConnectByConsent, type ConsentApps } from './connect-by-consent.js';
export { ConnectSource, type Connection, type ConnectionChange } from './connect-source.js';
export { TakeDelivery } from './take-delivery.js';
export { TakeEvents } from './take-events.js';
export { OpenSource, platformOf, type SourceParts } from './open-source.js';
export { keepUnread } from './store/unparsed-mail.js';
export { CallBudgets } from './store/call-budgets.js';
export { SealedTokens } from './store/sealed-tokens.js';
export type { SourceAlarm } from './ports.js';
export { batchSourceOf, type SourceRow } from './store/source-rows.js';
export {
  type BatchReport,
  type BatchSource,
  type SaidBeside,
  TakeBatch,
  type Understand,
  type Unread,
} from './take-batch.js';
export { type ColumnMap, type ImportField, importFields, parseColumnMap } from './import/fields.js';
export { readyMapping } from './import/mappings.js';
export { type FileToImport, ImportFile, type ImportReport } from './import/import-file.js';
