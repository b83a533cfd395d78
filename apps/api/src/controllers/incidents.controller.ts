import { Controller, Get, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Fault } from '@heard/core';
import type * as shape from '@heard/insight';
import { By, type Caller } from '../auth/caller.js';
import { Needs, NeedsPerson } from '../auth/needs.js';
import { CheckMessageDto, IncidentsQuery, LikelyHitListDto, ToldBeforeDto } from '../dto/incident.dto.js';
import { pageOf } from '../dto/page.dto.js';
import { Id, orNotFound } from '../http/id.js';
import { BodyOf, QueryOf } from '../http/validation.js';
import { Operation } from '../operation.js';
import { API_PARTS, type ApiParts, type ListedReport as Report } from '../ports/index.js';
import {
  CheckedMessage,
  IncidentPage,
  IncidentSteps,
  IncidentView,
  LikelyHitPage,
  ListedReport,
} from '../views/incident.view.js';

/** Incidents for reading, and the people who are likely hit. */
@ApiTags('incidents')
@Controller('api/v1/incidents')
export class IncidentsController {
  constructor(@Inject(API_PARTS) private readonly parts: ApiParts) {}

  @Get()
  @Needs('cases:read', 'viewer')
  @Operation({
    id: 'listIncidents',
    summary: 'Cases with one common cause, newest first',
    answers: IncidentPage,
  })
  list(
    @By() caller: Caller,
    @QueryOf(IncidentsQuery) query: IncidentsQuery,
  ): Promise<shape.PageOf<shape.IncidentListItem>> {
    const { status = 'open', case: caseId } = query;
    const asked = { ...pageOf(query), status, ...(caseId !== undefined && { caseId }) };
    return this.parts.incidents.list(caller.workspaceId, asked);
  }

  @Get(':id')
  @Needs('cases:read', 'viewer')
  @Operation({ id: 'getIncident', summary: 'Everything of one incident', answers: IncidentView })
  async get(@By() caller: Caller, @Id() id: string): Promise<shape.IncidentView> {
    return orNotFound(await this.parts.incidents.get(caller.workspaceId, id));
  }

  @Get(':id/history')
  @Needs('cases:read', 'viewer')
  @Operation({
    id: 'getIncidentHistory',
    summary: 'The history of an incident, from its beginning',
    answers: IncidentSteps,
  })
  async history(@By() caller: Caller, @Id() id: string): Promise<{ items: readonly shape.IncidentStep[] }> {
    return { items: orNotFound(await this.parts.incidents.steps(caller.workspaceId, id)) };
  }

  @Post(':id/check')
  @Needs('cases:read', 'manager')
  @Operation({
    id: 'checkIncidentMessage',
    summary: 'What a message promises and where it would be held back, before it is sent',
    answers: CheckedMessage,
  })
  async check(
    @By() caller: Caller,
    @Id() id: string,
    @BodyOf(CheckMessageDto) { texts }: CheckMessageDto,
  ): Promise<{ items: readonly shape.MessageFindingsView[] }> {
    return { items: await this.parts.incidents.check(caller.workspaceId, id, { ...texts }) };
  }

  @Get(':id/likely-hit')
  @Needs('cases:read', 'manager')
  @Operation({
    id: 'listLikelyHit',
    summary: 'Others who are likely hit: who complained, who was told, who was not',
    answers: LikelyHitPage,
  })
  async likelyHit(
    @By() caller: Caller,
    @Id() id: string,
  ): Promise<{ items: readonly shape.LikelyHitView[] }> {
    return { items: orNotFound(await this.parts.incidents.likelyHit(caller.workspaceId, id)) };
  }

  @Post(':id/likely-hit')
  @Needs('cases:write', 'manager')
  @Operation({
    id: 'addLikelyHit',
    summary: 'Hand in who else is hit, as rows, CSV or JSON lines; nobody is listed twice',
    answers: ListedReport,
  })
  addLikelyHit(
    @By() caller: Caller,
    @Id() id: string,
    @BodyOf(LikelyHitListDto) { people, text }: LikelyHitListDto,
  ): Promise<Report> {
    const list = { ...(people && { people: people.map((each) => ({ ...each })) }), ...(text && { text }) };
    return this.parts.incidents.addLikelyHit(caller.workspaceId, id, list, caller.actor);
  }

  @Post(':id/likely-hit/:personId/told')
  @NeedsPerson('manager')
  @Operation({
    id: 'tellLikelyHit',
    summary: 'Record that somebody was told before they complained',
    status: 204,
  })
  async told(
    @By() caller: Caller,
    @Id() id: string,
    @Id('personId') personId: string,
    @BodyOf(ToldBeforeDto) how: ToldBeforeDto,
  ): Promise<void> {
    const { actor } = caller;
    if (actor.kind !== 'person') throw new Fault('bug', 'A handler for people was called by a program.');
    await this.parts.incidents.tellLikelyHit(caller.workspaceId, id, personId, { ...how }, actor);
  }
}
