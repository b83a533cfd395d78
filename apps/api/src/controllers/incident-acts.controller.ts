import { Controller, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { IncidentMessage } from '@heard/core';
import { newId } from '@heard/database';
import type * as shape from '@heard/insight';
import { By, type Caller } from '../auth/caller.js';
import { Needs, NeedsPerson } from '../auth/needs.js';
import { ReasonDto } from '../dto/case.dto.js';
import {
  AddCaseDto,
  GivenDto,
  IncidentDecisionDto,
  OpenIncidentDto,
  ResolveIncidentDto,
  SendOnDto,
} from '../dto/incident.dto.js';
import { offerOf } from '../dto/offer-of.js';
import { Id, orNotFound } from '../http/id.js';
import { BodyOf } from '../http/validation.js';
import { Operation } from '../operation.js';
import { API_PARTS, type ApiParts, type IncidentAct } from '../ports/index.js';
import { IncidentView } from '../views/incident.view.js';

/** What is done to an incident; each act answers with the incident as it is then. */
@ApiTags('incidents')
@Controller('api/v1/incidents')
export class IncidentActsController {
  constructor(@Inject(API_PARTS) private readonly parts: ApiParts) {}

  @Post()
  @NeedsPerson('lead')
  @Operation({
    id: 'openIncident',
    summary: 'Say that cases have one cause; confirmed at once',
    status: 201,
    answers: IncidentView,
  })
  async open(
    @By() caller: Caller,
    @BodyOf(OpenIncidentDto) { caseIds }: OpenIncidentDto,
  ): Promise<shape.IncidentView> {
    return this.view(caller, await this.parts.incidents.open(caller.workspaceId, caseIds, caller.actor));
  }

  @Post(':id/confirm')
  @NeedsPerson('lead')
  @Operation({ id: 'confirmIncident', summary: 'Confirm that they have one cause', answers: IncidentView })
  confirm(@By() caller: Caller, @Id() id: string): Promise<shape.IncidentView> {
    return this.act(caller, id, { type: 'confirm' });
  }

  @Post(':id/dismiss')
  @NeedsPerson('lead')
  @Operation({
    id: 'dismissIncident',
    summary: 'Say that it is none, with the reason',
    answers: IncidentView,
  })
  dismiss(
    @By() caller: Caller,
    @Id() id: string,
    @BodyOf(ReasonDto) { reason }: ReasonDto,
  ): Promise<shape.IncidentView> {
    return this.act(caller, id, { type: 'dismiss', reason });
  }

  @Post(':id/cases')
  @Needs('cases:write', 'manager')
  @Operation({
    id: 'addIncidentCase',
    summary: 'Add a case, or confirm one that the rule proposes',
    answers: IncidentView,
  })
  addCase(
    @By() caller: Caller,
    @Id() id: string,
    @BodyOf(AddCaseDto) { caseId }: AddCaseDto,
  ): Promise<shape.IncidentView> {
    return this.act(caller, id, { type: 'add_case', caseId });
  }

  @Post(':id/cases/:caseId/remove')
  @Needs('cases:write', 'manager')
  @Operation({
    id: 'removeIncidentCase',
    summary: 'Take a case out, with the reason',
    answers: IncidentView,
  })
  removeCase(
    @By() caller: Caller,
    @Id() id: string,
    @Id('caseId') caseId: string,
    @BodyOf(ReasonDto) { reason }: ReasonDto,
  ): Promise<shape.IncidentView> {
    return this.act(caller, id, { type: 'remove_case', caseId, reason });
  }

  @Post(':id/decision')
  @NeedsPerson('lead')
  @Operation({
    id: 'decideIncident',
    summary: 'Decide once: the message goes to every customer of it, in their language, on their channel',
    answers: IncidentView,
  })
  decide(
    @By() caller: Caller,
    @Id() id: string,
    @BodyOf(IncidentDecisionDto) asked: IncidentDecisionDto,
  ): Promise<shape.IncidentView> {
    return this.act(caller, id, { type: 'decide', decisionId: newId(), message: messageOf(asked) });
  }

  @Post(':id/send-on')
  @NeedsPerson('lead')
  @Operation({
    id: 'sendIncidentMessageOn',
    summary: 'Send the message to confirmed cases that it has not gone to',
    answers: IncidentView,
  })
  sendOn(
    @By() caller: Caller,
    @Id() id: string,
    @BodyOf(SendOnDto) { overrule }: SendOnDto,
  ): Promise<shape.IncidentView> {
    return this.act(caller, id, { type: 'send_on', ...(overrule !== undefined && { overrule }) });
  }

  @Post(':id/cases/:caseId/given')
  @Needs('cases:write', 'manager')
  @Operation({
    id: 'recordIncidentMessageGiven',
    summary: 'Record that a customer was given the message elsewhere',
    answers: IncidentView,
  })
  async given(
    @By() caller: Caller,
    @Id() id: string,
    @Id('caseId') caseId: string,
    @BodyOf(GivenDto) how: GivenDto,
  ): Promise<shape.IncidentView> {
    await this.parts.incidents.given(caller.workspaceId, id, caseId, { ...how }, caller.actor);
    return this.view(caller, id);
  }

  @Post(':id/resolve')
  @NeedsPerson('lead')
  @Operation({ id: 'resolveIncident', summary: 'Say that the cause is mended', answers: IncidentView })
  resolve(
    @By() caller: Caller,
    @Id() id: string,
    @BodyOf(ResolveIncidentDto) { words }: ResolveIncidentDto,
  ): Promise<shape.IncidentView> {
    return this.act(caller, id, { type: 'resolve', words });
  }

  @Post(':id/reopen')
  @NeedsPerson('lead')
  @Operation({ id: 'reopenIncident', summary: 'Open it again, with the reason', answers: IncidentView })
  reopen(
    @By() caller: Caller,
    @Id() id: string,
    @BodyOf(ReasonDto) { reason }: ReasonDto,
  ): Promise<shape.IncidentView> {
    return this.act(caller, id, { type: 'reopen', reason });
  }

  private async act(caller: Caller, id: string, command: IncidentAct): Promise<shape.IncidentView> {
    await this.parts.incidents.act(caller.workspaceId, id, command, caller.actor);
    return this.view(caller, id);
  }

  private async view(caller: Caller, id: string): Promise<shape.IncidentView> {
    return orNotFound(await this.parts.incidents.get(caller.workspaceId, id));
  }
}

function messageOf({ texts, promises = [], offer, overrule }: IncidentDecisionDto): IncidentMessage {
  const of = (language: 'ru' | 'uk' | 'en') =>
    promises
      .filter((each) => each.language === language)
      .map(({ start, end, due }) => ({ start, end, ...(due && { due }) }));
  return {
    texts: { ...texts },
    promises: { ru: of('ru'), uk: of('uk'), en: of('en') },
    ...(offer && { offer: offerOf(offer) }),
    ...(overrule !== undefined && { overrule }),
  };
}
