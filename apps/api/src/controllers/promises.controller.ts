import { Controller, Get, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type * as shape from '@heard/insight';
import { By, type Caller } from '../auth/caller.js';
import { Needs } from '../auth/needs.js';
import { pageOf } from '../dto/page.dto.js';
import { PromisesQuery } from '../dto/promises.dto.js';
import { InvalidRequest } from '../http/problem.js';
import { QueryOf } from '../http/validation.js';
import { Operation } from '../operation.js';
import { API_PARTS, type ApiParts } from '../ports/index.js';
import { KeptRateView, PromisePage } from '../views/promises.view.js';

/** The promises of the workspace: what is due next, and who keeps their word. */
@ApiTags('promises')
@Controller('api/v1/promises')
export class PromisesController {
  constructor(@Inject(API_PARTS) private readonly parts: ApiParts) {}

  @Get()
  @Needs('cases:read', 'viewer')
  @Operation({ id: 'listPromises', summary: 'Promises, the first due first', answers: PromisePage })
  list(
    @By() caller: Caller,
    @QueryOf(PromisesQuery) query: PromisesQuery,
  ): Promise<shape.PageOf<shape.PromiseDue>> {
    const { state, mine } = query;
    return this.parts.promises.list(caller.workspaceId, {
      ...pageOf(query),
      ...(state !== undefined && { state }),
      ...(mine === 'true' && { assigneeId: ownId(caller) }),
    });
  }

  @Get('kept-rate')
  @Needs('cases:read', 'viewer')
  @Operation({
    id: 'getKeptRate',
    summary: 'How many promises were kept of those that came to their end in 90 days',
    answers: KeptRateView,
  })
  keptRate(@By() caller: Caller): Promise<shape.KeptRateView> {
    return this.parts.promises.keptRate(caller.workspaceId);
  }
}

function ownId(caller: Caller): string {
  if (caller.kind === 'person') return caller.session.person.id;
  throw new InvalidRequest([{ field: 'mine', message: 'A program has no cases of its own.' }]);
}
