import { Controller, Delete, Get, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type * as shape from '@heard/insight';
import { By, type Caller } from '../auth/caller.js';
import { Needs, NeedsPerson } from '../auth/needs.js';
import { AlertsQuery } from '../dto/alert.dto.js';
import { pageOf } from '../dto/page.dto.js';
import { AddReceiverDto } from '../dto/staff.dto.js';
import { Id, orNotFound } from '../http/id.js';
import { BodyOf, QueryOf } from '../http/validation.js';
import { Operation } from '../operation.js';
import { API_PARTS, type ApiParts, type ReceiverView as Receiver } from '../ports/index.js';
import { AlertPage, AlertView, MadeReceiverView, ReceiverPage } from '../views/alert.view.js';

/** Alerts, and the programs that are told of them. */
@ApiTags('alerts')
@Controller('api/v1')
export class AlertsController {
  constructor(@Inject(API_PARTS) private readonly parts: ApiParts) {}

  @Get('alerts')
  @Needs('alerts:read', 'viewer')
  @Operation({ id: 'listAlerts', summary: 'Alerts, newest first', answers: AlertPage })
  list(
    @By() caller: Caller,
    @QueryOf(AlertsQuery) query: AlertsQuery,
  ): Promise<shape.PageOf<shape.AlertView>> {
    const { state = 'all' } = query;
    return this.parts.alerts.list(caller.workspaceId, { ...pageOf(query), state });
  }

  @Get('alerts/:id')
  @Needs('alerts:read', 'viewer')
  @Operation({ id: 'getAlert', summary: 'One alert, with everyone told of it', answers: AlertView })
  async get(@By() caller: Caller, @Id() id: string): Promise<shape.AlertView> {
    return orNotFound(await this.parts.alerts.get(caller.workspaceId, id));
  }

  @Post('alerts/:id/take')
  @NeedsPerson('manager')
  @Operation({ id: 'takeAlert', summary: 'Take an alert: nobody else is told', answers: AlertView })
  take(@By() caller: Caller, @Id() id: string): Promise<shape.AlertView> {
    return this.parts.alerts.take(caller.workspaceId, id, caller.actor);
  }

  @Get('receivers')
  @Needs('alerts:read', 'administrator')
  @Operation({ id: 'listReceivers', summary: 'Programs that are told of alerts', answers: ReceiverPage })
  async receivers(@By() caller: Caller): Promise<{ items: readonly Receiver[] }> {
    return { items: await this.parts.alerts.receivers(caller.workspaceId) };
  }

  @Post('receivers')
  @Needs('alerts:write', 'administrator')
  @Operation({ id: 'addReceiver', summary: 'Add a webhook', status: 201, answers: MadeReceiverView })
  add(
    @By() caller: Caller,
    @BodyOf(AddReceiverDto) asked: AddReceiverDto,
  ): Promise<Receiver & { readonly secret: string }> {
    return this.parts.alerts.addReceiver(caller.workspaceId, asked, caller.actor);
  }

  @Delete('receivers/:id')
  @Needs('alerts:write', 'administrator')
  @Operation({ id: 'removeReceiver', summary: 'Remove a webhook', status: 204 })
  remove(@By() caller: Caller, @Id() id: string): Promise<void> {
    return this.parts.alerts.removeReceiver(caller.workspaceId, id, caller.actor);
  }
}
