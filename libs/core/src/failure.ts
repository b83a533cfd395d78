import type { Category, SignalCode } from './assessment.js';

/** The kinds of failure that playbooks, fixes and reports go by. */
export type FailureKind =
  | 'not_delivered'
  | 'charged_without_consent'
  | 'rude_staff'
  | 'no_answer'
  | 'sent_in_circles'
  | 'broken_promise'
  | 'defective_product'
  | 'refund_refused'
  | 'unsafe_product'
  | 'data_leak'
  | 'other';

/** Every kind of failure, the gravest first: of several that fit a case, the first one names it. */
export const failureKinds: readonly FailureKind[] = [
  'unsafe_product',
  'data_leak',
  'charged_without_consent',
  'refund_refused',
  'not_delivered',
  'defective_product',
  'rude_staff',
  'broken_promise',
  'sent_in_circles',
  'no_answer',
  'other',
];

const signs: Readonly<
  Record<Exclude<FailureKind, 'other'>, { signals: readonly SignalCode[]; categories: readonly Category[] }>
> = {
  unsafe_product: { signals: ['safety'], categories: ['safety'] },
  data_leak: { signals: ['privacy'], categories: ['privacy'] },
  charged_without_consent: { signals: ['unauthorized_charge', 'fraud'], categories: [] },
  refund_refused: { signals: ['refund_demand'], categories: ['refund'] },
  not_delivered: { signals: ['undelivered', 'paid_not_received'], categories: ['delivery', 'availability'] },
  defective_product: { signals: [], categories: ['product'] },
  rude_staff: { signals: ['rude_staff', 'discrimination'], categories: ['staff'] },
  broken_promise: { signals: ['broken_promise'], categories: [] },
  sent_in_circles: { signals: ['sent_in_circles'], categories: [] },
  no_answer: { signals: ['no_answer', 'empty_reply'], categories: ['support'] },
};

/** The kind of failure by what was understood of the complaint: signals first, then the category. */
export function failureOf(category: Category, signals: readonly SignalCode[]): FailureKind {
  const known = failureKinds.filter((kind) => kind !== 'other');
  const signalled = known.filter((kind) => signs[kind].signals.some((code) => signals.includes(code)));
  const filed = known.find((kind) => signs[kind].categories.includes(category));
  // What the complaint is about says more than how it was handled: a late parcel nobody answers for is a late parcel.
  const grave = signalled.find((kind) => handling.indexOf(kind) < 0);
  return grave ?? (filed === 'no_answer' ? (signalled[0] ?? filed) : (filed ?? signalled[0])) ?? 'other';
}

/** The kind of failure by what a person said it is about: signals only tell more where the category leaves it open. */
export function failureSaid(category: Category, signals: readonly SignalCode[]): FailureKind {
  const known = failureKinds.filter((kind) => kind !== 'other');
  const filed = known.find((kind) => signs[kind].categories.includes(category));
  const open = filed === undefined ? (category === 'billing' ? ofMoney : handling) : [];
  const also = filed === 'no_answer' ? handling : open;
  const signalled = known.find(
    (kind) => also.includes(kind) && signs[kind].signals.some((code) => signals.includes(code)),
  );
  return signalled ?? filed ?? 'other';
}

/** Kinds that a bill may be about. */
const ofMoney: readonly FailureKind[] = ['charged_without_consent', 'refund_refused'];

/** Kinds that tell how a complaint was handled, not what it was about. */
const handling: readonly FailureKind[] = ['broken_promise', 'sent_in_circles', 'no_answer'];
