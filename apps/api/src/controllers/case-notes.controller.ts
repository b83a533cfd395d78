import { Controller, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type * as shape from '@heard/insight';
import type { CaseAsked } from '@heard/recovery';
import { By, type Caller } from '../auth/caller.js';
import { Needs, NeedsPerson } from '../auth/needs.js';
import { EvidenceDto, ReasonDto } from '../dto/case.dto.js';
import { OurRecordDto, PartDto, SentOnDto } from '../dto/case-notes.dto.js';
import { Id, orNotFound } from '../http/id.js';
import { BodyOf } from '../http/validation.js';
import { Operation } from '../operation.js';
import { API_PARTS, type ApiParts } from '../ports/index.js';
import { CaseView } from '../views/case.view.js';

/** What is written down about a case: who saw it, what was given, what our systems say, what arrived. */
@ApiTags('cases')
@Controller('api/v1/cases/:id')
export class CaseNotesController {
  constructor(@Inject(API_PARTS) private readonly parts: ApiParts) {}

  @Post('seen')
  @NeedsPerson('manager')
  @Operation({
    id: 'seeCase',
    summary: 'Say that a person has its page before them; counts once, and is no act on the case',
    status: 204,
  })
  async see(@By() caller: Caller, @Id() id: string): Promise<void> {
    await this.parts.cases.act(caller.workspaceId, id, { type: 'see' }, caller.actor);
  }

  @Post('parts')
  @Needs('cases:write', 'manager')
  @Operation({
    id: 'tickPart',
    summary: 'Say that a part of the recovery was given to the customer, with evidence',
    answers: CaseView,
  })
  part(
    @By() caller: Caller,
    @Id() id: string,
    @BodyOf(PartDto) { part, evidence }: PartDto,
  ): Promise<shape.CaseView> {
    return this.act(caller, id, { type: 'tick_part', part, evidence });
  }

  @Post('records')
  @Needs('cases:write', 'manager')
  @Operation({ id: 'noteRecord', summary: 'Note what a system of ours says', answers: CaseView })
  record(
    @By() caller: Caller,
    @Id() id: string,
    @BodyOf(OurRecordDto) { claim, where }: OurRecordDto,
  ): Promise<shape.CaseView> {
    return this.act(caller, id, { type: 'note_record', record: { claim, where } });
  }

  @Post('sent-on')
  @Needs('cases:write', 'manager')
  @Operation({
    id: 'noteSentOn',
    summary: 'Note that we sent the customer to somebody else; it counts as a hand-off that they had to make',
    answers: CaseView,
  })
  sentOn(
    @By() caller: Caller,
    @Id() id: string,
    @BodyOf(SentOnDto) { words }: SentOnDto,
  ): Promise<shape.CaseView> {
    return this.act(caller, id, { type: 'note_sent_on', words });
  }

  @Post('answers/:answerId/delivered')
  @Needs('cases:write', 'manager')
  @Operation({
    id: 'confirmDelivery',
    summary: 'Say what shows that an answer given elsewhere has arrived',
    answers: CaseView,
  })
  delivered(
    @By() caller: Caller,
    @Id() id: string,
    @Id('answerId') answerId: string,
    @BodyOf(EvidenceDto) { evidence }: EvidenceDto,
  ): Promise<shape.CaseView> {
    return this.act(caller, id, { type: 'confirm_delivery', answerId, evidence });
  }

  @Post('answers/:answerId/not-delivered')
  @Needs('cases:write', 'manager')
  @Operation({
    id: 'notDelivered',
    summary: 'Say why an answer given elsewhere did not arrive: it is lost',
    answers: CaseView,
  })
  notDelivered(
    @By() caller: Caller,
    @Id() id: string,
    @Id('answerId') answerId: string,
    @BodyOf(ReasonDto) { reason }: ReasonDto,
  ): Promise<shape.CaseView> {
    return this.act(caller, id, { type: 'not_delivered', answerId, reason });
  }

  private async act(caller: Caller, id: string, command: CaseAsked): Promise<shape.CaseView> {
    await this.parts.cases.act(caller.workspaceId, id, command, caller.actor);
    return orNotFound(await this.parts.cases.get(caller.workspaceId, id));
  }
}
