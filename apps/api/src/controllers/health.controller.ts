import { Controller, Get, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Open } from '../auth/needs.js';
import { Operation } from '../operation.js';
import { API_PARTS, type ApiParts } from '../ports/index.js';
import { Word } from '../views/shown.js';

/** Well. */
export class HealthView {
  @Word(['ok']) status: 'ok';
}

const ok: HealthView = { status: 'ok' };

/** What a supervisor or a load balancer asks. */
@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(@Inject(API_PARTS) private readonly parts: ApiParts) {}

  @Get('live')
  @Open()
  @Operation({ id: 'isLive', summary: 'The process runs', answers: HealthView })
  live(): HealthView {
    return ok;
  }

  @Get('ready')
  @Open()
  @Operation({
    id: 'isReady',
    summary: 'The database answers and has the newest schema',
    answers: HealthView,
  })
  async ready(): Promise<HealthView> {
    await this.parts.health.ready();
    return ok;
  }
}
