import { Controller, Get, Inject, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type * as shape from '@heard/insight';
import { By, type Caller, personActing } from '../auth/caller.js';
import { Needs, NeedsPerson } from '../auth/needs.js';
import { AnswerCheckDto, ChangeUnsureBandDto } from '../dto/check.dto.js';
import { PageDto, pageOf } from '../dto/page.dto.js';
import { Id } from '../http/id.js';
import { BodyOf, QueryOf } from '../http/validation.js';
import { Operation } from '../operation.js';
import { API_PARTS, type ApiParts } from '../ports/index.js';
import { ChecksView, UnsureBandView } from '../views/check.view.js';

/** What the model could not tell, and how close is too close to call. */
@ApiTags('understanding')
@Controller('api/v1')
export class ChecksController {
  constructor(@Inject(API_PARTS) private readonly parts: ApiParts) {}

  @Get('checks')
  @Needs('mentions:read', 'viewer')
  @Operation({
    id: 'listChecks',
    summary: 'Mentions that a person is asked about, because the model could not tell',
    answers: ChecksView,
  })
  list(@By() caller: Caller, @QueryOf(PageDto) query: PageDto): Promise<shape.ChecksView> {
    return this.parts.understanding.checks(caller.workspaceId, pageOf(query));
  }

  @Post('mentions/:id/check')
  @NeedsPerson('manager')
  @Operation({
    id: 'answerCheck',
    summary: 'Say what a mention is that Heard asked about; it is a correction',
    status: 204,
  })
  answer(
    @By() caller: Caller,
    @Id() id: string,
    @BodyOf(AnswerCheckDto) { revision, is }: AnswerCheckDto,
  ): Promise<void> {
    return this.parts.understanding.check(caller.workspaceId, id, revision, is, personActing(caller));
  }

  @Get('unsure-band')
  @Needs('mentions:read', 'viewer')
  @Operation({
    id: 'getUnsureBand',
    summary: 'How close is too close to call, and what each choice costs and brings',
    answers: UnsureBandView,
  })
  band(@By() caller: Caller): Promise<shape.UnsureBandView> {
    return this.parts.understanding.unsureBand(caller.workspaceId);
  }

  @Put('unsure-band')
  @NeedsPerson('lead')
  @Operation({
    id: 'changeUnsureBand',
    summary: 'Choose how close is too close to call, for what comes in from now on',
    answers: UnsureBandView,
  })
  changeBand(
    @By() caller: Caller,
    @BodyOf(ChangeUnsureBandDto) { width }: ChangeUnsureBandDto,
  ): Promise<shape.UnsureBandView> {
    return this.parts.understanding.changeUnsureBand(caller.workspaceId, width, caller.actor);
  }
}
