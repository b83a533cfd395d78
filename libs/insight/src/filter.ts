import { Fault } from '@heard/core';
import { isId } from './cursor.js';

/** The conditions of one query with their parameters; `$1` is the workspace. */
export class Filter {
  readonly values: unknown[];
  private readonly conditions: string[];

  /** `alias` is the table that the conditions are about. */
  constructor(workspaceId: string, alias: string) {
    this.values = [workspaceId];
    this.conditions = [`${alias}.workspace_id = $1`];
  }

  /** Adds a parameter and names its place. */
  bind(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }

  /** Adds a parameter that must be an id. */
  bindId(id: string): string {
    if (!isId(id))
      throw new Fault('invalid', 'A filter asks for something that is no id.', { code: 'bad_id' });
    return `${this.bind(id)}::uuid`;
  }

  and(condition: string): void {
    this.conditions.push(condition);
  }

  get sql(): string {
    return this.conditions.join(' and ');
  }
}

const most = 100;

/** A list's limit, at least 1 and at most 100. */
export function boundedLimit(limit: number): number {
  if (!Number.isInteger(limit))
    throw new Fault('invalid', 'A limit is a whole number.', { code: 'bad_limit' });
  return Math.min(Math.max(limit, 1), most);
}
