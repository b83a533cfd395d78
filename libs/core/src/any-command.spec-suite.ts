import fc from 'fast-check';
import type { CaseCommand, CommandOf } from './case-command.js';
import { fixKinds, fixParts } from './fix.js';
import { unheld } from './policy.spec-suite.js';
import { type Actor, heard } from './staff.js';

/** When the customer of these histories posted. */
export const start = Date.UTC(2026, 10, 20, 10);
/** The lead of these histories. */
export const lead = 'iryna';

const id = fc.constantFrom('1', '2', '3');
const staffId = fc.constantFrom('taras', 'olha', lead);
const text = fc.constantFrom('', ' ', 'Привеземо сьогодні', 'We will call you');
const mentionId = fc.constantFrom('m1', 'm2', 'm3');
const channel = fc.constantFrom('private' as const, 'phone' as const, 'email' as const, 'in_person' as const);
const anyChannel = fc.oneof(channel, fc.constant('public' as const));
const moment = fc.integer({ min: -60, max: 60_000 }).map((minutes) => new Date(start + minutes * 60_000));
const maybe = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(of, { nil: undefined });

const held = { held: true, reasons: ['courtesy_only' as const], points: [] };
const words = { start: 0, end: 5 };
const checked = fc.oneof(
  fc.constantFrom(
    unheld,
    { ...unheld, substance: held },
    { ...unheld, substance: held, overrule: 'So wanted' },
  ),
  // A promise stands in the text: without a date, with one, or said to be none.
  fc.record({
    found: fc.constantFrom([{ ...words, vague: true }], [{ ...words, vague: false, due: new Date(start) }]),
    confirmed: fc.oneof(
      fc.constant([]),
      fc.constant([{ ...words, none: true as const }]),
      fc.record({ promiseId: id, due: moment }).map((promise) => [{ ...words, ...promise }]),
    ),
    substance: fc.constant(unheld.substance),
  }),
);

type Commands = { readonly [T in CaseCommand['type']]: fc.Arbitrary<Omit<CommandOf<T>, 'type'>> };

/** Every command there is: a new one does not compile without its place here. */
const commands: Commands = {
  join: fc.record({
    mentionId,
    complaint: fc.boolean(),
    urgency: fc.constantFrom('low' as const, 'high' as const, 'critical' as const),
    urgencyReasons: fc.constant([]),
    signals: fc.constantFrom([], ['unauthorized_charge' as const]),
    postedAt: moment,
    notes: fc.constantFrom(
      [],
      [{ code: 'channel_asked' as const, start: 0, end: 3, channel: 'phone' as const }],
    ),
    missed: fc.constantFrom(undefined, { tries: 1 }, { tries: 4, called: 'Липова' }),
  }),
  reassess: fc.record({
    mentionId,
    urgency: fc.constantFrom('low' as const, 'high' as const, 'critical' as const),
    urgencyReasons: fc.constant(['second_reading' as const]),
  }),
  correct: fc.record({
    mentionId,
    postedAt: moment,
    urgency: fc.constantFrom(undefined, 'low' as const, 'critical' as const),
    category: fc.constantFrom(undefined, 'delivery' as const, 'staff' as const),
    texts: fc.record({ complaint: fc.boolean(), said: fc.boolean() }).map((text) =>
      ['m1', 'm2', 'm3'].map((each) => ({
        ...text,
        mentionId: each,
        urgency: 'normal' as const,
        urgencyReasons: [],
      })),
    ),
    takenBack: fc.constantFrom(undefined, {
      fields: ['urgency' as const, 'category' as const],
      category: 'product' as const,
      signals: [],
    }),
    lead: fc.constant(lead),
    timeZone: fc.constant('Europe/Kyiv'),
  }),
  take: fc.record({ to: staffId, seen: staffId }),
  hand_over: fc.record({ to: staffId, toOnDuty: fc.boolean(), reason: text, lead: fc.constant(lead) }),
  reassign: fc.record({ to: staffId, reason: text }),
  answer: fc.record({ answerId: id, mentionId, text, checked }),
  answer_sent: fc.record({ answerId: id, externalId: id }),
  answer_seen: fc.record({ answerId: id, externalId: id }),
  answer_rejected: fc.record({ answerId: id, reason: text }),
  answer_lost: fc.record({ answerId: id, reason: text }),
  record_answer: fc.record({
    answerId: id,
    channel,
    text,
    evidence: text,
    checked,
    delivered: fc.boolean(),
    follows: maybe(id),
  }),
  confirm_delivery: fc.record({ answerId: id, evidence: text }),
  not_delivered: fc.record({ answerId: id, reason: text }),
  promise: fc.record({ promiseId: id, what: text, due: maybe(moment), repeats: maybe(id) }),
  keep_promise: fc.record({ promiseId: id, evidence: text }),
  tick: fc.record({
    facts: fc.record({
      timeZone: fc.constant('Europe/Kyiv'),
      assigneePresent: fc.boolean(),
      lead: fc.constant(lead),
      question: maybe(
        fc.record({
          linkId: fc.uuid(),
          answerId: fc.uuid(),
          text: fc.constant('{link}'),
          mentionId: maybe(mentionId),
          gone: fc.boolean(),
        }),
      ),
    }),
  }),
  see: fc.constant({}),
  ask_channel: fc.record({ asked: fc.record({ channel: anyChannel }) }),
  note_record: fc.record({ record: fc.record({ claim: fc.constant('delivered' as const), where: text }) }),
  note_sent_on: fc.record({ words: text }),
  tick_part: fc.record({ part: fc.constantFrom(...fixParts), evidence: text }),
  say_no_offer: fc.record({ reason: text }),
  name_cause: fc.record({ causeId: id }),
  report_sent: fc.record({
    channel: anyChannel,
    language: fc.constant('uk'),
    linkId: maybe(id),
    answer: maybe(fc.record({ answerId: id, mentionId, text })),
  }),
  revoke_report: fc.record({ linkId: id }),
  want_no_contact: fc.record({ words: maybe(text) }),
  see_behaviour: fc.record({
    behaviour: fc.constantFrom('praise' as const, 'left' as const, 'new_complaint' as const),
    mentionId: maybe(mentionId),
  }),
  outcome_asked: fc.record({ channel: anyChannel }),
  offer_fix: fc.record({
    fixId: id,
    offer: fc.record({ kind: fc.constantFrom(...fixKinds), what: text, although: maybe(text) }),
  }),
  accept_fix: fc.record({ fixId: id, words: maybe(text) }),
  decline_fix: fc.record({ fixId: id, words: maybe(text) }),
  withdraw_fix: fc.record({ fixId: id, reason: text }),
  complete_fix: fc.record({ fixId: id, evidence: text }),
  refuse: fc.record({ reason: text, evidence: text, appeal: text }),
  record_outcome: fc.record({
    outcome: fc.record({
      verdict: fc.constantFrom('recovered' as const, 'not_recovered' as const, 'unknown' as const),
    }),
    lead: fc.constant(lead),
  }),
  close: fc.record({
    because: fc.constantFrom(
      'fixed' as const,
      'refused' as const,
      'customer_word' as const,
      'no_complaint' as const,
    ),
    words: maybe(text),
  }),
  reopen: fc.record({ reason: text, mentionId: maybe(mentionId), lead: fc.constant(lead) }),
};

/** What has to meet others in the right order comes more often. */
const weights: Readonly<Partial<Record<CaseCommand['type'], number>>> = {
  tick: 8,
  promise: 3,
  hand_over: 3,
  answer: 2,
  answer_seen: 3,
  keep_promise: 2,
  outcome_asked: 2,
  reopen: 2,
  close: 2,
};

const command: fc.Arbitrary<CaseCommand> = fc.oneof(
  ...Object.entries(commands).map(([type, rest]) => ({
    weight: weights[type as CaseCommand['type']] ?? 1,
    arbitrary: (rest as fc.Arbitrary<object>).map((fields) => ({ ...fields, type }) as CaseCommand),
  })),
);

const actor: fc.Arbitrary<Actor> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('person' as const),
      staffId,
      role: fc.constantFrom('manager' as const, 'lead' as const, 'director' as const),
    }),
  },
  { weight: 1, arbitrary: fc.constant<Actor>({ kind: 'program', keyId: 'crm' }) },
  { weight: 1, arbitrary: fc.constant<Actor>({ kind: 'customer' }) },
  { weight: 2, arbitrary: fc.constant<Actor>(heard) },
);

/** Somebody asks for something, so many minutes after what was before. */
export type Move = readonly [CaseCommand, Actor, number];

const pause = fc.oneof(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 5_000 }));

/**
 * Any order of commands by anybody. Most orders close nothing: some begin with what brings a case to its end, so that
 * what may not happen there is tried there.
 */
export const moves: fc.Arbitrary<Move[]> = fc
  .tuple(fc.boolean(), fc.array(fc.tuple(command, actor, pause), { maxLength: 80, size: 'max' }))
  .map(([closes, any]) => (closes ? [...wayToTheEnd, ...any] : any));

const taras: Actor = { kind: 'person', staffId: 'taras', role: 'manager' };
const wayToTheEnd: readonly Move[] = [
  [
    {
      type: 'record_answer',
      answerId: '0',
      channel: 'phone',
      text: 'Гроші повернули',
      evidence: 'Розмова',
      checked: unheld,
      delivered: true,
    },
    taras,
    5,
  ],
  [{ type: 'offer_fix', fixId: '0', offer: { kind: 'refund', what: '499 грн' } }, taras, 1],
  [{ type: 'complete_fix', fixId: '0', evidence: 'Платіж 17' }, taras, 5],
  [{ type: 'close', because: 'fixed' }, taras, 1],
];
