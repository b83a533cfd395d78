export { createHttpClient } from './http-client.js';
export type { HttpClient, HttpClientOptions, HttpRequest, HttpResponse } from './http-client.js';
export { ProxiedHttp } from './proxied-http.js';
export { parseJson } from './parse-json.js';
export { describeUrl, redact } from './redact.js';
export { parseRetryAfter } from './retry-after.js';
export { readUsage, type ToldUsage } from './usage-headers.js';
