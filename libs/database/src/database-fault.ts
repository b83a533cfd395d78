import { Fault } from '@heard/core';

/** SQLSTATE classes and codes (PostgreSQL, appendix A) and node's connection errors, by what to do next. */
const unavailable = new Set([
  '57P01',
  '57P02',
  '57P03',
  '53100',
  '53200',
  '53300',
  '40001',
  '40P01',
  '55P03',
  '57014',
]);
const networkErrors = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
]);

/** A database error as a fault. Never passes on the message of a constraint, which may hold a customer's words. */
export function asFault(error: unknown): unknown {
  if (error instanceof Fault || !(error instanceof Error)) return error;
  const code = codeOf(error);
  if (code === undefined) {
    return isLostConnection(error) ? down(error) : error;
  }
  if (unavailable.has(code) || networkErrors.has(code) || code.startsWith('08')) return down(error);
  if (code === '28P01' || code === '28000') {
    return new Fault('unavailable', 'PostgreSQL refused the user name or password.', {
      code: 'database_login',
      cause: error,
    });
  }
  if (code === '3D000') {
    return new Fault('unavailable', 'The database named in DATABASE_URL does not exist.', {
      code: 'database_missing',
      cause: error,
    });
  }
  if (code === '23505')
    return new Fault('conflict', 'This exists already.', { code: 'exists_already', cause: error });
  return error;
}

function down(cause: Error): Fault {
  return new Fault('unavailable', 'The database does not answer right now; try again in a moment.', {
    code: 'database_unavailable',
    cause,
  });
}

function codeOf(error: Error): string | undefined {
  const code: unknown = 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}

/** The driver tells a broken connection in words only. */
function isLostConnection(error: Error): boolean {
  return /Connection terminated|timeout exceeded when trying to connect|not queryable|Client has encountered/u.test(
    error.message,
  );
}
