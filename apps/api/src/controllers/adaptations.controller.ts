import { Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type * as shape from '@heard/insight';
import { By, type Caller } from '../auth/caller.js';
import { Needs, NeedsPerson } from '../auth/needs.js';
import { notFound } from '../http/id.js';
import { Operation } from '../operation.js';
import { API_PARTS, type ApiParts } from '../ports/index.js';
import { AdaptationsView } from '../views/adaptation.view.js';

/** What people taught the model in this workspace; it changes nothing in any other. */
@ApiTags('understanding')
@Controller('api/v1/adaptations')
export class AdaptationsController {
  constructor(@Inject(API_PARTS) private readonly parts: ApiParts) {}

  @Get()
  @Needs('mentions:read', 'viewer')
  @Operation({
    id: 'getAdaptations',
    summary: 'What the model learned here, what that was measured to do, and what is switched on',
    answers: AdaptationsView,
  })
  adaptations(@By() caller: Caller): Promise<shape.AdaptationsView> {
    return this.parts.understanding.adaptations(caller.workspaceId);
  }

  @Post('learn')
  @NeedsPerson('administrator')
  @Operation({
    id: 'learnAdaptations',
    summary: 'Let the model learn from what people said by now, in the background',
    status: 202,
    answers: AdaptationsView,
  })
  learn(@By() caller: Caller): Promise<shape.AdaptationsView> {
    return this.parts.understanding.learn(caller.workspaceId);
  }

  @Post('switch-off')
  @NeedsPerson('administrator')
  @Operation({
    id: 'switchOffAdaptation',
    summary: 'Let the model assess alone from now on',
    answers: AdaptationsView,
  })
  switchOff(@By() caller: Caller): Promise<shape.AdaptationsView> {
    return this.parts.understanding.switchAdaptation(caller.workspaceId, undefined, caller.actor);
  }

  @Post(':version/switch-on')
  @NeedsPerson('administrator')
  @Operation({
    id: 'switchOnAdaptation',
    summary: 'Let a version assess beside the model; refused where it was not shown to help',
    answers: AdaptationsView,
  })
  switchOn(@By() caller: Caller, @Param('version') version: string): Promise<shape.AdaptationsView> {
    // What is no number names nothing.
    if (!/^[1-9]\d{0,8}$/u.test(version)) throw notFound();
    return this.parts.understanding.switchAdaptation(caller.workspaceId, Number(version), caller.actor);
  }
}
