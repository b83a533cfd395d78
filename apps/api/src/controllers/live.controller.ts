import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { By, type Caller } from '../auth/caller.js';
import { Needs } from '../auth/needs.js';
import { OpenStreams } from '../http/open-streams.js';
import { Operation } from '../operation.js';
import { API_PARTS, type ApiParts } from '../ports/index.js';

/** News for the dashboard and for programs. */
@ApiTags('live')
@Controller('api/v1/live')
export class LiveController {
  constructor(
    @Inject(API_PARTS) private readonly parts: ApiParts,
    @Inject(OpenStreams) private readonly streams: OpenStreams,
  ) {}

  @Get()
  @Needs('cases:read', 'viewer')
  @ApiProduces('text/event-stream')
  @Operation({
    id: 'streamChanges',
    summary: 'A stream of events `change` with `{"kind","id"}`; when it ends, ask for everything again',
  })
  changes(@By() caller: Caller, @Res() reply: FastifyReply): void {
    const id = caller.kind === 'person' ? caller.session.sessionId : caller.key.keyId;
    const stream = this.streams.open(reply, { id, stillIn: caller.stillIn });
    const stop = this.parts.live.subscribe(caller.workspaceId, {
      changed: ({ kind, id }) => stream.event('change', { kind, id }),
      lost: () => stream.end(),
    });
    stream.onEnd(stop);
  }
}
