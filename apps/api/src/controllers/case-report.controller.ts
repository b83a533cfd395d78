import { Controller, Get, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type * as shape from '@heard/insight';
import { By, type Caller } from '../auth/caller.js';
import { Needs, NeedsPerson } from '../auth/needs.js';
import { WordsDto } from '../dto/case.dto.js';
import { AskedDto, ReportQuery, RevokeReportDto, SendReportDto } from '../dto/customer-pages.dto.js';
import { Id, orNotFound } from '../http/id.js';
import { BodyOf, QueryOf } from '../http/validation.js';
import { Operation } from '../operation.js';
import { API_PARTS, type ApiParts } from '../ports/index.js';
import { CaseReportView, MadeReportView, OutcomeQuestionView } from '../views/customer-pages.view.js';

/** What the customer of a case is told and asked after all. */
@ApiTags('cases')
@Controller('api/v1/cases/:id')
export class CaseReportController {
  constructor(@Inject(API_PARTS) private readonly parts: ApiParts) {}

  @Get('outcome-question')
  @Needs('cases:read', 'viewer')
  @Operation({
    id: 'getOutcomeQuestion',
    summary: 'How it stands with asking the customer how it was',
    answers: OutcomeQuestionView,
  })
  question(@By() caller: Caller, @Id() id: string): Promise<shape.OutcomeQuestionView> {
    return this.parts.customerPages.question(caller.workspaceId, id, caller.actor);
  }

  @Post('outcome-question')
  @NeedsPerson('manager')
  @Operation({
    id: 'askedOutcome',
    summary: 'The customer was asked how it was, where Heard cannot ask',
    answers: OutcomeQuestionView,
  })
  asked(
    @By() caller: Caller,
    @Id() id: string,
    @BodyOf(AskedDto) { channel }: AskedDto,
  ): Promise<shape.OutcomeQuestionView> {
    return this.parts.customerPages.asked(caller.workspaceId, id, channel, caller.actor);
  }

  @Post('no-contact')
  @NeedsPerson('manager')
  @Operation({
    id: 'leaveAlone',
    summary: 'The customer wants to be left alone: they are not asked how it was',
    answers: OutcomeQuestionView,
  })
  leaveAlone(
    @By() caller: Caller,
    @Id() id: string,
    @BodyOf(WordsDto) { words }: WordsDto,
  ): Promise<shape.OutcomeQuestionView> {
    return this.parts.customerPages.leaveAlone(caller.workspaceId, id, words, caller.actor);
  }

  @Get('report')
  @Needs('cases:read', 'viewer')
  @Operation({
    id: 'getCaseReport',
    summary: 'The report to the customer as it would be sent now, and those that were',
    answers: CaseReportView,
  })
  report(
    @By() caller: Caller,
    @Id() id: string,
    @QueryOf(ReportQuery) { language }: ReportQuery,
  ): Promise<shape.CaseReportView> {
    return this.parts.customerPages.report(caller.workspaceId, id, language, caller.actor);
  }

  @Post('report')
  @NeedsPerson('manager')
  @Operation({
    id: 'sendCaseReport',
    summary: 'Send the report to the customer, with a link to its page',
    answers: MadeReportView,
  })
  async send(
    @By() caller: Caller,
    @Id() id: string,
    @BodyOf(SendReportDto) { channel, language, note }: SendReportDto,
  ): Promise<shape.MadeReportView> {
    const mentionId = channel === 'public' ? await this.answerTo(caller, id) : undefined;
    const asked = {
      channel,
      ...(language !== undefined && { language }),
      ...(note !== undefined && { note }),
      ...(mentionId !== undefined && { mentionId }),
    };
    return this.parts.customerPages.sendReport(caller.workspaceId, id, asked, caller.actor);
  }

  @Post('report/revoke')
  @NeedsPerson('manager')
  @Operation({ id: 'revokeCaseReport', summary: 'End the link of a report', answers: CaseReportView })
  revoke(
    @By() caller: Caller,
    @Id() id: string,
    @BodyOf(RevokeReportDto) { linkId }: RevokeReportDto,
  ): Promise<shape.CaseReportView> {
    return this.parts.customerPages.revokeReport(caller.workspaceId, id, linkId, caller.actor);
  }

  /** Where the source takes answers. */
  private async answerTo(caller: Caller, id: string): Promise<string | undefined> {
    const { answerTo, canAnswerInPublic } = orNotFound(await this.parts.cases.get(caller.workspaceId, id));
    return canAnswerInPublic ? answerTo : undefined;
  }
}
