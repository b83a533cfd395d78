import type { Clock } from '@heard/core';
import type { ApiLog } from './log.js';

/** How the api serves. */
export interface ApiOptions {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** Where people reach the dashboard; https here makes cookies secure and sends HSTS. */
  readonly publicUrl: URL;
  /** Addresses or networks of proxies whose word about a caller's address is believed. */
  readonly trustProxies: readonly string[];
  /** The built dashboard; absent where it is served by somebody else. */
  readonly dashboardDir?: string;
  readonly clock: Clock;
  /** How often a live stream says that it is still there, and asks whether its reader still may read. */
  readonly heartbeatMs: number;
  readonly log: ApiLog;
}

/** The token of the options. */
export const API_OPTIONS = Symbol('ApiOptions');
