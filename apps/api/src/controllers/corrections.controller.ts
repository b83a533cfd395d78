import { Controller, Get, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { correctable } from '@heard/core';
import type * as shape from '@heard/insight';
import { By, type Caller, personActing } from '../auth/caller.js';
import { Needs, NeedsPerson } from '../auth/needs.js';
import { CorrectionDto } from '../dto/correction.dto.js';
import { PageDto, pageOf } from '../dto/page.dto.js';
import { Id, orNotFound } from '../http/id.js';
import { InvalidRequest } from '../http/problem.js';
import { BodyOf, QueryOf } from '../http/validation.js';
import { Operation } from '../operation.js';
import { API_PARTS, type ApiParts } from '../ports/index.js';
import { CorrectionPage } from '../views/correction.view.js';
import { MentionView } from '../views/mention.view.js';

/** What people say against what was understood of a text: it stands above the model, and its case follows. */
@ApiTags('mentions')
@Controller('api/v1/mentions/:id/corrections')
export class CorrectionsController {
  constructor(@Inject(API_PARTS) private readonly parts: ApiParts) {}

  @Get()
  @Needs('mentions:read', 'viewer')
  @Operation({
    id: 'listCorrections',
    summary: 'What people said of a mention, newest first, also what was taken back',
    answers: CorrectionPage,
  })
  async list(
    @By() caller: Caller,
    @Id() id: string,
    @QueryOf(PageDto) page: PageDto,
  ): Promise<shape.PageOf<shape.CorrectionView>> {
    return orNotFound(await this.parts.mentions.corrections(caller.workspaceId, id, pageOf(page)));
  }

  @Post()
  @NeedsPerson('manager')
  @Operation({
    id: 'correctMention',
    summary: 'Say what is right of a mention; saying the same again changes nothing',
    answers: MentionView,
  })
  async correct(
    @By() caller: Caller,
    @Id() id: string,
    @BodyOf(CorrectionDto) given: CorrectionDto,
  ): Promise<shape.MentionView> {
    if (correctable.every((field) => given[field] === undefined)) {
      const message = `Say at least one of: ${correctable.join(', ')}.`;
      throw new InvalidRequest(correctable.map((field) => ({ field, message })));
    }
    await this.parts.mentions.correct(caller.workspaceId, id, { ...given }, personActing(caller));
    return orNotFound(await this.parts.mentions.get(caller.workspaceId, id));
  }

  @Post(':correctionId/take-back')
  @NeedsPerson('manager')
  @Operation({
    id: 'takeBackCorrection',
    summary: 'Take a correction back: what was said before it stands again, or what was understood',
    answers: MentionView,
  })
  async takeBack(
    @By() caller: Caller,
    @Id() id: string,
    @Id('correctionId') correctionId: string,
  ): Promise<shape.MentionView> {
    await this.parts.mentions.takeBack(caller.workspaceId, id, correctionId, personActing(caller));
    return orNotFound(await this.parts.mentions.get(caller.workspaceId, id));
  }
}
