export { ConnectProxy } from './connect-proxy.js';
export { FakeClock } from './fake-clock.js';
export { type TestDatabase, testDatabase } from './test-database.js';
