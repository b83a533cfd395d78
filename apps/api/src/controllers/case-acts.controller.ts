import { Controller, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Fault } from '@heard/core';
import { newId } from '@heard/database';
import type * as shape from '@heard/insight';
import type { SignedIn } from '@heard/staff';
import { By, type Caller, Signed } from '../auth/caller.js';
import { Needs, NeedsPerson } from '../auth/needs.js';
import { saidOf } from '../dto/said-of.js';
import {
  AnswerDto,
  AskedChannelDto,
  CloseDto,
  DecideDto,
  HandOverDto,
  OutcomeDto,
  ReasonDto,
  RecordedAnswerDto,
  RefusalDto,
  TakeDto,
} from '../dto/case.dto.js';
import { Id, orNotFound } from '../http/id.js';
import { BodyOf } from '../http/validation.js';
import { Operation } from '../operation.js';
import { API_PARTS, type ApiParts } from '../ports/index.js';
import { CaseView } from '../views/case.view.js';
import type { CaseAsked } from '@heard/recovery';

/** What is done to a case; each act answers with the case as it is then. */
@ApiTags('cases')
@Controller('api/v1/cases/:id')
export class CaseActsController {
  constructor(@Inject(API_PARTS) private readonly parts: ApiParts) {}

  @Post('take')
  @NeedsPerson('manager')
  @Operation({ id: 'takeCase', summary: 'Become the assignee', answers: CaseView })
  take(
    @By() caller: Caller,
    @Signed() signed: SignedIn,
    @Id() id: string,
    @BodyOf(TakeDto) { seenAssignee }: TakeDto,
  ): Promise<shape.CaseView> {
    return this.act(caller, id, { type: 'take', to: signed.person.id, seen: seenAssignee });
  }

  @Post('hand-over')
  @Needs('cases:write', 'manager')
  @Operation({ id: 'handOverCase', summary: 'Make somebody else the assignee', answers: CaseView })
  async handOver(
    @By() caller: Caller,
    @Id() id: string,
    @BodyOf(HandOverDto) { to, reason }: HandOverDto,
  ): Promise<shape.CaseView> {
    const toOnDuty = await this.parts.staff.isOnDuty(caller.workspaceId, to);
    return this.act(caller, id, { type: 'hand_over', to, toOnDuty, reason });
  }

  @Post('answers')
  @Needs('cases:write', 'manager')
  @Operation({ id: 'answerInPublic', summary: 'Answer through the source', answers: CaseView })
  async answer(
    @By() caller: Caller,
    @Id() id: string,
    @BodyOf(AnswerDto) { mentionId, channel, instead, text, promises, overrule }: AnswerDto,
  ): Promise<shape.CaseView> {
    const to = mentionId ?? (await this.answerTo(caller, id));
    return this.act(caller, id, {
      type: 'answer',
      answerId: newId(),
      mentionId: to,
      text,
      ...(channel === 'private' && { privately: true }),
      ...(instead !== undefined && { instead }),
      ...saidOf({ promises, overrule }),
    });
  }

  @Post('decisions')
  @Needs('cases:write', 'manager')
  @Operation({
    id: 'decide',
    summary: 'Decide about an item of the platform, through the source',
    answers: CaseView,
  })
  decide(
    @By() caller: Caller,
    @Id() id: string,
    @BodyOf(DecideDto) { mentionId, action, seen, comment = '', promises }: DecideDto,
  ): Promise<shape.CaseView> {
    return this.act(caller, id, {
      type: 'answer',
      answerId: newId(),
      mentionId,
      text: comment,
      decision: { action, seen },
      ...saidOf({ promises }),
    });
  }

  @Post('recorded-answers')
  @Needs('cases:write', 'manager')
  @Operation({ id: 'recordAnswer', summary: 'Record an answer given elsewhere', answers: CaseView })
  record(
    @By() caller: Caller,
    @Id() id: string,
    @BodyOf(RecordedAnswerDto) { channel, text, evidence, delivered, follows, ...said }: RecordedAnswerDto,
  ): Promise<shape.CaseView> {
    return this.act(caller, id, {
      type: 'record_answer',
      answerId: newId(),
      channel,
      text,
      evidence: evidence ?? '',
      ...(delivered !== undefined && { delivered }),
      ...(follows !== undefined && { follows }),
      ...saidOf(said),
    });
  }

  @Post('refusal')
  @Needs('cases:write', 'manager')
  @Operation({
    id: 'refuse',
    summary: 'Refuse, with reason, evidence and a way to appeal',
    answers: CaseView,
  })
  refuse(
    @By() caller: Caller,
    @Id() id: string,
    @BodyOf(RefusalDto) { reason, evidence, appeal }: RefusalDto,
  ): Promise<shape.CaseView> {
    return this.act(caller, id, { type: 'refuse', reason, evidence, appeal });
  }

  @Post('no-offer')
  @Needs('cases:write', 'manager')
  @Operation({ id: 'sayNoOffer', summary: 'Say why nothing concrete is offered', answers: CaseView })
  noOffer(
    @By() caller: Caller,
    @Id() id: string,
    @BodyOf(ReasonDto) { reason }: ReasonDto,
  ): Promise<shape.CaseView> {
    return this.act(caller, id, { type: 'say_no_offer', reason });
  }

  @Post('channel')
  @Needs('cases:write', 'manager')
  @Operation({
    id: 'askChannel',
    summary: 'Record where the customer wants to be answered',
    answers: CaseView,
  })
  channel(
    @By() caller: Caller,
    @Id() id: string,
    @BodyOf(AskedChannelDto) { channel, contact }: AskedChannelDto,
  ): Promise<shape.CaseView> {
    const asked = { channel, ...(contact !== undefined && { contact }) };
    return this.act(caller, id, { type: 'ask_channel', asked });
  }

  @Post('outcome')
  @Needs('cases:write', 'manager')
  @Operation({ id: 'recordOutcome', summary: 'Record what the recovery did', answers: CaseView })
  outcome(
    @By() caller: Caller,
    @Id() id: string,
    @BodyOf(OutcomeDto) outcome: OutcomeDto,
  ): Promise<shape.CaseView> {
    return this.act(caller, id, { type: 'record_outcome', outcome: { ...outcome } });
  }

  @Post('close')
  @Needs('cases:write', 'manager')
  @Operation({ id: 'closeCase', summary: "Close, on the customer's side", answers: CaseView })
  close(
    @By() caller: Caller,
    @Id() id: string,
    @BodyOf(CloseDto) { because, words }: CloseDto,
  ): Promise<shape.CaseView> {
    return this.act(caller, id, { type: 'close', because, ...(words !== undefined && { words }) });
  }

  @Post('reopen')
  @Needs('cases:write', 'manager')
  @Operation({ id: 'reopenCase', summary: 'Open again', answers: CaseView })
  reopen(
    @By() caller: Caller,
    @Id() id: string,
    @BodyOf(ReasonDto) { reason }: ReasonDto,
  ): Promise<shape.CaseView> {
    return this.act(caller, id, { type: 'reopen', reason });
  }

  private async act(caller: Caller, id: string, command: CaseAsked): Promise<shape.CaseView> {
    await this.parts.cases.act(caller.workspaceId, id, command, caller.actor);
    return orNotFound(await this.parts.cases.get(caller.workspaceId, id));
  }

  private async answerTo(caller: Caller, id: string): Promise<string> {
    const { answerTo } = orNotFound(await this.parts.cases.get(caller.workspaceId, id));
    if (answerTo !== undefined) return answerTo;
    throw new Fault('refused', 'This platform takes no answers from us: record one given elsewhere.', {
      code: 'no_public_answer',
    });
  }
}
