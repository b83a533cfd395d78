import type { Socket } from 'node:net';
import { HttpProblem, problemOf } from './problem.js';

/** What is wrong with bytes that are no request, by the code of Node's parser. */
const known: Readonly<Record<string, HttpProblem>> = {
  ERR_HTTP_REQUEST_TIMEOUT: new HttpProblem(
    408,
    'too_slow',
    'The request did not arrive in time; send it again.',
  ),
  HPE_HEADER_OVERFLOW: new HttpProblem(431, 'headers_too_large', 'The headers are at most 16 KB.'),
};
const unreadable = new HttpProblem(
  400,
  'bad_request',
  'The request cannot be understood as HTTP; check how it is made.',
);

/** Answers what never became a request, and hangs up: what follows on the connection means nothing. */
export function sendUnreadable(error: Error & { readonly code?: string }, socket: Socket, now: Date): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const problem = problemOf(known[error.code ?? ''] ?? unreadable, now);
  const body = JSON.stringify(problem);
  socket.end(
    [
      `HTTP/1.1 ${problem.status} ${problem.title}`,
      'content-type: application/problem+json; charset=utf-8',
      `content-length: ${Buffer.byteLength(body)}`,
      'connection: close',
      '',
      body,
    ].join('\r\n'),
  );
}
