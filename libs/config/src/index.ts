export { nearest } from './nearest.js';
export { type DescribedKey, describeConfig } from './describe-config.js';
export { LOG_LEVELS, type Role, ROLES } from './keys.js';
export { type Config, type Environment, knownNames, loadConfig } from './load-config.js';
export { readOrCreateSecretKey } from './secret-key.js';
