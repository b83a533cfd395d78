import { Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Fault } from '@heard/core';
import type * as shape from '@heard/insight';
import { Open } from '../auth/needs.js';
import { Throttled } from '../http/throttle.js';
import { Operation } from '../operation.js';
import { API_PARTS, type ApiParts } from '../ports/index.js';
import { AlertLinkView } from '../views/alert.view.js';

const tokenShape = /^[\w-]{20,200}$/u;

/** The links in alert letters: whoever holds one may see and take that alert, and nothing else. */
@ApiTags('alerts')
@Controller('api/v1/alert-links')
export class AlertLinksController {
  constructor(@Inject(API_PARTS) private readonly parts: ApiParts) {}

  @Get(':token')
  @Open()
  @Throttled(30)
  @Operation({ id: 'getAlertLink', summary: 'What the link of a letter is about', answers: AlertLinkView })
  async get(@Param('token') token: string): Promise<shape.AlertLinkView> {
    return orGone(tokenShape.test(token) ? await this.parts.alerts.byLink(token) : undefined);
  }

  @Post(':token/take')
  @Open()
  @Throttled(30)
  @Operation({ id: 'takeByAlertLink', summary: 'Take the alert of a letter', answers: AlertLinkView })
  async take(@Param('token') token: string): Promise<shape.AlertLinkView> {
    return orGone(tokenShape.test(token) ? await this.parts.alerts.takeByLink(token) : undefined);
  }
}

function orGone(view: shape.AlertLinkView | undefined): shape.AlertLinkView {
  if (view) return view;
  throw new Fault(
    'missing',
    'This link does not lead anywhere (any more): open Heard and look at the alerts.',
    {
      code: 'link_gone',
    },
  );
}
