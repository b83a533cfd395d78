import { Controller, Delete, Get, Inject, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type * as shape from '@heard/insight';
import { By, type Caller } from '../auth/caller.js';
import { Needs } from '../auth/needs.js';
import { PageDto, pageOf } from '../dto/page.dto.js';
import { ChangeSourceDto, ConnectSourceDto } from '../dto/source.dto.js';
import { Id, orNotFound } from '../http/id.js';
import { BodyOf, QueryOf } from '../http/validation.js';
import { Operation } from '../operation.js';
import { API_PARTS, type ApiParts, type PlatformView, type SourceChecked } from '../ports/index.js';
import { CheckedView, PlatformPage, SourcePage, SourceView } from '../views/mention.view.js';

/** Where Heard listens. */
@ApiTags('sources')
@Controller('api/v1')
export class SourcesController {
  constructor(@Inject(API_PARTS) private readonly parts: ApiParts) {}

  @Get('platforms')
  @Needs('sources:read', 'viewer')
  @Operation({
    id: 'listPlatforms',
    summary: 'What can be connected, and what it asks for',
    answers: PlatformPage,
  })
  platforms(): { items: readonly PlatformView[] } {
    return { items: this.parts.sources.platforms() };
  }

  @Get('sources')
  @Needs('sources:read', 'viewer')
  @Operation({ id: 'listSources', summary: 'Connected sources with their health', answers: SourcePage })
  list(@By() caller: Caller, @QueryOf(PageDto) query: PageDto): Promise<shape.PageOf<shape.SourceView>> {
    return this.parts.sources.list(caller.workspaceId, pageOf(query));
  }

  @Get('sources/:id')
  @Needs('sources:read', 'viewer')
  @Operation({ id: 'getSource', summary: 'One source', answers: SourceView })
  async get(@By() caller: Caller, @Id() id: string): Promise<shape.SourceView> {
    return orNotFound(await this.parts.sources.get(caller.workspaceId, id));
  }

  @Post('sources')
  @Needs('sources:write', 'administrator')
  @Operation({ id: 'connectSource', summary: 'Connect a source', status: 201, answers: SourceView })
  connect(
    @By() caller: Caller,
    @BodyOf(ConnectSourceDto) asked: ConnectSourceDto,
  ): Promise<shape.SourceView> {
    return this.parts.sources.connect(caller.workspaceId, asked, caller.actor);
  }

  @Patch('sources/:id')
  @Needs('sources:write', 'administrator')
  @Operation({ id: 'changeSource', summary: 'Rename, reconnect, pause or resume', answers: SourceView })
  change(
    @By() caller: Caller,
    @Id() id: string,
    @BodyOf(ChangeSourceDto) asked: ChangeSourceDto,
  ): Promise<shape.SourceView> {
    return this.parts.sources.change(caller.workspaceId, id, asked, caller.actor);
  }

  @Delete('sources/:id')
  @Needs('sources:write', 'administrator')
  @Operation({ id: 'removeSource', summary: 'Stop listening; what was heard stays', status: 204 })
  remove(@By() caller: Caller, @Id() id: string): Promise<void> {
    return this.parts.sources.remove(caller.workspaceId, id, caller.actor);
  }

  @Post('sources/:id/check')
  @Needs('sources:write', 'lead')
  @Operation({
    id: 'checkSource',
    summary: 'Try the connection and name what is missing',
    answers: CheckedView,
  })
  check(@By() caller: Caller, @Id() id: string): Promise<SourceChecked> {
    return this.parts.sources.check(caller.workspaceId, id);
  }
}
