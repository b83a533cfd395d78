import { CaseBook, type CaseRecord } from '@heard/cases';
import {
  type Actor,
  type CaseCommand,
  type CaseEvent,
  decide,
  type FailureKind,
  type FixKind,
  heard,
  isRefusal,
  type Outcome,
  type LaterBehaviour,
  type Policy,
  type TickFacts,
  type Urgency,
  type Verdict,
} from '@heard/core';
import { newId } from '@heard/database';
import { Policies } from '@heard/policies';
import type { TestDatabase } from '@heard/testing';
import { Desk } from '../desk.spec-suite.js';

/** The first day of the weeks that the shop lives through; the weeks around are in the time zone of Kyiv. */
export const firstDay = new Date('2031-03-03T06:00:00Z');
const hourMs = 3_600_000;

/** The same numbers for the same seed, so that a failure can be looked at again. */
export function dice(seed: number): <T>(faces: readonly T[]) => T {
  let state = seed;
  return (faces) => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    if (faces.length === 0) throw new Error('A die without faces.');
    return faces[Math.floor((state / 4_294_967_296) * faces.length)] as (typeof faces)[number];
  };
}

/** A shop in which people complain, and staff do whatever they may: through the rules and the book of cases. */
export class BusyShop {
  readonly clock = { now: () => firstDay };
  readonly policies = new Policies(this.clock);
  readonly caseIds: string[] = [];
  private readonly book = new CaseBook(async () => undefined, { for: async () => () => undefined });

  private constructor(
    readonly desk: Desk,
    readonly staff: readonly string[],
    readonly places: readonly {
      readonly brandId: string;
      readonly locationId: string;
      readonly sourceId: string;
    }[],
    readonly policy: Policy,
  ) {}

  static async open(db: TestDatabase): Promise<BusyShop> {
    const desk = await Desk.make(db);
    const staff = [desk.staffId, await desk.staff('Тарас'), await desk.staff('Ірина', { role: 'lead' })];
    const places = [];
    for (const [name, platform] of [
      ['Ліхтар', 'facebook'],
      ['Каштан', 'google'],
    ]) {
      const [brandId, locationId] = [newId(), newId()];
      await desk.put('brands', { id: brandId, name });
      const location = { id: locationId, brand_id: brandId, name: `${name} на Подолі`, kind: 'shop' };
      await desk.put('locations', { ...location, known_as: [] });
      places.push({ brandId, locationId, sourceId: await desk.source({ platform, brand_id: brandId }) });
    }
    const policies = new Policies({ now: () => firstDay });
    const { policy } = await desk.in((tx) => policies.current(tx));
    return new BusyShop(desk, staff, places, policy);
  }

  /** One customer's case with everything that happens to it. */
  async live(seed: number): Promise<void> {
    const roll = dice(seed);
    let at = firstDay.getTime() + roll([0, 1, 2, 3]) * 7 * 24 * hourMs + roll([1, 5, 30, 60, 100]) * hourMs;
    const opened = this.opening(roll, new Date(at));
    const id = newId();
    const { brandId, sourceId } = this.places.find((each) => each.sourceId === opened.sourceId) ?? {};
    let record = await this.desk.in(async (tx) => {
      const customer = { externalId: id, name: 'Олена' };
      const lastMentionAt = new Date(at);
      const fresh = { id, sourceId: sourceId ?? '', brandId, customer, lastMentionAt, demo: false };
      const [written] = await this.book.appendAll(tx, [], [{ ...fresh, events: [opened] }]);
      if (!written) throw new Error('A case was not opened.');
      return written.record;
    });
    this.caseIds.push(id);
    for (let step = roll([0, 3, 8, 14, 20]); step > 0; step -= 1) {
      at += roll([0.1, 1, 4, 30]) * hourMs;
      const moment = new Date(at);
      record = await this.does(
        record,
        this.somebody(record, roll),
        moment,
        this.command(record, roll, moment),
      );
    }
    for (const command of roll([[], this.ending(record, roll)])) {
      at += roll([0.1, 1, 4]) * hourMs;
      const lead: Actor = { kind: 'person', staffId: record.state.assignee, role: 'lead' };
      record = await this.does(record, lead, new Date(at), command);
    }
  }

  /** What brings most cases to an end. */
  private ending({ state }: CaseRecord, roll: ReturnType<typeof dice>): readonly CaseCommand[] {
    const checked = { found: [], confirmed: [], substance: { held: false, reasons: [], points: [] } };
    const answer = {
      type: 'record_answer',
      answerId: newId(),
      channel: 'phone',
      evidence: 'Дзвінок',
    } as const;
    const [fixId, refundId] = [newId(), newId()];
    return [
      { ...answer, text: 'Привезли', checked, delivered: true },
      ...state.answers.map(({ id }): CaseCommand => ({ type: 'answer_seen', answerId: id, externalId: 'x' })),
      ...state.promises.map(({ id }): CaseCommand => ({
        type: 'keep_promise',
        promiseId: id,
        evidence: 'Фото',
      })),
      ...state.fixes.map(({ id }): CaseCommand => ({ type: 'complete_fix', fixId: id, evidence: 'Фото' })),
      { type: 'offer_fix', fixId, offer: { kind: 'redelivery', what: 'Привезти', although: 'Так просили' } },
      { type: 'complete_fix', fixId, evidence: 'Фото' },
      {
        type: 'offer_fix',
        fixId: refundId,
        offer: { kind: 'refund', what: 'Повернути', although: 'Так просили' },
      },
      { type: 'complete_fix', fixId: refundId, evidence: 'Платіж' },
      { type: 'close', because: 'fixed' },
      { type: 'record_outcome', outcome: this.outcome(roll), lead: this.staff[2] ?? '' },
    ];
  }

  private outcome(roll: ReturnType<typeof dice>): Omit<Outcome, 'at'> {
    return {
      verdict: roll<Verdict>(['recovered', 'partly', 'not_recovered', 'unknown']),
      ...roll<{ behaviour?: LaterBehaviour }>([
        {},
        { behaviour: 'left' },
        { behaviour: 'praise' },
        { behaviour: 'silent' },
      ]),
      ...roll([{}, {}, { savedMinor: 77_000, lostMinor: 88_000, currency: 'UAH' }]),
    };
  }

  private somebody({ state }: CaseRecord, roll: ReturnType<typeof dice>): Actor {
    const staffId = roll([state.assignee, ...this.staff]);
    const person = { kind: 'person', staffId } as const;
    return roll<Actor>([{ ...person, role: 'manager' }, { ...person, role: 'lead' }, heard]);
  }

  private async does(record: CaseRecord, by: Actor, at: Date, command: CaseCommand): Promise<CaseRecord> {
    const events = decide(record.state, command, by, at, this.policy);
    if (isRefusal(events)) return record;
    return this.desk.in(async (tx) =>
      this.book.append(tx, await this.book.lock(tx, record.state.id), events),
    );
  }

  private opening(roll: ReturnType<typeof dice>, at: Date): CaseEvent & { readonly type: 'case.opened' } {
    const { brandId, locationId, sourceId } = roll(this.places);
    const reach = roll([undefined, 3, 99, 100, 2_500, 80_000]);
    return {
      type: 'case.opened',
      mentionId: newId(),
      postedAt: at,
      language: roll(['uk', 'ru', 'en']),
      category: roll(['delivery', 'staff', 'billing']),
      failure: roll<FailureKind>(['not_delivered', 'rude_staff', 'no_answer']),
      urgency: roll<Urgency>(['critical', 'high', 'normal', 'low']),
      urgencyReasons: [],
      signals: roll([[], [], ['churn'], ['unauthorized_charge']]),
      assignee: roll(this.staff),
      because: 'on_duty',
      policyVersion: 1,
      sourceId,
      brandId,
      ...(reach === undefined ? {} : { reach }),
      ...roll([{ locationId }, { locationId }, {}]),
      at: new Date(at.getTime() + roll([1, 20, 400]) * 60_000),
      by: heard,
    };
  }

  private command({ state }: CaseRecord, roll: ReturnType<typeof dice>, at: Date): CaseCommand {
    const checked = { found: [], confirmed: [], substance: { held: false, reasons: [], points: [] } };
    const facts: TickFacts = { timeZone: 'Europe/Kyiv', assigneePresent: true, lead: this.staff[2] ?? '' };
    const words = roll(['Привеземо сьогодні', 'Перезвоню завтра', 'We will bring it']);
    const promiseId = state.promises.length === 0 ? newId() : roll(state.promises).id;
    const fixId = state.fixes.length === 0 ? newId() : roll(state.fixes).id;
    const answerId = state.answers.findLast((each) => each.state !== 'visible')?.id ?? newId();
    const cost = { amountMinor: roll([5_000, 12_000, 45_000]), currency: roll(['UAH', 'UAH', 'EUR']) };
    const outcome = this.outcome(roll);
    const { kind, key } = roll(this.policy.fixes.filter((each) => each.kind !== 'personal_action'));
    const listed = { kind, catalogueKey: key };
    const common = { complaint: true, urgency: 'high', urgencyReasons: [], signals: [], notes: [] } as const;
    return roll<CaseCommand>([
      { type: 'see' },
      { type: 'answer', answerId: newId(), mentionId: newId(), text: words, checked },
      { type: 'answer_seen', answerId, externalId: 'x' },
      { type: 'answer_seen', answerId, externalId: 'x' },
      {
        type: 'record_answer',
        answerId: newId(),
        channel: 'phone',
        text: words,
        evidence: 'ok',
        checked,
        delivered: true,
      },
      { type: 'answer_rejected', answerId, reason: 'spam' },
      { type: 'promise', promiseId: newId(), what: words, due: new Date(at.getTime() + 5 * hourMs) },
      { type: 'promise', promiseId: newId(), what: words, due: new Date(at.getTime() + 50 * hourMs) },
      { type: 'keep_promise', promiseId, evidence: 'Дзвінок' },
      { type: 'tick', facts },
      {
        type: 'offer_fix',
        fixId: newId(),
        offer: {
          kind: roll<FixKind>(['apology', 'redelivery', 'compensation', 'refund']),
          what: words,
          cost,
          although: 'Так просили',
          ...roll([{}, listed]),
        },
      },
      { type: 'complete_fix', fixId, evidence: 'Фото' },
      { type: 'complete_fix', fixId, evidence: 'Фото' },
      { type: 'decline_fix', fixId },
      { type: 'take', to: roll(this.staff), seen: state.assignee },
      { type: 'reassign', to: roll(this.staff), reason: 'no_reaction' },
      { type: 'join', mentionId: newId(), postedAt: at, ...common },
      { type: 'ask_channel', asked: { channel: roll(['phone', 'public']) } },
      { type: 'report_sent', channel: 'public', language: 'uk' },
      { type: 'record_outcome', outcome, lead: this.staff[2] ?? '' },
      { type: 'record_outcome', outcome, lead: this.staff[2] ?? '' },
      { type: 'close', because: 'fixed' },
      { type: 'close', because: 'customer_word', words: 'Дякую, вже не треба' },
      { type: 'close', because: 'fixed' },
      { type: 'say_no_offer', reason: 'Нема чого' },
    ]);
  }
}
