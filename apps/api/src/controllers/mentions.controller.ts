import { Body, Controller, Get, Headers, Inject, Post } from '@nestjs/common';
import { ApiBody, ApiExtraModels, ApiHeader, ApiTags, getSchemaPath } from '@nestjs/swagger';
import type * as shape from '@heard/insight';
import type { Pasted } from '@heard/pipeline';
import { By, type Caller, personActing } from '../auth/caller.js';
import { Needs, NeedsPerson } from '../auth/needs.js';
import { MentionsQuery, PastedMentionDto, PushedMentionDto } from '../dto/mention.dto.js';
import { pageOf } from '../dto/page.dto.js';
import { Id, orNotFound } from '../http/id.js';
import { InvalidRequest } from '../http/problem.js';
import { BodyOf, QueryOf } from '../http/validation.js';
import { Operation } from '../operation.js';
import { API_OPTIONS, type ApiOptions } from '../options.js';
import { API_PARTS, type ApiParts } from '../ports/index.js';
import { mostPushed, type Pushed, takePushed, wrongIn } from '../push.js';
import { MentionPage, MentionView, PastedView, PushedView } from '../views/mention.view.js';

const pushBody = {
  oneOf: [
    { $ref: getSchemaPath(PushedMentionDto) },
    { type: 'array', maxItems: mostPushed, items: { $ref: getSchemaPath(PushedMentionDto) } },
  ],
};

/** What was said, for reading; and what programs hand to us. */
@ApiTags('mentions')
@Controller('api/v1/mentions')
export class MentionsController {
  constructor(
    @Inject(API_PARTS) private readonly parts: ApiParts,
    @Inject(API_OPTIONS) private readonly options: ApiOptions,
  ) {}

  @Get()
  @Needs('mentions:read', 'viewer')
  @Operation({ id: 'listMentions', summary: 'Mentions, newest posted first', answers: MentionPage })
  list(
    @By() caller: Caller,
    @QueryOf(MentionsQuery) query: MentionsQuery,
  ): Promise<shape.PageOf<shape.MentionView>> {
    const { cursor: _cursor, limit: _limit, ...filter } = query;
    return this.parts.mentions.list(caller.workspaceId, { ...filter, ...pageOf(query) });
  }

  @Get(':id')
  @Needs('mentions:read', 'viewer')
  @Operation({ id: 'getMention', summary: 'One mention with its earlier texts', answers: MentionView })
  async get(@By() caller: Caller, @Id() id: string): Promise<shape.MentionView> {
    return orNotFound(await this.parts.mentions.get(caller.workspaceId, id));
  }

  @Post('pasted')
  @NeedsPerson('manager')
  @Operation({
    id: 'pasteMention',
    summary: 'Hand over what a person saw on a page: the link and the words',
    answers: PastedView,
  })
  paste(@By() caller: Caller, @BodyOf(PastedMentionDto) pasted: PastedMentionDto): Promise<Pasted> {
    const wrong = wrongIn(pasted, this.options.clock.now());
    if (wrong) throw new InvalidRequest([wrong]);
    return this.parts.mentions.paste(caller.workspaceId, pasted, personActing(caller));
  }

  @Post()
  @Needs('mentions:write', 'manager')
  @Operation({
    id: 'pushMentions',
    summary: 'Hand over one mention or up to 500',
    status: 202,
    answers: PushedView,
  })
  @ApiExtraModels(PushedMentionDto)
  @ApiBody({ schema: pushBody })
  @ApiHeader({
    name: 'Idempotency-Key',
    required: false,
    description:
      'Accepted and not needed: a mention is known by its source, kind and external_id, so that sending again doubles nothing.',
  })
  push(
    @By() { workspaceId, actor }: Caller,
    @Body() body: unknown,
    @Headers('idempotency-key') key: string | undefined,
  ): Promise<Pushed> {
    if (key !== undefined && !/^[\x21-\x7e]{1,255}$/u.test(key)) {
      throw new InvalidRequest([
        { field: 'Idempotency-Key', message: 'Must have 1 to 255 visible characters.' },
      ]);
    }
    return takePushed(body, this.options.clock.now(), (source, mentions) =>
      this.parts.mentions.push(workspaceId, source, mentions, actor),
    );
  }
}
