import { Controller, Get, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type * as shape from '@heard/insight';
import { By, type Caller } from '../auth/caller.js';
import { Needs } from '../auth/needs.js';
import { CasesQuery } from '../dto/case.dto.js';
import { PageDto, pageOf } from '../dto/page.dto.js';
import { Id, orNotFound } from '../http/id.js';
import { InvalidRequest } from '../http/problem.js';
import { QueryOf } from '../http/validation.js';
import { Operation } from '../operation.js';
import { API_PARTS, type ApiParts } from '../ports/index.js';
import { CasePage, CaseView, HistoryPage } from '../views/case.view.js';

/** Cases, for reading. */
@ApiTags('cases')
@Controller('api/v1/cases')
export class CasesController {
  constructor(@Inject(API_PARTS) private readonly parts: ApiParts) {}

  @Get()
  @Needs('cases:read', 'viewer')
  @Operation({ id: 'listCases', summary: 'Cases, the most urgent first', answers: CasePage })
  list(
    @By() caller: Caller,
    @QueryOf(CasesQuery) query: CasesQuery,
  ): Promise<shape.PageOf<shape.CaseListItem>> {
    const { status = 'open', assignee, urgency, brandId, locationId } = query;
    const assigneeId = assignee === 'me' ? ownId(caller) : assignee;
    return this.parts.cases.list(caller.workspaceId, {
      ...pageOf(query),
      status,
      ...(assigneeId !== undefined && { assigneeId }),
      ...(urgency !== undefined && { urgencies: urgency }),
      ...(brandId !== undefined && { brandId }),
      ...(locationId !== undefined && { locationId }),
    });
  }

  @Get(':id')
  @Needs('cases:read', 'viewer')
  @Operation({ id: 'getCase', summary: 'Everything of one case', answers: CaseView })
  async get(@By() caller: Caller, @Id() id: string): Promise<shape.CaseView> {
    return orNotFound(await this.parts.cases.get(caller.workspaceId, id));
  }

  @Get(':id/history')
  @Needs('cases:read', 'viewer')
  @Operation({
    id: 'getCaseHistory',
    summary: 'The history of a case, from its beginning',
    answers: HistoryPage,
  })
  async history(
    @By() caller: Caller,
    @Id() id: string,
    @QueryOf(PageDto) query: PageDto,
  ): Promise<shape.PageOf<shape.HistoryEntry>> {
    return orNotFound(await this.parts.cases.history(caller.workspaceId, id, pageOf(query)));
  }
}

function ownId(caller: Caller): string {
  if (caller.kind === 'person') return caller.session.person.id;
  throw new InvalidRequest([
    { field: 'assignee', message: 'A program is nobody here: name a person by id.' },
  ]);
}
