export { Database, type Statements, type Transaction } from './database.js';
export { asFault } from './database-fault.js';
export { newId, sha256 } from './ids.js';
export { migrate } from './migrate.js';
export { type DatabaseChoice, prepareDatabase, type PreparedDatabase } from './prepare-database.js';
export { SecretBox } from './secret-box.js';
export { prepareServiceRole } from './service-role.js';
export { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded/embedded-postgres.js';
