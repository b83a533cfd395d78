import { Controller, Get, Inject, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type * as shape from '@heard/insight';
import type { AskedOfCause } from '@heard/recovery';
import { By, type Caller } from '../auth/caller.js';
import { Needs } from '../auth/needs.js';
import { personAsked } from '../auth/person-asked.js';
import { pageOf } from '../dto/page.dto.js';
import {
  CauseDto,
  CauseFixDto,
  CauseOfCaseDto,
  CausesQuery,
  PlanDto,
  TitleDto,
  ToPersonDto,
} from '../dto/registers.dto.js';
import { Id, orNotFound } from '../http/id.js';
import { BodyOf, QueryOf } from '../http/validation.js';
import { Operation } from '../operation.js';
import { API_PARTS, type ApiParts } from '../ports/index.js';
import { CausePage, CauseView } from '../views/registers.view.js';

/** Why customers keep failing at the same place: root causes, who answers for them, and whether the fix held. */
@ApiTags('causes')
@Controller('api/v1')
export class CausesController {
  constructor(@Inject(API_PARTS) private readonly parts: ApiParts) {}

  @Get('causes')
  @Needs('cases:read', 'viewer')
  @Operation({ id: 'listCauses', summary: 'Root causes, newest first', answers: CausePage })
  list(
    @By() caller: Caller,
    @QueryOf(CausesQuery) query: CausesQuery,
  ): Promise<shape.PageOf<shape.CauseItem>> {
    const { state = 'all', answerable, case: caseId } = query;
    const answerableId = personAsked(caller, 'answerable', answerable);
    return this.parts.causes.list(caller.workspaceId, {
      ...pageOf(query),
      state,
      ...(answerableId !== undefined && { answerableId }),
      ...(caseId !== undefined && { caseId }),
    });
  }

  @Post('causes')
  @Needs('cases:write', 'manager')
  @Operation({ id: 'nameCause', summary: 'Enter a root cause', status: 201, answers: CauseView })
  async name(@By() caller: Caller, @BodyOf(CauseDto) asked: CauseDto): Promise<shape.CauseView> {
    return this.view(caller, await this.parts.causes.name(caller.workspaceId, { ...asked }, caller.actor));
  }

  @Get('causes/:id')
  @Needs('cases:read', 'viewer')
  @Operation({
    id: 'getCause',
    summary: 'Everything of one root cause, with complaints before and after its fix',
    answers: CauseView,
  })
  get(@By() caller: Caller, @Id() id: string): Promise<shape.CauseView> {
    return this.view(caller, id);
  }

  @Put('causes/:id/title')
  @Needs('cases:write', 'manager')
  @Operation({ id: 'titleCause', summary: 'Name it better', answers: CauseView })
  retitle(
    @By() caller: Caller,
    @Id() id: string,
    @BodyOf(TitleDto) { title }: TitleDto,
  ): Promise<shape.CauseView> {
    return this.act(caller, id, { type: 'retitle', title });
  }

  @Post('causes/:id/assign')
  @Needs('cases:write', 'lead')
  @Operation({ id: 'assignCause', summary: 'Make another person answerable for it', answers: CauseView })
  assign(
    @By() caller: Caller,
    @Id() id: string,
    @BodyOf(ToPersonDto) { to }: ToPersonDto,
  ): Promise<shape.CauseView> {
    return this.act(caller, id, { type: 'hand_to', to });
  }

  @Post('causes/:id/work')
  @Needs('cases:write', 'manager')
  @Operation({ id: 'beginCauseWork', summary: 'Say what is being done about it', answers: CauseView })
  work(@By() caller: Caller, @Id() id: string, @BodyOf(PlanDto) { plan }: PlanDto): Promise<shape.CauseView> {
    return this.act(caller, id, { type: 'begin_work', plan });
  }

  @Post('causes/:id/fixed')
  @Needs('cases:write', 'manager')
  @Operation({
    id: 'fixCause',
    summary: 'Say that it is removed: what was changed, with evidence',
    answers: CauseView,
  })
  fixed(
    @By() caller: Caller,
    @Id() id: string,
    @BodyOf(CauseFixDto) { what, evidence }: CauseFixDto,
  ): Promise<shape.CauseView> {
    return this.act(caller, id, { type: 'fix', what, evidence });
  }

  @Put('cases/:id/cause')
  @Needs('cases:write', 'manager')
  @Operation({
    id: 'nameCauseOfCase',
    summary: 'Say that a case has this root cause instead of any other; answers with the cause',
    answers: CauseView,
  })
  async link(
    @By() caller: Caller,
    @Id() id: string,
    @BodyOf(CauseOfCaseDto) { causeId }: CauseOfCaseDto,
  ): Promise<shape.CauseView> {
    await this.parts.cases.act(caller.workspaceId, id, { type: 'name_cause', causeId }, caller.actor);
    return this.view(caller, causeId);
  }

  private async act(caller: Caller, id: string, command: AskedOfCause): Promise<shape.CauseView> {
    await this.parts.causes.act(caller.workspaceId, id, command, caller.actor);
    return this.view(caller, id);
  }

  private async view(caller: Caller, id: string): Promise<shape.CauseView> {
    return orNotFound(await this.parts.causes.get(caller.workspaceId, id));
  }
}
