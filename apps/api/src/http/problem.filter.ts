import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Clock, isFault } from '@heard/core';
import { type ApiLog, errorFields } from '../log.js';
import { type Problem, problemOf } from './problem.js';

/** Answers every error as problem+json and logs it by its kind. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly log: ApiLog,
    private readonly clock: Clock,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    if (reply.sent) return;
    const problem = problemOf(error, this.clock.now());
    this.write(error, problem, http.getRequest<FastifyRequest>());
    sendProblem(reply, problem);
  }

  private write(error: unknown, problem: Problem, request: FastifyRequest): void {
    const { status, code, errorId } = problem;
    const fields = { method: request.method, route: request.routeOptions?.url, status, code };
    if (errorId !== undefined) {
      this.log.error({ ...fields, errorId, error: errorFields(error) }, 'api request failed');
    } else if (isFault(error, 'unavailable', 'disconnected', 'rejected')) {
      this.log.warn({ ...fields, error: errorFields(error) }, 'api request failed');
    } else this.log.info(fields, 'api request refused');
  }
}

/** Sends a problem as RFC 9457 wants it. */
export function sendProblem(reply: FastifyReply, { retryAfter, ...body }: Problem): void {
  if (retryAfter !== undefined) reply.header('retry-after', retryAfter);
  if (body.status === 401) reply.header('www-authenticate', 'Bearer');
  reply
    .code(body.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(JSON.stringify(body));
}
