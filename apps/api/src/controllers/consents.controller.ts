import { Controller, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type * as shape from '@heard/insight';
import { By, type Caller, personActing } from '../auth/caller.js';
import { NeedsPerson } from '../auth/needs.js';
import { BeginConsentDto, ChooseAccountsDto, FinishConsentDto } from '../dto/consent.dto.js';
import { Id } from '../http/id.js';
import { BodyOf } from '../http/validation.js';
import { Operation } from '../operation.js';
import { API_PARTS, type ApiParts, type ConsentChoices } from '../ports/index.js';
import { ConsentChoicesView, ConsentUrlView } from '../views/consent.view.js';
import { SourcePage } from '../views/mention.view.js';

/** Connecting by a person's consent at the platform. */
@ApiTags('sources')
@Controller('api/v1/consents')
export class ConsentsController {
  constructor(@Inject(API_PARTS) private readonly parts: ApiParts) {}

  @Post()
  @NeedsPerson('administrator')
  @Operation({
    id: 'beginConsent',
    summary: 'Where to send the browser, to connect accounts by consent',
    status: 201,
    answers: ConsentUrlView,
  })
  begin(
    @By() caller: Caller,
    @BodyOf(BeginConsentDto) asked: BeginConsentDto,
  ): Promise<{ readonly url: string }> {
    return this.parts.sources.beginConsent(caller.workspaceId, asked, personActing(caller).staffId);
  }

  @Post('finish')
  @NeedsPerson('administrator')
  @Operation({
    id: 'finishConsent',
    summary: 'What the consent opens; the state works once, for whoever began',
    answers: ConsentChoicesView,
  })
  finish(
    @By() caller: Caller,
    @BodyOf(FinishConsentDto) { state, code }: FinishConsentDto,
  ): Promise<ConsentChoices> {
    return this.parts.sources.finishConsent(
      caller.workspaceId,
      { state, code },
      personActing(caller).staffId,
    );
  }

  @Post(':id/choose')
  @NeedsPerson('administrator')
  @Operation({
    id: 'chooseAccounts',
    summary: 'Connect the chosen accounts',
    status: 201,
    answers: SourcePage,
  })
  async choose(
    @By() caller: Caller,
    @Id() id: string,
    @BodyOf(ChooseAccountsDto) { accounts }: ChooseAccountsDto,
  ): Promise<shape.PageOf<shape.SourceView>> {
    const items = await this.parts.sources.chooseAccounts(
      caller.workspaceId,
      id,
      accounts,
      personActing(caller),
    );
    return { items };
  }
}
