import { Controller, Get, Header, Inject, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Fault } from '@heard/core';
import type * as shape from '@heard/insight';
import { Open } from '../auth/needs.js';
import { ReportQuery, SayOutcomeDto } from '../dto/customer-pages.dto.js';
import { Throttled } from '../http/throttle.js';
import { BodyOf, QueryOf } from '../http/validation.js';
import { Operation } from '../operation.js';
import { API_PARTS, type ApiParts } from '../ports/index.js';
import { OutcomePageView, ReportPageView } from '../views/customer-pages.view.js';

const tokenShape = /^[\w-]{43}$/u;

/** What customers open by their links: without a session, and with nothing of anybody else. */
@ApiTags('customers')
@Controller('api/v1')
export class CustomerLinksController {
  constructor(@Inject(API_PARTS) private readonly parts: ApiParts) {}

  @Get('outcome-links/:token')
  @Open()
  @Throttled(30)
  @Header('referrer-policy', 'no-referrer')
  @Header('x-robots-tag', 'noindex, nofollow')
  @Operation({ id: 'getOutcomeLink', summary: 'The question how it was', answers: OutcomePageView })
  async question(@Param('token') token: string): Promise<shape.OutcomePageView> {
    return orGone(tokenShape.test(token) ? await this.parts.customerPages.outcomePage(token) : undefined);
  }

  @Post('outcome-links/:token')
  @Open()
  @Throttled(30)
  @Header('referrer-policy', 'no-referrer')
  @Header('x-robots-tag', 'noindex, nofollow')
  @Operation({ id: 'sayOutcome', summary: 'Say how it was, or change it', answers: OutcomePageView })
  async say(
    @Param('token') token: string,
    @BodyOf(SayOutcomeDto) { verdict, words }: SayOutcomeDto,
  ): Promise<shape.OutcomePageView> {
    const said = { verdict, ...(words !== undefined && { words }) };
    return orGone(tokenShape.test(token) ? await this.parts.customerPages.say(token, said) : undefined);
  }

  @Get('report-links/:token')
  @Open()
  @Throttled(60)
  @Header('referrer-policy', 'no-referrer')
  @Header('x-robots-tag', 'noindex, nofollow')
  @Operation({ id: 'getReportLink', summary: 'The report to the customer', answers: ReportPageView })
  async report(
    @Param('token') token: string,
    @QueryOf(ReportQuery) { language }: ReportQuery,
  ): Promise<shape.ReportPageView> {
    return orGone(
      tokenShape.test(token) ? await this.parts.customerPages.reportPage(token, language) : undefined,
    );
  }
}

function orGone<T>(view: T | undefined): T {
  if (view !== undefined) return view;
  throw new Fault('missing', 'This link does not lead anywhere (any more).', { code: 'link_gone' });
}
