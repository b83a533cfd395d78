import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type * as shape from '@heard/insight';
import { By, type Caller } from '../auth/caller.js';
import { Needs } from '../auth/needs.js';
import { PageDto, pageOf } from '../dto/page.dto.js';
import { orNotFound } from '../http/id.js';
import { QueryOf } from '../http/validation.js';
import { Operation } from '../operation.js';
import { API_PARTS, type ApiParts } from '../ports/index.js';
import { DigestPage, DigestView } from '../views/digest.view.js';

/** What the director is told once a week. */
@ApiTags('reports')
@Controller('api/v1/digests')
export class DigestsController {
  constructor(@Inject(API_PARTS) private readonly parts: ApiParts) {}

  @Get()
  @Needs('cases:read', 'lead')
  @Operation({ id: 'listDigests', summary: 'Weeks that have a digest, newest first', answers: DigestPage })
  list(@By() caller: Caller, @QueryOf(PageDto) query: PageDto): Promise<shape.PageOf<shape.DigestListItem>> {
    return this.parts.reports.digests(caller.workspaceId, pageOf(query));
  }

  @Get(':week')
  @Needs('cases:read', 'lead')
  @Operation({ id: 'getDigest', summary: 'The digest of a week, by its Monday', answers: DigestView })
  async get(@By() caller: Caller, @Param('week') week: string): Promise<shape.DigestView> {
    return orNotFound(await this.parts.reports.digest(caller.workspaceId, week));
  }
}
