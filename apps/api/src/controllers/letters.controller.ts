import { Controller, Get, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type * as shape from '@heard/insight';
import type { Pasted } from '@heard/pipeline';
import { By, type Caller, personActing } from '../auth/caller.js';
import { Needs, NeedsPerson } from '../auth/needs.js';
import { ReadLetterDto } from '../dto/mention.dto.js';
import { PageDto, pageOf } from '../dto/page.dto.js';
import { Id } from '../http/id.js';
import { InvalidRequest } from '../http/problem.js';
import { BodyOf, QueryOf } from '../http/validation.js';
import { Operation } from '../operation.js';
import { API_OPTIONS, type ApiOptions } from '../options.js';
import { API_PARTS, type ApiParts } from '../ports/index.js';
import { wrongIn } from '../push.js';
import { PastedView, UnreadLetterPage } from '../views/mention.view.js';

/** Letters of connected mailboxes that no template reads: a person does. */
@ApiTags('mentions')
@Controller('api/v1/unread-letters')
export class LettersController {
  constructor(
    @Inject(API_PARTS) private readonly parts: ApiParts,
    @Inject(API_OPTIONS) private readonly options: ApiOptions,
  ) {}

  @Get()
  @Needs('mentions:read', 'viewer')
  @Operation({
    id: 'listUnreadLetters',
    summary: 'Letters that wait for a person, those that wait longest first',
    answers: UnreadLetterPage,
  })
  list(
    @By() caller: Caller,
    @QueryOf(PageDto) query: PageDto,
  ): Promise<shape.PageOf<shape.UnreadLetterView>> {
    return this.parts.mentions.unreadLetters(caller.workspaceId, pageOf(query));
  }

  @Post(':id/mention')
  @NeedsPerson('manager')
  @Operation({
    id: 'readLetter',
    summary: 'Make a mention of a letter: what the customer wrote',
    answers: PastedView,
  })
  read(@By() caller: Caller, @Id() id: string, @BodyOf(ReadLetterDto) read: ReadLetterDto): Promise<Pasted> {
    const wrong = wrongIn(read, this.options.clock.now());
    if (wrong) throw new InvalidRequest([wrong]);
    return this.parts.mentions.readLetter(caller.workspaceId, id, read, personActing(caller));
  }

  @Post(':id/set-aside')
  @NeedsPerson('manager')
  @Operation({ id: 'setLetterAside', summary: 'Say that a letter is no review', status: 204 })
  setAside(@By() caller: Caller, @Id() id: string): Promise<void> {
    return this.parts.mentions.setLetterAside(caller.workspaceId, id, personActing(caller));
  }
}
