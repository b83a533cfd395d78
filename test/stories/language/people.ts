import type { CaseCommand, FixKind, FixOffer, Outcome } from '@heard/core';
import { newId } from '@heard/database';
import type { CaseView, FixView, PromiseView } from '@heard/insight';
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

  /** Writes under their own post. */
  async replies(text: string, when: Wall): Promise<void> {
    await this.desk.runUntil(when);
    const { platform, thread } = this.thread;
    this.desk.shop.platforms[platform].reply(thread, this.name, text);
  }
}

type Done = (view: CaseView) => CaseCommand;

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

  answers(customer: Customer, text: string, when: Wall): Promise<void> {
    return this.does(customer, when, ({ answerTo = '' }) => {
      return { type: 'answer', answerId: newId(), mentionId: answerTo, text };
    });
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

  closes(customer: Customer, because: 'fixed' | 'refused', when: Wall): Promise<void> {
    return this.does(customer, when, () => ({ type: 'close', because }));
  }

  private async does(customer: Customer, when: Wall, commandFor: Done): Promise<void> {
    await this.desk.runUntil(when);
    const { heard, workspaceId } = this.desk.shop;
    const view = await this.desk.caseOf(customer);
    const { id: staffId, role } = this.desk.colleague(this.name);
    await heard.act.run(workspaceId, view.id, commandFor(view), { kind: 'person', staffId, role });
    await this.desk.settle();
  }
}

const fixOf = (view: CaseView, kind: FixKind): string =>
  named(view.fixes, (fix: FixView) => fix.kind === kind);

/** The id of the newest one; an id that nothing has where there is none, as from a stale screen. */
function named<T extends { readonly id: string }>(all: readonly T[], is: (each: T) => boolean): string {
  return all.findLast(is)?.id ?? newId();
}
