import { Controller, Get, Headers, Inject, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type ReportFilters as Filters, type ReportName, type ReportsByName, tableOf } from '@heard/insight';
import type { FastifyReply } from 'fastify';
import { By, type Caller } from '../auth/caller.js';
import { Needs } from '../auth/needs.js';
import { reportAsked, ReportQuery } from '../dto/report.dto.js';
import { csvOf } from '../http/csv.js';
import { QueryOf } from '../http/validation.js';
import { Operation } from '../operation.js';
import { API_PARTS, type ApiParts } from '../ports/index.js';
import {
  ClocksReport,
  MoneyReport,
  OutcomesReport,
  PromisesReport,
  ReachReport,
  ReportFilters,
  ScoresReport,
} from '../views/report.view.js';

/** What is asked of every report, beside who asks. */
interface Asking {
  readonly query: ReportQuery;
  readonly accept: string | undefined;
  readonly reply: FastifyReply;
}

/** Reports over the cases of a period, as JSON or as a table for a spreadsheet. */
@ApiTags('reports')
@Controller('api/v1/reports')
export class ReportsController {
  constructor(@Inject(API_PARTS) private readonly parts: ApiParts) {}

  @Get('filters')
  @Needs('cases:read', 'manager')
  @Operation({ id: 'getReportFilters', summary: 'What reports can be narrowed to', answers: ReportFilters })
  filters(@By() caller: Caller): Promise<Filters> {
    return this.parts.reports.filters(caller.workspaceId);
  }

  @Get('clocks')
  @Needs('cases:read', 'manager')
  @Operation({
    id: 'reportClocks',
    summary: 'How long customers wait, those who still wait included',
    answers: ClocksReport,
  })
  clocks(
    @By() caller: Caller,
    @QueryOf(ReportQuery) query: ReportQuery,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReportsByName['clocks'] | string> {
    return this.report('clocks', caller, { query, accept, reply });
  }

  @Get('reach')
  @Needs('cases:read', 'manager')
  @Operation({
    id: 'reportReach',
    summary: 'How long authors wait for an answer, by how many follow them',
    answers: ReachReport,
  })
  reach(
    @By() caller: Caller,
    @QueryOf(ReportQuery) query: ReportQuery,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReportsByName['reach'] | string> {
    return this.report('reach', caller, { query, accept, reply });
  }

  @Get('promises')
  @Needs('cases:read', 'manager')
  @Operation({
    id: 'reportPromises',
    summary: 'What was promised, by whom, and what was kept',
    answers: PromisesReport,
  })
  promises(
    @By() caller: Caller,
    @QueryOf(ReportQuery) query: ReportQuery,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReportsByName['promises'] | string> {
    return this.report('promises', caller, { query, accept, reply });
  }

  @Get('outcomes')
  @Needs('cases:read', 'manager')
  @Operation({
    id: 'reportOutcomes',
    summary: 'What recoveries did, against what they cost',
    answers: OutcomesReport,
  })
  outcomes(
    @By() caller: Caller,
    @QueryOf(ReportQuery) query: ReportQuery,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReportsByName['outcomes'] | string> {
    return this.report('outcomes', caller, { query, accept, reply });
  }

  @Get('money')
  @Needs('cases:read', 'lead')
  @Operation({
    id: 'reportMoney',
    summary: 'What is at risk, lost and saved, by week, brand and location',
    answers: MoneyReport,
  })
  money(
    @By() caller: Caller,
    @QueryOf(ReportQuery) query: ReportQuery,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReportsByName['money'] | string> {
    return this.report('money', caller, { query, accept, reply });
  }

  @Get('scores')
  @Needs('cases:read', 'manager')
  @Operation({
    id: 'reportScores',
    summary: 'What customers could say at the end, in six points',
    answers: ScoresReport,
  })
  scores(
    @By() caller: Caller,
    @QueryOf(ReportQuery) query: ReportQuery,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReportsByName['scores'] | string> {
    return this.report('scores', caller, { query, accept, reply });
  }

  private async report<N extends ReportName>(
    name: N,
    caller: Caller,
    { query, accept, reply }: Asking,
  ): Promise<ReportsByName[N] | string> {
    const report = await this.parts.reports.get(caller.workspaceId, name, reportAsked(query));
    const asCsv = query.format === 'csv' || (query.format === undefined && prefersCsv(accept));
    if (!asCsv) return report;
    const { columns, rows } = tableOf(name, report);
    void reply.header('content-type', 'text/csv; charset=utf-8; header=present');
    void reply.header(
      'content-disposition',
      `attachment; filename="heard-${name}-${report.from}-${report.to}.csv"`,
    );
    return csvOf(columns, rows);
  }
}

/** Browsers accept everything; only who names CSV, and not JSON, gets it. */
function prefersCsv(accept = ''): boolean {
  return accept.includes('text/csv') && !accept.includes('application/json');
}
