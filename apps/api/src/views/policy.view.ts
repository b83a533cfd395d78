import type {
  Actor,
  ApprovalLimit,
  CatalogueFix,
  Cost,
  FailureKind,
  FixKind,
  InThreeLanguages,
  MoneyPolicy,
  Playbook,
  PlaybookStep,
  Policy,
  Role,
  Share,
  StepGoal,
  Urgency,
  WorkingCalendar,
} from '@heard/core';
import type * as shape from '@heard/insight';
import { At, Facts, Int, Ints, ListOf, Num, Of, Str, Strs, Word, Words } from './shown.js';
import { words } from './words.js';

const minor = { about: "In the currency's smallest unit." };
const share = { about: 'From 0 to 1.' };

/** A text in the three languages of Heard. */
export class InThreeLanguagesView implements InThreeLanguages {
  @Str() ru: string;
  @Str() uk: string;
  @Str() en: string;
}

/** When the firm works, in the time zone of the workspace. */
export class WorkingCalendarView implements WorkingCalendar {
  @Ints({ about: 'Weekdays; 1 is Monday.' }) days: number[];
  @Int({ about: 'Minutes from midnight.' }) from: number;
  @Int({ about: 'Minutes from midnight.' }) to: number;
  @Strs({ about: 'Dates, such as 2026-12-31.' }) holidays: string[];
}

/** What happens before a promise breaks. */
export class PromisePolicyView {
  @Num({ about: 'The assignee is warned when this share of the time is left, 0 to 1.' }) warnAtShare: number;
  @Of(() => InThreeLanguagesView, {
    about: 'With {promise} and {due}; {customer} and {manager} may be there.',
  })
  lateDraft: InThreeLanguagesView;
}

/** A number for each urgency. */
export class ByUrgencyView implements Record<Urgency, number> {
  @Num() critical: number;
  @Num() high: number;
  @Num() normal: number;
  @Num() low: number;
  @Num() none: number;
}

/** How often a case may change its assignee. */
export class HandOffPolicyView {
  @Int() budget: number;
}

/** At how many rounds a case goes to the lead. */
export class RoundPolicyView {
  @Int() limit: number;
}

/** When an answer is held as one that others got. */
export class SubstancePolicyView {
  @Num(share) sameAsOthers: number;
  @Int() recentDays: number;
}

/** The one question afterwards. */
export class OutcomePolicyView {
  @Int() askAfterHours: number;
  @Int() linkDays: number;
  @Of(() => InThreeLanguagesView, { about: 'With {link}; {customer} and {brand} may be there.' })
  question: InThreeLanguagesView;
}

/** How long the link to a report works. */
export class ReportPolicyView {
  @Int() linkDays: number;
}

/** When cases are proposed as an incident. */
export class IncidentPolicyView {
  @Int() cases: number;
  @Int() withinHours: number;
}

/** What a lost customer costs. */
export class MoneyPolicyView implements MoneyPolicy {
  @Str({ about: 'ISO 4217; of every amount of the policy.' }) currency: string;
  @Int(minor) valueFromMinor: number;
  @Int(minor) valueToMinor: number;
  @Of(() => ByUrgencyView, share) chanceOfLeaving: ByUrgencyView;
  @Num(share) chanceWhenThreatened: number;
}

/** What something costs. */
export class PriceView implements Cost {
  @Int(minor) amountMinor: number;
  @Str({ about: 'ISO 4217.' }) currency: string;
}

/** Up to what a role may approve. */
export class ApprovalLimitView implements ApprovalLimit {
  @Word(words.role) role: Role;
  @Int(minor) upToMinor: number;
}

/** A fix that the workspace offers. */
export class CatalogueFixView implements CatalogueFix {
  @Str() key: string;
  @Word(words.fixKind) kind: FixKind;
  @Of(() => InThreeLanguagesView) title: InThreeLanguagesView;
  @Words(words.failure) failures: FailureKind[];
  @Of(() => PriceView, { optional: true }) cost?: PriceView;
  @ListOf(() => ApprovalLimitView) approval: ApprovalLimitView[];
}

/** A step of a playbook. */
export class PlaybookStepView implements PlaybookStep {
  @Str() key: string;
  @Word(words.stepGoal) goal: StepGoal;
  @Int({ about: "From the customer's posting." }) withinMinutes: number;
  @Word(['customer', 'working']) clock: 'customer' | 'working';
  @Of(() => InThreeLanguagesView) hint: InThreeLanguagesView;
}

/** What to do about one kind of failure. */
export class PlaybookView implements Playbook {
  @Word(words.failure) failure: FailureKind;
  @Of(() => InThreeLanguagesView) title: InThreeLanguagesView;
  @ListOf(() => PlaybookStepView) steps: PlaybookStepView[];
  @Strs({ about: 'Keys of fixes, the first to offer first.' }) ladder: string[];
  @Words(words.fixKind, { about: 'One of them must be done before such a case closes as fixed.' })
  closesWith: FixKind[];
}

/** Everything a manager sets about recovery; docs/policies.md says what each field means. */
export class RecoveryPolicyView implements Policy {
  @Of(() => WorkingCalendarView) calendar: WorkingCalendarView;
  @Of(() => PromisePolicyView) promises: PromisePolicyView;
  @Of(() => ByUrgencyView, { about: 'Minutes.' }) leaseMinutes: ByUrgencyView;
  @Of(() => HandOffPolicyView) handOffs: HandOffPolicyView;
  @Of(() => RoundPolicyView) rounds: RoundPolicyView;
  @Of(() => SubstancePolicyView) substance: SubstancePolicyView;
  @Of(() => OutcomePolicyView) outcome: OutcomePolicyView;
  @Of(() => ReportPolicyView) report: ReportPolicyView;
  @Of(() => IncidentPolicyView) incidents: IncidentPolicyView;
  @Int({ about: 'So many similar cases before offers are suggested by what worked.' }) suggestFrom: number;
  @Of(() => MoneyPolicyView) money: MoneyPolicyView;
  @ListOf(() => CatalogueFixView) fixes: CatalogueFixView[];
  @ListOf(() => PlaybookView) playbooks: PlaybookView[];
}

/** Who saved a version of the policy, and what it changed. */
export class PolicyChangeView implements shape.PolicyChangeView {
  @Int() version: number;
  @At() at: string;
  @Facts({
    about: 'Who saved it: `kind` is person, or heard for the default; with `name` where it is known.',
  })
  by: Actor & { name?: string };
  @Words(words.policySection) sections: shape.PolicySectionName[];
}

/** Versions of the policy, the newest first. */
export class PolicyChangePage {
  @ListOf(() => PolicyChangeView) items: PolicyChangeView[];
  @Str({ optional: true }) nextCursor?: string;
}

/** A version of the policy. */
export class PolicyVersionView extends PolicyChangeView implements shape.PolicyVersionView {
  @Of(() => RecoveryPolicyView) policy: RecoveryPolicyView;
}

/** A share with its interval. */
export class ShareView implements Share {
  @Int() count: number;
  @Int() of: number;
  @Num({ ...share, optional: true }) share?: number;
  @Num({ about: 'The lower end of the 95 % interval by Wilson.' }) from: number;
  @Num({ about: 'The upper end.' }) to: number;
}

/** A fix that can be offered. */
export class SuggestedFixView implements shape.SuggestedFixView {
  @Word(words.fixKind) kind: FixKind;
  @Str({ optional: true, about: 'Of the catalogue of the case.' }) key?: string;
  @Of(() => InThreeLanguagesView, { optional: true }) title?: InThreeLanguagesView;
  @Of(() => PriceView, { optional: true }) cost?: PriceView;
}

/** Kinds of fix that were done together in closed cases like this one. */
export class TriedFixesView implements shape.TriedFixesView {
  @ListOf(() => SuggestedFixView) fixes: SuggestedFixView[];
  @Int() cases: number;
  @Int({ about: 'Customers who said `recovered`; `partly` and silence count as not.' }) recovered: number;
  @Of(() => ShareView) helped: ShareView;
  @Of(() => PriceView, { optional: true, about: 'Of what was spent on one case.' }) medianCost?: PriceView;
}

/** What to offer on a case. */
export class SuggestedFixesView implements shape.SuggestedFixesView {
  @Word(words.failure) failure: FailureKind;
  @Int({ about: 'The version of the policy that the case keeps.' }) policyVersion: number;
  @Word(['experience', 'playbook']) basis: 'experience' | 'playbook';
  @Int({ about: 'Closed cases of this kind of failure with a fix done.' }) cases: number;
  @Int({ about: 'So many are needed before experience speaks.' }) needed: number;
  @Int({ about: 'How far back.' }) days: number;
  @ListOf(() => TriedFixesView, { about: 'The best first; empty while the playbook speaks.' })
  tried: TriedFixesView[];
  @ListOf(() => SuggestedFixView, { about: 'Of the playbook, the first to offer first.' })
  ladder: SuggestedFixView[];
}
