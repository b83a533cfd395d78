import { Controller, Get, Inject, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type * as shape from '@heard/insight';
import { By, type Caller } from '../auth/caller.js';
import { Needs, NeedsPerson } from '../auth/needs.js';
import { PageDto, pageOf } from '../dto/page.dto.js';
import { ChangePolicyDto } from '../dto/policy.dto.js';
import { Id, notFound, orNotFound } from '../http/id.js';
import { BodyOf, QueryOf } from '../http/validation.js';
import { Operation } from '../operation.js';
import { API_PARTS, type ApiParts } from '../ports/index.js';
import { PolicyChangePage, PolicyVersionView, SuggestedFixesView } from '../views/policy.view.js';

/** What managers set about recovery, and what it suggests for a case. */
@ApiTags('policy')
@Controller('api/v1')
export class PoliciesController {
  constructor(@Inject(API_PARTS) private readonly parts: ApiParts) {}

  @Get('policy')
  @Needs('cases:read', 'viewer')
  @Operation({
    id: 'getPolicy',
    summary: 'The newest version of the policy, with everything',
    answers: PolicyVersionView,
  })
  current(@By() caller: Caller): Promise<shape.PolicyVersionView> {
    return this.parts.policies.current(caller.workspaceId);
  }

  @Put('policy')
  @NeedsPerson('lead')
  @Operation({
    id: 'changePolicy',
    summary: 'Save the policy as its next version; what a customer is worth is for a director',
    answers: PolicyVersionView,
  })
  change(
    @By() caller: Caller,
    @BodyOf(ChangePolicyDto) { basedOn, policy }: ChangePolicyDto,
  ): Promise<shape.PolicyVersionView> {
    return this.parts.policies.change(caller.workspaceId, basedOn, policy, caller.actor);
  }

  @Get('policy/versions')
  @Needs('cases:read', 'viewer')
  @Operation({
    id: 'listPolicyVersions',
    summary: 'Who changed the policy and when, the newest first',
    answers: PolicyChangePage,
  })
  versions(
    @By() caller: Caller,
    @QueryOf(PageDto) query: PageDto,
  ): Promise<shape.PageOf<shape.PolicyChangeView>> {
    return this.parts.policies.versions(caller.workspaceId, pageOf(query));
  }

  @Get('policy/versions/:version')
  @Needs('cases:read', 'viewer')
  @Operation({
    id: 'getPolicyVersion',
    summary: 'One version of the policy; a case keeps the one it was opened under',
    answers: PolicyVersionView,
  })
  version(@By() caller: Caller, @Param('version') version: string): Promise<shape.PolicyVersionView> {
    // What is no number names nothing.
    if (!/^[1-9]\d{0,8}$/u.test(version)) throw notFound();
    return this.parts.policies.get(caller.workspaceId, Number(version));
  }

  @Get('cases/:id/suggested-fixes')
  @Needs('cases:read', 'viewer')
  @Operation({
    id: 'getSuggestedFixes',
    summary: 'What worked before for this kind of failure, or what the playbook says',
    answers: SuggestedFixesView,
  })
  async suggestedFixes(@By() caller: Caller, @Id() id: string): Promise<shape.SuggestedFixesView> {
    return orNotFound(await this.parts.policies.suggestedFixes(caller.workspaceId, id));
  }
}
