import { Controller, Get, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Fault } from '@heard/core';
import type * as shape from '@heard/insight';
import { By, type Caller } from '../auth/caller.js';
import { NeedsPerson } from '../auth/needs.js';
import { PageDto, pageOf } from '../dto/page.dto.js';
import { QueryOf } from '../http/validation.js';
import { Operation } from '../operation.js';
import { API_PARTS, type ApiParts } from '../ports/index.js';
import { LetterPage } from '../views/alert.view.js';

/** The made-up mailbox of the demo. Its letters hold links that take alerts, so that viewers do not read them. */
@ApiTags('demo')
@Controller('api/v1/demo')
export class DemoController {
  constructor(@Inject(API_PARTS) private readonly parts: ApiParts) {}

  @Get('letters')
  @NeedsPerson('manager')
  @Operation({ id: 'listLetters', summary: "Letters in the demo's mailbox", answers: LetterPage })
  async letters(
    @By() caller: Caller,
    @QueryOf(PageDto) query: PageDto,
  ): Promise<shape.PageOf<shape.LetterView>> {
    const { demo } = this.parts;
    if (demo && (await demo.running(caller.workspaceId))) {
      return demo.letters(caller.workspaceId, pageOf(query));
    }
    throw new Fault('missing', 'The demo is not running here.', { code: 'no_demo' });
  }
}
