import type { FieldError, Problem } from '../http/problem.js';
import { Int, ListOf, Str, Texts } from './shown.js';

/** A field of a request that is not as it must be. */
export class FieldErrorView implements FieldError {
  @Str({ about: 'Its path, such as `action.when`.' }) field: string;
  @Str() message: string;
}

/** A problem, RFC 9457. */
export class ProblemView implements Problem {
  @Str() type: string;
  @Str() title: string;
  @Int() status: number;
  @Str({ about: 'Names the cause for programs; of a 409 it is the rule that said no.' }) code: string;
  @Str({ about: 'What is wrong and what to do, for people.' }) detail: string;
  @Str({ optional: true, about: 'Finds the error in the log of the server.' }) errorId?: string;
  @Texts({ optional: true, about: 'Ids that make a refusal concrete, e.g. who took the case.' })
  about?: Record<string, string>;
  @ListOf(() => FieldErrorView, { optional: true }) errors?: FieldErrorView[];
}
