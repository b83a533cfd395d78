import { applyDecorators, HttpCode } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import { ProblemView } from './views/problem.view.js';

/** What an operation is called and answers. */
interface Said {
  /** Unique; generated clients name their functions by it. */
  readonly id: string;
  readonly summary: string;
  /** 200 when absent. */
  readonly status?: 200 | 201 | 202 | 204;
  readonly answers?: new () => object;
}

/** Names an operation and describes its answers; problems are the same everywhere. */
export function Operation(said: Said): MethodDecorator {
  const { id, summary, status = 200, answers } = said;
  return applyDecorators(
    HttpCode(status),
    ApiOperation({ operationId: id, summary }),
    ApiResponse({ status, description: summary, ...(answers && { type: answers }) }),
    ApiResponse({
      status: 'default',
      description: 'A problem: `code` names it for programs, `detail` says what to do.',
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemView' } } },
    }),
  );
}

/** Classes that no operation names by itself. */
export const extraModels = [ProblemView];
