import { Controller, Get, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type * as shape from '@heard/insight';
import { By, type Caller } from '../auth/caller.js';
import { Needs, NeedsPerson } from '../auth/needs.js';
import { AccuracyQuery, DrawSampleDto, SampleQuery } from '../dto/check.dto.js';
import { BodyOf, QueryOf } from '../http/validation.js';
import { Operation } from '../operation.js';
import { API_PARTS, type ApiParts } from '../ports/index.js';
import { AccuracyView, SampleView } from '../views/accuracy.view.js';

/** How right the model is, and the random sample that says so. */
@ApiTags('understanding')
@Controller('api/v1/accuracy')
export class AccuracyController {
  constructor(@Inject(API_PARTS) private readonly parts: ApiParts) {}

  @Get()
  @Needs('mentions:read', 'viewer')
  @Operation({
    id: 'getAccuracy',
    summary: 'Precision and recall of negative and of urgent, language by language, with their bounds',
    answers: AccuracyView,
  })
  accuracy(
    @By() caller: Caller,
    @QueryOf(AccuracyQuery) { days = 180 }: AccuracyQuery,
  ): Promise<shape.AccuracyView> {
    return this.parts.understanding.accuracy(caller.workspaceId, days);
  }

  @Get('sample')
  @NeedsPerson('manager')
  @Operation({
    id: 'getSample',
    summary: 'Drawn mentions that wait to be checked, without what the model made of them',
    answers: SampleView,
  })
  sample(@By() caller: Caller, @QueryOf(SampleQuery) { limit = 10 }: SampleQuery): Promise<shape.SampleView> {
    return this.parts.understanding.sample(caller.workspaceId, limit);
  }

  @Post('draws')
  @NeedsPerson('lead')
  @Operation({
    id: 'drawSample',
    summary: 'Draw new mentions at random for people to check',
    answers: AccuracyView,
  })
  draw(@By() caller: Caller, @BodyOf(DrawSampleDto) { size }: DrawSampleDto): Promise<shape.AccuracyView> {
    return this.parts.understanding.drawSample(caller.workspaceId, size, caller.actor);
  }
}
