import { type Category, type FailureKind, failureKinds } from '@heard/core';
import type { ReportAsked } from '@heard/insight';
import { catalog } from '@heard/sources';
import { OneOf, Token, Uuid } from './fields.js';

const categories: readonly Category[] = [
  'delivery',
  'billing',
  'product',
  'staff',
  'support',
  'app',
  'price',
  'refund',
  'availability',
  'safety',
  'privacy',
  'place',
  'other',
];
const date = /^\d{4}-\d{2}-\d{2}$/u;

/** Which cases a report is about. */
export class ReportQuery {
  @Token({
    optional: true,
    pattern: date,
    example: '2026-10-01',
    about: 'The first day of posting, in the time zone of the workspace; 90 days before `to` when absent.',
  })
  from?: string;

  @Token({ optional: true, pattern: date, example: '2026-12-31', about: 'The last day; today when absent.' })
  to?: string;

  @Uuid({ optional: true })
  brand?: string;

  @Uuid({ optional: true })
  location?: string;

  @OneOf(Object.keys(catalog), { optional: true })
  platform?: string;

  @OneOf(categories, { optional: true })
  category?: Category;

  @OneOf(failureKinds, { optional: true })
  failure?: FailureKind;

  @Uuid({ optional: true })
  assignee?: string;

  @OneOf(['json', 'csv'], { optional: true, about: '`csv` for a spreadsheet, as does `Accept: text/csv`.' })
  format?: 'json' | 'csv';
}

/** What was asked for, as the reports take it. */
export function reportAsked(query: ReportQuery): ReportAsked {
  const { from, to, brand: brandId, location: locationId, platform, category, failure } = query;
  const asked = { from, to, brandId, locationId, platform, category, failure, assigneeId: query.assignee };
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
}
