import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { AuthGuard } from './auth/auth.guard.js';
import { AlertLinksController } from './controllers/alert-links.controller.js';
import { AlertsController } from './controllers/alerts.controller.js';
import { CaseActsController } from './controllers/case-acts.controller.js';
import { CasesController } from './controllers/cases.controller.js';
import { DemoController } from './controllers/demo.controller.js';
import { HealthController } from './controllers/health.controller.js';
import { LiveController } from './controllers/live.controller.js';
import { MentionsController } from './controllers/mentions.controller.js';
import { PromisesAndFixesController } from './controllers/promises-and-fixes.controller.js';
import { SessionController } from './controllers/session.controller.js';
import { SourcesController } from './controllers/sources.controller.js';
import { StaffController } from './controllers/staff.controller.js';
import { OpenStreams } from './http/open-streams.js';
import { ProblemFilter } from './http/problem.filter.js';
import { ThrottleGuard } from './http/throttle.js';
import { API_OPTIONS, type ApiOptions } from './options.js';
import { API_PARTS, type ApiParts } from './ports.js';

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
        PromisesAndFixesController,
        MentionsController,
        SourcesController,
        AlertsController,
        AlertLinksController,
        StaffController,
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
