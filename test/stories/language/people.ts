import {
  type Actor,
  type AnswerChannel,
  callerOf,
  type ClosedBecause,
  type FixKind,
  type FixOffer,
  type Outcome,
  type Verdicts,
} from '@heard/core';
import { newId } from '@heard/database';
import type { AssessmentView, CaseView, FixView, PromiseView } from '@heard/insight';
import type { Heard } from '@heard/pipeline';
import type { CaseAsked } from '@heard/recovery';
import type { Desk } from './desk.js';
import type { PlatformName } from './made-up-platforms.js';
import { at, type Wall } from './when.js';

/** Somebody who writes to the shop in public. */
export class Customer {
  private place?: { readonly platform: PlatformName; readonly thread: string };

  constructor(
    private readonly desk: Desk,
    readonly name: string,
  ) {}

  /** Where they wrote. */
  get thread(): { readonly platform: PlatformName; readonly thread: string } {
    if (!this.place) throw new Error(`${this.name} has not written anything yet.`);
    return this.place;
  }

  async posts(platform: PlatformName, text: string, when: Wall): Promise<void> {
    await this.desk.runUntil(when);
    this.place = { platform, thread: this.desk.shop.platforms[platform].post(this.name, text) };
  }

  /** Calls in vain; the telephone system's list comes to us a moment later. */
  async callsInVain(phone: string, tries: number, called: string, when: Wall): Promise<void> {
    await this.desk.runUntil(when);
    const { heard, workspaceId, clock } = this.desk.shop;
    const externalId = callerOf(phone);
    await heard.takePushed.run(workspaceId, 'Телефонія', [
      {
        kind: 'missed_contact',
        externalId: newId(),
        author: { isBrand: false, displayName: this.name, ...(externalId && { externalId }) },
        text: '',
        missed: { phone, tries, called },
        postedAt: clock.now(),
        platformState: 'unknown',
        raw: {},
      },
    ]);
    this.desk.handedIn.push('');
    await this.desk.settle();
  }

  /** Writes somewhere that hands its texts to us; so many follow them there. */
  async writesIn(source: string, text: string, reach: number | undefined, when: Wall): Promise<void> {
    await this.desk.runUntil(when);
    const { heard, workspaceId, clock } = this.desk.shop;
    await heard.takePushed.run(workspaceId, source, [
      {
        kind: 'post',
        externalId: newId(),
        author: {
          isBrand: false,
          externalId: this.name,
          displayName: this.name,
          ...(reach !== undefined && { reach }),
        },
        text,
        postedAt: clock.now(),
        platformState: 'visible',
        raw: {},
      },
    ]);
    this.desk.handedIn.push(text);
    await this.desk.settle();
  }

  /** Writes under their own post. */
  async replies(text: string, when: Wall): Promise<void> {
    await this.desk.runUntil(when);
    const { platform, thread } = this.thread;
    this.desk.shop.platforms[platform].reply(thread, this.name, text);
  }
}

type Done = (view: CaseView) => CaseAsked;
type Saying = (
  correct: Heard['correct'],
  workspaceId: string,
  mentionId: string,
  assessment: AssessmentView,
) => Promise<void>;

/** Asks something of the one case of a customer at a moment, and lets follow what follows. */
async function act(desk: Desk, customer: Customer, when: Wall, commandFor: Done, by: Actor): Promise<void> {
  await desk.runUntil(when);
  const { heard, workspaceId } = desk.shop;
  const view = await desk.caseOf(customer);
  await heard.act.run(workspaceId, view.id, commandFor(view), by);
  await desk.settle();
}

/** A program that acts by its key. */
export class Program {
  constructor(
    private readonly desk: Desk,
    private readonly keyId: string,
  ) {}

  answers(customer: Customer, text: string, when: Wall): Promise<void> {
    return this.asks(
      customer,
      ({ answerTo = '' }) => ({ type: 'answer', answerId: newId(), mentionId: answerTo, text }),
      when,
    );
  }

  asks(customer: Customer, asked: Done, when: Wall): Promise<void> {
    return act(this.desk, customer, when, asked, { kind: 'program', keyId: this.keyId });
  }
}

/** Somebody of the staff. Each act happens at its time, as the dashboard would ask for it; a refusal is thrown. */
export class StaffMember {
  constructor(
    private readonly desk: Desk,
    readonly name: string,
  ) {}

  get id(): string {
    return this.desk.colleague(this.name).id;
  }

  takes(customer: Customer, when: Wall): Promise<void> {
    return this.does(customer, when, (view) => ({ type: 'take', to: this.id, seen: view.assignee.id }));
  }

  /** Follows the link of the newest letter they got about the customer, and confirms. */
  async takesByLetter(customer: Customer, when: Wall): Promise<void> {
    await this.desk.runUntil(when);
    const { heard, letterBox } = this.desk.shop;
    const { email } = this.desk.colleague(this.name);
    const letter = letterBox.letters.findLast(
      ({ to, text }) => to.includes(email) && text.includes(customer.name),
    );
    const token = /\/take\/([\w-]+)/u.exec(letter?.text ?? '')?.[1];
    const link = token === undefined ? undefined : await heard.alerting.links.find(token);
    if (!link) throw new Error(`${this.name} has no letter about ${customer.name} with a link that works.`);
    await heard.takeAlert.run(link.workspaceId, link.alertId, link.staffId);
    await this.desk.settle();
  }

  /** Answers in public; `dates` says by when the promises in the text are due, by their words. */
  answers(
    customer: Customer,
    text: string,
    when: Wall,
    dates: Readonly<Record<string, Wall>> = {},
    overrule?: string,
  ): Promise<void> {
    return this.does(customer, when, ({ answerTo = '' }) => {
      const promises = datedIn(text, dates);
      return { type: 'answer', answerId: newId(), mentionId: answerTo, text, promises, overrule };
    });
  }

  /** Puts down an answer given elsewhere; `evidence` shows that it arrived, without it it is only on its way. */
  records(
    customer: Customer,
    channel: Exclude<AnswerChannel, 'public'>,
    text: string,
    when: Wall,
    evidence?: string,
    dates: Readonly<Record<string, Wall>> = {},
  ): Promise<void> {
    return this.does(customer, when, () => ({
      type: 'record_answer',
      answerId: newId(),
      channel,
      text,
      evidence: evidence ?? '',
      delivered: evidence !== undefined,
      promises: datedIn(text, dates),
    }));
  }

  handsOver(customer: Customer, to: string, reason: string, when: Wall): Promise<void> {
    const { id } = this.desk.colleague(to);
    return this.does(customer, when, () => ({ type: 'hand_over', to: id, toOnDuty: true, reason }));
  }

  /** Anything else that can be asked of a case. */
  asks(customer: Customer, asked: CaseAsked | ((view: CaseView) => CaseAsked), when: Wall): Promise<void> {
    return this.does(customer, when, typeof asked === 'function' ? asked : () => asked);
  }

  promises(customer: Customer, what: string, due: Wall, when: Wall): Promise<void> {
    return this.does(customer, when, () => {
      return { type: 'promise', promiseId: newId(), what, due: at(due) };
    });
  }

  keepsPromise(customer: Customer, what: string, evidence: string, when: Wall): Promise<void> {
    return this.does(customer, when, ({ promises }) => {
      const promiseId = named(promises, (each: PromiseView) => each.what === what && each.state === 'open');
      return { type: 'keep_promise', promiseId, evidence };
    });
  }

  offers(customer: Customer, offer: FixOffer, when: Wall): Promise<void> {
    return this.does(customer, when, () => ({ type: 'offer_fix', fixId: newId(), offer }));
  }

  /** The customer said yes to the fix of this kind. */
  hearsYes(customer: Customer, kind: FixKind, words: string, when: Wall): Promise<void> {
    return this.does(customer, when, (view) => {
      return { type: 'accept_fix', fixId: fixOf(view, kind), words };
    });
  }

  completes(customer: Customer, kind: FixKind, evidence: string, when: Wall): Promise<void> {
    return this.does(customer, when, (view) => {
      return { type: 'complete_fix', fixId: fixOf(view, kind), evidence };
    });
  }

  recordsOutcome(customer: Customer, outcome: Omit<Outcome, 'at'>, when: Wall): Promise<void> {
    return this.does(customer, when, () => ({ type: 'record_outcome', outcome }));
  }

  closes(customer: Customer, because: ClosedBecause, when: Wall, words?: string): Promise<void> {
    return this.does(customer, when, () => ({ type: 'close', because, words }));
  }

  /** Says what is right of the newest text of the customer. */
  corrects(customer: Customer, verdicts: Partial<Verdicts>, when: Wall): Promise<void> {
    return this.says(customer, when, (correct, at, id) => correct.run(at, id, verdicts, this.person));
  }

  /** Takes back what was last said of one of its verdicts. */
  takesBack(customer: Customer, verdict: keyof Verdicts, when: Wall): Promise<void> {
    return this.says(customer, when, (correct, at, id, { corrected }) =>
      correct.takeBack(at, id, corrected?.[verdict]?.correctionId ?? newId(), this.person),
    );
  }

  private async says(customer: Customer, when: Wall, say: Saying): Promise<void> {
    await this.desk.runUntil(when);
    const { heard, workspaceId } = this.desk.shop;
    const { id: caseId, thread } = await this.desk.caseOf(customer);
    const theirs = thread.findLast((each) => each.caseId === caseId && !each.isBrand);
    if (!theirs?.assessment) throw new Error(`${customer.name} has no text that was understood.`);
    await say(heard.correct, workspaceId, theirs.id, theirs.assessment);
    await this.desk.settle();
  }

  private get person(): Extract<Actor, { kind: 'person' }> {
    const { id: staffId, role } = this.desk.colleague(this.name);
    return { kind: 'person', staffId, role };
  }

  private async does(customer: Customer, when: Wall, commandFor: Done): Promise<void> {
    await act(this.desk, customer, when, commandFor, this.person);
  }
}

/** The promises in a text, with their dates, by their words. */
function datedIn(text: string, dates: Readonly<Record<string, Wall>>) {
  return Object.entries(dates).map(([words, due]) => {
    const start = text.indexOf(words);
    if (start < 0) throw new Error(`The text does not say: ${words}.`);
    return { start, end: start + words.length, promiseId: newId(), due: at(due) };
  });
}

const fixOf = (view: CaseView, kind: FixKind): string =>
  named(view.fixes, (fix: FixView) => fix.kind === kind);

/** The id of the newest one; an id that nothing has where there is none, as from a stale screen. */
function named<T extends { readonly id: string }>(all: readonly T[], is: (each: T) => boolean): string {
  return all.findLast(is)?.id ?? newId();
}
