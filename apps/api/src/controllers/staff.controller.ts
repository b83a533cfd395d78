import { Controller, Delete, Get, Inject, Patch, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { ApiKey } from '@heard/staff';
import type * as shape from '@heard/insight';
import { By, type Caller } from '../auth/caller.js';
import { Needs, NeedsPerson } from '../auth/needs.js';
import { AddKeyDto, AddUserDto, ChangeUserDto, DutyDto, PolicyDto } from '../dto/staff.dto.js';
import { Id } from '../http/id.js';
import { BodyOf } from '../http/validation.js';
import { Operation } from '../operation.js';
import { API_PARTS, type ApiParts, type StaffPart } from '../ports/index.js';
import {
  AddedUserView,
  DutyPage,
  DutyView,
  KeyPage,
  MadeKeyView,
  PolicyView,
  UserPage,
  UserView,
} from '../views/people.view.js';

/** People, duty, escalation and API keys. */
@ApiTags('users')
@Controller('api/v1')
export class StaffController {
  constructor(@Inject(API_PARTS) private readonly parts: ApiParts) {}

  @Get('users')
  @Needs('users:read', 'viewer')
  @Operation({ id: 'listUsers', summary: 'Everybody who works here', answers: UserPage })
  async users(@By() caller: Caller): Promise<shape.PageOf<shape.UserView>> {
    return { items: await this.parts.staff.list(caller.workspaceId) };
  }

  @Post('users')
  @Needs('users:write', 'administrator')
  @Operation({ id: 'addUser', summary: 'Add a person', status: 201, answers: AddedUserView })
  add(@By() caller: Caller, @BodyOf(AddUserDto) asked: AddUserDto): ReturnType<StaffPart['add']> {
    return this.parts.staff.add(caller.workspaceId, asked, caller.actor);
  }

  @Patch('users/:id')
  @Needs('users:write', 'administrator')
  @Operation({ id: 'changeUser', summary: 'Change a person', answers: UserView })
  change(
    @By() caller: Caller,
    @Id() id: string,
    @BodyOf(ChangeUserDto) asked: ChangeUserDto,
  ): Promise<shape.UserView> {
    return this.parts.staff.change(caller.workspaceId, id, asked, caller.actor);
  }

  @Get('duty')
  @Needs('users:read', 'viewer')
  @Operation({ id: 'getDuty', summary: 'Who is on duty when', answers: DutyPage })
  duty(@By() caller: Caller): ReturnType<StaffPart['duty']> {
    return this.parts.staff.duty(caller.workspaceId);
  }

  @Put('duty/:staffId')
  @Needs('users:write', 'lead')
  @Operation({ id: 'setDuty', summary: "Replace a person's duty calendar", answers: DutyView })
  setDuty(
    @By() caller: Caller,
    @Id('staffId') id: string,
    @BodyOf(DutyDto) asked: DutyDto,
  ): Promise<shape.DutyView> {
    return this.parts.staff.setDuty(caller.workspaceId, id, asked, caller.actor);
  }

  @Get('escalation-policy')
  @Needs('users:read', 'viewer')
  @Operation({ id: 'getEscalationPolicy', summary: 'Who is told next, and when', answers: PolicyView })
  policy(@By() caller: Caller): ReturnType<StaffPart['policy']> {
    return this.parts.staff.policy(caller.workspaceId);
  }

  @Put('escalation-policy')
  @Needs('users:write', 'lead')
  @Operation({ id: 'setEscalationPolicy', summary: 'Replace the escalation policy', answers: PolicyView })
  setPolicy(@By() caller: Caller, @BodyOf(PolicyDto) asked: PolicyDto): ReturnType<StaffPart['setPolicy']> {
    const { afterMinutes, steps } = asked;
    const policy = { afterMinutes, steps: steps.map(({ to }) => ({ to })) };
    return this.parts.staff.setPolicy(caller.workspaceId, policy, caller.actor);
  }

  @Get('keys')
  @NeedsPerson('administrator')
  @Operation({ id: 'listKeys', summary: 'API keys that work', answers: KeyPage })
  async keys(@By() caller: Caller): Promise<{ items: readonly ApiKey[] }> {
    return { items: await this.parts.auth.listKeys(caller.workspaceId) };
  }

  @Post('keys')
  @NeedsPerson('administrator')
  @Operation({ id: 'createKey', summary: 'Make an API key, shown once', status: 201, answers: MadeKeyView })
  createKey(
    @By() caller: Caller,
    @BodyOf(AddKeyDto) asked: AddKeyDto,
  ): Promise<ApiKey & { readonly key: string }> {
    return this.parts.auth.createKey(caller.workspaceId, asked, caller.actor);
  }

  @Delete('keys/:id')
  @NeedsPerson('administrator')
  @Operation({ id: 'revokeKey', summary: 'Revoke an API key', status: 204 })
  revokeKey(@By() caller: Caller, @Id() id: string): Promise<void> {
    return this.parts.auth.revokeKey(caller.workspaceId, id, caller.actor);
  }
}
