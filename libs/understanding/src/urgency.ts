import type { Intent, SignalCode, Urgency, UrgencyReason } from '@heard/core';
import type { Evidence } from './evidence.js';
import type { Cue } from './lexicon/lexicon.js';

/** The urgency with what made it so, the weightiest level only. */
export interface Urgent {
  readonly urgency: Urgency;
  readonly reasons: readonly UrgencyReason[];
}

const wakesSomeone: readonly SignalCode[] = ['safety', 'privacy', 'fraud', 'discrimination', 'press'];
const withinTheHour: readonly SignalCode[] = [
  'undelivered',
  'paid_not_received',
  'unauthorized_charge',
  'repeat_contact',
  'broken_promise',
  'sent_in_circles',
  'no_answer',
  'churn',
];
const sameDay: readonly SignalCode[] = [
  'rude_staff',
  'refund_demand',
  'waiting',
  'empty_reply',
  'legal',
  'money',
];

/** Decides how soon a person must act; `none` unless it is a complaint or a question that blocks the customer. */
export function urgencyOf(evidence: Evidence, intent: Intent): Urgent {
  if (intent === 'question') {
    return evidence.cues.has('blocked') || evidence.cues.has('stuck')
      ? { urgency: evidence.cues.has('stuck') ? 'high' : 'normal', reasons: ['blocked_question'] }
      : { urgency: 'none', reasons: [] };
  }
  if (intent !== 'complaint') return { urgency: 'none', reasons: [] };
  return (
    level('critical', criticalReasons(evidence)) ??
    level('high', highReasons(evidence)) ??
    level('normal', normalReasons(evidence)) ?? { urgency: 'low', reasons: ['mild'] }
  );
}

function level(urgency: Urgency, reasons: readonly UrgencyReason[]): Urgent | undefined {
  return reasons.length > 0 ? { urgency, reasons } : undefined;
}

function criticalReasons({ codes, cues }: Evidence): UrgencyReason[] {
  const reasons: UrgencyReason[] = wakesSomeone.filter((code) => codes.has(code));
  if (codes.has('legal') && cues.has('danger')) reasons.push('legal');
  if (codes.has('unauthorized_charge') && (codes.has('fraud') || cues.has('danger')))
    reasons.push('money_taken');
  if (cues.has('violence')) reasons.push('violence');
  if (cues.has('vulnerable') && isStuck(codes, cues)) reasons.push(...affected(cues));
  return reasons;
}

function highReasons({ codes, cues }: Evidence): UrgencyReason[] {
  const reasons: UrgencyReason[] = withinTheHour.filter((code) => codes.has(code));
  if (cues.has('stuck')) reasons.push('stuck_now');
  return reasons;
}

function normalReasons({ codes, cues }: Evidence): UrgencyReason[] {
  const reasons: UrgencyReason[] = sameDay.filter((code) => codes.has(code));
  if (cues.has('breach')) reasons.push('definite_breach');
  return reasons;
}

/** Who is without help, as far as it is said. */
function affected(cues: ReadonlyMap<Cue, number>): readonly UrgencyReason[] {
  const said = whoByCue.flatMap(([cue, reason]) => (cues.has(cue) ? [reason] : []));
  return said.length > 0 ? said : ['vulnerable_person'];
}

const whoByCue: readonly (readonly [Cue, UrgencyReason])[] = [
  ['child', 'child_affected'],
  ['ill', 'ill_affected'],
  ['elderly', 'elderly_affected'],
  ['stranded', 'stranded'],
];

function isStuck(codes: ReadonlySet<SignalCode>, cues: ReadonlyMap<Cue, number>): boolean {
  return cues.has('stuck') || codes.has('undelivered') || codes.has('no_answer') || codes.has('waiting');
}
