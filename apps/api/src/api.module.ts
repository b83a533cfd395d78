import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { AuthGuard } from './auth/auth.guard.js';
import { AccuracyController } from './controllers/accuracy.controller.js';
import { AdaptationsController } from './controllers/adaptations.controller.js';
import { AlertLinksController } from './controllers/alert-links.controller.js';
import { AlertsController } from './controllers/alerts.controller.js';
import { CaseActsController } from './controllers/case-acts.controller.js';
import { CaseNotesController } from './controllers/case-notes.controller.js';
import { CaseReportController } from './controllers/case-report.controller.js';
import { CasesController } from './controllers/cases.controller.js';
import { LettersController } from './controllers/letters.controller.js';
import { ChecksController } from './controllers/checks.controller.js';
import { ConsentsController } from './controllers/consents.controller.js';
import { CustomerLinksController } from './controllers/customer-links.controller.js';
import { CausesController } from './controllers/causes.controller.js';
import { DemoController } from './controllers/demo.controller.js';
import { HealthController } from './controllers/health.controller.js';
import { IncidentActsController } from './controllers/incident-acts.controller.js';
import { IncidentsController } from './controllers/incidents.controller.js';
import { LiveController } from './controllers/live.controller.js';
import { CorrectionsController } from './controllers/corrections.controller.js';
import { MentionsController } from './controllers/mentions.controller.js';
import { PoliciesController } from './controllers/policies.controller.js';
import { PromisesController } from './controllers/promises.controller.js';
import { PlacesController } from './controllers/places.controller.js';
import { PromisesAndFixesController } from './controllers/promises-and-fixes.controller.js';
import { DigestsController } from './controllers/digests.controller.js';
import { ReportsController } from './controllers/reports.controller.js';
import { SessionController } from './controllers/session.controller.js';
import { SourcesController } from './controllers/sources.controller.js';
import { StaffController } from './controllers/staff.controller.js';
import { SuggestionsController } from './controllers/suggestions.controller.js';
import { OpenStreams } from './http/open-streams.js';
import { ProblemFilter } from './http/problem.filter.js';
import { ThrottleGuard } from './http/throttle.js';
import { API_OPTIONS, type ApiOptions } from './options.js';
import { API_PARTS, type ApiParts } from './ports/index.js';

/** The api over its parts. */
@Module({})
export class ApiModule {
  static over(parts: ApiParts, options: ApiOptions): DynamicModule {
    return {
      module: ApiModule,
      controllers: [
        SessionController,
        CasesController,
        CaseActsController,
        CaseNotesController,
        CaseReportController,
        CustomerLinksController,
        PromisesAndFixesController,
        PromisesController,
        PoliciesController,
        IncidentsController,
        IncidentActsController,
        MentionsController,
        CorrectionsController,
        ChecksController,
        LettersController,
        AccuracyController,
        AdaptationsController,
        SourcesController,
        ConsentsController,
        PlacesController,
        AlertsController,
        AlertLinksController,
        ReportsController,
        DigestsController,
        StaffController,
        SuggestionsController,
        CausesController,
        DemoController,
        LiveController,
        HealthController,
      ],
      providers: [
        { provide: API_PARTS, useValue: parts },
        { provide: API_OPTIONS, useValue: options },
        { provide: APP_FILTER, useValue: new ProblemFilter(options.log, options.clock) },
        { provide: APP_GUARD, useClass: ThrottleGuard },
        { provide: APP_GUARD, useClass: AuthGuard },
        OpenStreams,
      ],
    };
  }
}
