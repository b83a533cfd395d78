import { Controller, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { newId } from '@heard/database';
import type * as shape from '@heard/insight';
import { By, type Caller } from '../auth/caller.js';
import { Needs } from '../auth/needs.js';
import { EvidenceDto, FixDto, PromiseDto, ReasonDto, WordsDto } from '../dto/case.dto.js';
import { offerOf } from '../dto/offer-of.js';
import { Id, orNotFound } from '../http/id.js';
import { BodyOf } from '../http/validation.js';
import { Operation } from '../operation.js';
import { API_PARTS, type ApiParts } from '../ports/index.js';
import { CaseView } from '../views/case.view.js';
import type { CaseAsked } from '@heard/recovery';

/** What we promise and offer on a case; each act answers with the case as it is then. */
@ApiTags('cases')
@Controller('api/v1/cases/:id')
export class PromisesAndFixesController {
  constructor(@Inject(API_PARTS) private readonly parts: ApiParts) {}

  @Post('promises')
  @Needs('cases:write', 'manager')
  @Operation({ id: 'promise', summary: 'Promise something by a date', answers: CaseView })
  promise(
    @By() caller: Caller,
    @Id() id: string,
    @BodyOf(PromiseDto) { what, due, repeats }: PromiseDto,
  ): Promise<shape.CaseView> {
    return this.act(caller, id, {
      type: 'promise',
      promiseId: newId(),
      what,
      due,
      ...(repeats !== undefined && { repeats }),
    });
  }

  @Post('promises/:promiseId/keep')
  @Needs('cases:write', 'manager')
  @Operation({ id: 'keepPromise', summary: 'Say that a promise was kept, with evidence', answers: CaseView })
  keep(
    @By() caller: Caller,
    @Id() id: string,
    @Id('promiseId') promiseId: string,
    @BodyOf(EvidenceDto) { evidence }: EvidenceDto,
  ): Promise<shape.CaseView> {
    return this.act(caller, id, { type: 'keep_promise', promiseId, evidence });
  }

  @Post('fixes')
  @Needs('cases:write', 'manager')
  @Operation({ id: 'offerFix', summary: 'Offer something that puts it right', answers: CaseView })
  offer(@By() caller: Caller, @Id() id: string, @BodyOf(FixDto) dto: FixDto): Promise<shape.CaseView> {
    return this.act(caller, id, { type: 'offer_fix', fixId: newId(), offer: offerOf(dto) });
  }

  @Post('fixes/:fixId/accept')
  @Needs('cases:write', 'manager')
  @Operation({ id: 'acceptFix', summary: 'Record that the customer accepted', answers: CaseView })
  accept(
    @By() caller: Caller,
    @Id() id: string,
    @Id('fixId') fixId: string,
    @BodyOf(WordsDto) said: WordsDto,
  ): Promise<shape.CaseView> {
    return this.act(caller, id, { type: 'accept_fix', fixId, ...wordsOf(said) });
  }

  @Post('fixes/:fixId/decline')
  @Needs('cases:write', 'manager')
  @Operation({ id: 'declineFix', summary: 'Record that the customer declined', answers: CaseView })
  decline(
    @By() caller: Caller,
    @Id() id: string,
    @Id('fixId') fixId: string,
    @BodyOf(WordsDto) said: WordsDto,
  ): Promise<shape.CaseView> {
    return this.act(caller, id, { type: 'decline_fix', fixId, ...wordsOf(said) });
  }

  @Post('fixes/:fixId/withdraw')
  @Needs('cases:write', 'manager')
  @Operation({ id: 'withdrawFix', summary: 'Withdraw an offer, with the reason', answers: CaseView })
  withdraw(
    @By() caller: Caller,
    @Id() id: string,
    @Id('fixId') fixId: string,
    @BodyOf(ReasonDto) { reason }: ReasonDto,
  ): Promise<shape.CaseView> {
    return this.act(caller, id, { type: 'withdraw_fix', fixId, reason });
  }

  @Post('fixes/:fixId/complete')
  @Needs('cases:write', 'manager')
  @Operation({ id: 'completeFix', summary: 'Say that a fix was done, with evidence', answers: CaseView })
  complete(
    @By() caller: Caller,
    @Id() id: string,
    @Id('fixId') fixId: string,
    @BodyOf(EvidenceDto) { evidence }: EvidenceDto,
  ): Promise<shape.CaseView> {
    return this.act(caller, id, { type: 'complete_fix', fixId, evidence });
  }

  private async act(caller: Caller, id: string, command: CaseAsked): Promise<shape.CaseView> {
    await this.parts.cases.act(caller.workspaceId, id, command, caller.actor);
    return orNotFound(await this.parts.cases.get(caller.workspaceId, id));
  }
}

function wordsOf({ words }: WordsDto): { words?: string } {
  return words === undefined ? {} : { words };
}
