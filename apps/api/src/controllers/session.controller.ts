import { Controller, Delete, Get, Inject, Patch, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { SignedIn } from '@heard/staff';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Signed } from '../auth/caller.js';
import { NeedsPerson, Open } from '../auth/needs.js';
import { type SessionCookie, sessionCookieFor } from '../auth/session-cookie.js';
import { OwnChangeDto, SignInDto } from '../dto/session.dto.js';
import { BodyOf } from '../http/validation.js';
import { Throttled } from '../http/throttle.js';
import { Operation } from '../operation.js';
import { API_OPTIONS, type ApiOptions } from '../options.js';
import { API_PARTS, type ApiParts } from '../ports/index.js';
import { SessionView } from '../views/people.view.js';

/** Signing in and out, and what one changes about oneself. */
@ApiTags('session')
@Controller('api/v1/session')
export class SessionController {
  private readonly cookie: SessionCookie;

  constructor(
    @Inject(API_PARTS) private readonly parts: ApiParts,
    @Inject(API_OPTIONS) options: ApiOptions,
  ) {
    this.cookie = sessionCookieFor(options.publicUrl);
  }

  @Post()
  @Open()
  @Throttled(60)
  @Operation({ id: 'signIn', summary: 'Sign in; the session comes as a cookie', answers: SessionView })
  async signIn(
    @BodyOf(SignInDto) { email, password }: SignInDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    const { token, ...signed } = await this.parts.auth.signIn(email, password, { address: request.ip });
    void reply.setCookie(this.cookie.name, token, this.cookie.options);
    return this.view(signed);
  }

  @Get()
  @NeedsPerson('viewer')
  @Operation({ id: 'getSession', summary: 'Who is signed in', answers: SessionView })
  session(@Signed() signed: SignedIn): Promise<SessionView> {
    return this.view(signed);
  }

  @Delete()
  @NeedsPerson('viewer')
  @Operation({ id: 'signOut', summary: 'Sign out', status: 204 })
  async signOut(@Signed() signed: SignedIn, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.parts.auth.signOut(signed.workspace.id, signed.sessionId);
    void reply.clearCookie(this.cookie.name, this.cookie.options);
  }

  @Patch()
  @NeedsPerson('viewer')
  @Throttled(20)
  @Operation({ id: 'changeOwn', summary: "Change one's own language or password", answers: SessionView })
  async change(@Signed() signed: SignedIn, @BodyOf(OwnChangeDto) change: OwnChangeDto): Promise<SessionView> {
    return this.view(await this.parts.auth.changeOwn(signed.workspace.id, signed, change));
  }

  private async view({ person, workspace }: SignedIn): Promise<SessionView> {
    const { id, name, email, role, interfaceLanguage } = person;
    const { timeZone, currency } = workspace;
    return {
      user: { id, name, email, role, interfaceLanguage },
      workspace: { id: workspace.id, name: workspace.name, timeZone, currency },
      demo: (await this.parts.demo?.running(workspace.id)) ?? false,
    };
  }
}
