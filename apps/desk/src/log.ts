import { Fault } from '@heard/core';
import { pino } from 'pino';

/** One structured line per step: ids, kinds and durations; never a customer's text, a name or a token. */
export interface Log {
  info(message: string, facts?: Readonly<Record<string, unknown>>): void;
  warn(message: string, facts?: Readonly<Record<string, unknown>>): void;
  error(message: string, facts?: Readonly<Record<string, unknown>>): void;
}

/** Logs to standard error, so that standard output stays for what a command prints. */
export function createLog(level: string): Log {
  const out = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination(2));
  const write =
    (at: 'info' | 'warn' | 'error') =>
    (message: string, facts: Readonly<Record<string, unknown>> = {}): void => {
      const { error, ...rest } = facts;
      out[at](error === undefined ? rest : { ...rest, ...describe(error) }, message);
    };
  return { info: write('info'), warn: write('warn'), error: write('error') };
}

/** What may be said of an error: faults are written for people; of others only the name and the place in our code. */
function describe(error: unknown): Record<string, unknown> {
  if (error instanceof Fault) return { fault: error.kind, code: error.code, reason: error.message };
  if (!(error instanceof Error)) return { bug: typeof error };
  const code: unknown = 'code' in error ? error.code : undefined;
  const place = error.stack
    ?.split('\n')
    .filter((line) => line.trim().startsWith('at '))
    .slice(0, 6);
  return { bug: error.name, ...(typeof code === 'string' ? { sqlState: code } : {}), place };
}
