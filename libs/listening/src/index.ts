export { CollectDueSources, type CollectSettings, type TurnLog, usualPace } from './collect-due-sources.js';
export { ConnectSource, type Connection, type ConnectionChange } from './connect-source.js';
export { OpenSource, platformOf, type SourceParts } from './open-source.js';
export type { SourceAlarm } from './ports.js';
export type { SourceRow } from './store/source-rows.js';
export { type BatchReport, type BatchSource, TakeBatch, type Understand, type Unread } from './take-batch.js';
export { type ColumnMap, type ImportField, importFields, parseColumnMap } from './import/fields.js';
export { type FileToImport, ImportFile, type ImportReport } from './import/import-file.js';
