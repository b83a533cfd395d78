/** Kinds of report, in the order in which they are offered. */
export const reportTabs = ['clocks', 'reach', 'promises', 'outcomes', 'money', 'scores', 'digest'] as const;

export type ReportTab = (typeof reportTabs)[number];

const filterKeys = [
  'from',
  'to',
  'brand',
  'location',
  'platform',
  'category',
  'failure',
  'assignee',
  'week',
] as const;

/** What the address of the reports may hold. */
export type ReportSearch = { tab?: ReportTab } & { [K in (typeof filterKeys)[number]]?: string };

/** Reads the address; what is not known there is dropped. */
export function readReportSearch(search: Readonly<Record<string, unknown>>): ReportSearch {
  const tab = reportTabs.find((each) => each === search['tab']);
  const given = filterKeys.flatMap((key) => {
    const value = search[key];
    return typeof value === 'string' && value !== '' ? [[key, value] as const] : [];
  });
  return { ...(tab && tab !== 'clocks' ? { tab } : {}), ...Object.fromEntries(given) };
}
