import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Fault, roleAtLeast } from '@heard/core';
import type { FastifyRequest } from 'fastify';
import { HttpProblem } from '../http/problem.js';
import { API_OPTIONS, type ApiOptions } from '../options.js';
import { API_PARTS, type ApiParts } from '../ports/index.js';
import { type Caller, personCaller, programCaller, rememberCaller } from './caller.js';
import { NEED, type Need } from './needs.js';
import { refuseCrossSite } from './same-site.js';
import { sessionCookieFor } from './session-cookie.js';

/** Asks who is calling and lets in whom the handler's `@Needs` names; a handler without one lets in nobody. */
@Injectable()
export class AuthGuard implements CanActivate {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(API_PARTS) private readonly parts: ApiParts,
    @Inject(API_OPTIONS) private readonly options: ApiOptions,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const need = this.reflector.get<Need | undefined>(NEED, context.getHandler());
    if (need === undefined)
      throw new Fault('bug', `${context.getHandler().name} does not say what it needs.`);
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (need === 'open') {
      refuseCrossSite(request, this.options.publicUrl, { cookie: false });
      return true;
    }
    const caller = await this.identify(request);
    if (caller.kind === 'person') refuseRole(caller, need);
    else refuseScope(caller, need);
    rememberCaller(request, caller);
    return true;
  }

  /** A key that is shown is what counts, also beside a cookie. */
  private async identify(request: FastifyRequest): Promise<Caller> {
    const { authorization } = request.headers;
    if (authorization !== undefined) {
      const key = /^Bearer +([\w-]{1,200})$/iu.exec(authorization)?.[1];
      const find = () => (key === undefined ? Promise.resolve(undefined) : this.parts.auth.findKey(key));
      const holder = await find();
      if (holder) return programCaller(holder, async () => (await find()) !== undefined);
      throw unauthorized(
        'key_unknown',
        'This API key is unknown or revoked; an administrator can make a new one.',
      );
    }
    const token = request.cookies[sessionCookieFor(this.options.publicUrl).name];
    if (token === undefined || token === '') {
      throw unauthorized('not_signed_in', 'Sign in, or show an API key: Authorization: Bearer hk_….');
    }
    refuseCrossSite(request, this.options.publicUrl, { cookie: true });
    const find = () => this.parts.auth.findSession(token);
    const session = await find();
    if (session) return personCaller(session, async () => (await find()) !== undefined);
    throw unauthorized('session_ended', 'The session has ended; sign in again.');
  }
}

function unauthorized(code: string, detail: string): HttpProblem {
  return new HttpProblem(401, code, detail);
}

type Asked = Exclude<Need, 'open'>;

function refuseRole(caller: Caller & { kind: 'person' }, need: Asked): void {
  if (roleAtLeast(caller.session.person.role, need.role)) return;
  throw new HttpProblem(403, 'role_needed', `This needs the role ${need.role}; ask an administrator.`);
}

function refuseScope(caller: Caller & { kind: 'program' }, need: Asked): void {
  if (need.scope === undefined) {
    throw new HttpProblem(
      403,
      'person_needed',
      'Only a person who is signed in may do this, not an API key.',
    );
  }
  if (caller.key.scopes.includes(need.scope)) return;
  throw new HttpProblem(
    403,
    'scope_needed',
    `This API key has not the scope ${need.scope}; make one that has.`,
  );
}
