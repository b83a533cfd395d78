import { wordsOfVerdicts as explain } from '@heard/understanding';
import { CasesRead, type CaseView } from '@heard/insight';
import { findPlatform } from '@heard/sources';
import type { Bookshop, Colleague } from './bookshop.js';
import { runUntil, settle } from './clockwork.js';
import { type Known, whatIsKnown } from './known.js';
import { Customer, Program, StaffMember } from './people.js';
import type { Sighting } from './sightings.js';
import { at, onTheWall, type Wall, type Window } from './when.js';

/** What a story is told with: who is there, how time passes, and what can be seen from outside. */
export class Desk {
  /** Set by a story in which something fails on purpose; otherwise a logged failure fails the story. */
  failuresAreMeant = false;
  private readonly cases: CasesRead;

  /** Texts that were not written on a platform but handed in: lists of missed calls have no words. */
  readonly handedIn: string[] = [];

  constructor(readonly shop: Bookshop) {
    const { policies, team } = shop.heard;
    const limitsOf = (platform: string) => findPlatform(platform)?.answers;
    const decisionsOf = (platform: string) => findPlatform(platform)?.decisions;
    const places = { canReply: () => true, limitsOf, decisionsOf };
    this.cases = new CasesRead({ ...places, policies, wall: team, explain });
  }

  customer(name: string): Customer {
    return new Customer(this, name);
  }

  staff(name: string): StaffMember {
    return new StaffMember(this, name);
  }

  /** A program that acts by a key: a CRM, a robot that answers. */
  program(keyId: string): Program {
    return new Program(this, keyId);
  }

  colleague(name: string): Colleague {
    const found = this.shop.colleagues.get(name);
    if (!found) throw new Error(`Nobody called ${name} works here.`);
    return found;
  }

  /** The case of a customer as its history tells it, with what the rules make of it now. */
  async knows(customer: Customer): Promise<Known> {
    return whatIsKnown(this, await this.caseOf(customer));
  }

  runUntil(when: Wall): Promise<void> {
    return runUntil(this.shop, at(when));
  }

  /** Lets follow what follows at once. */
  settle(): Promise<void> {
    return settle(this.shop);
  }

  expect(sighting: Sighting, window: Window): void {
    const seen = sighting.times(this);
    const objection = window.objection(seen);
    if (objection === undefined) return;
    const instead = sighting.instead(this).map((each) => `\n  ${onTheWall(each.at)} ${each.what}`);
    throw new Error(
      `Expected ${sighting.says} ${window.says}: it ${objection}. There was:${instead.join('')}`,
    );
  }

  /** The one case of a customer, as the dashboard shows it now. */
  async caseOf(customer: Customer): Promise<CaseView> {
    const { heard, workspaceId, clock } = this.shop;
    const found = await heard.database.inWorkspace(workspaceId, async (tx) => {
      const { items } = await this.cases.list(tx, { status: 'all', limit: 100 });
      const theirs = items.filter((each) => each.customer === customer.name);
      if (theirs.length !== 1) throw new Error(`${customer.name} has ${theirs.length} cases instead of one.`);
      return this.cases.get(tx, theirs[0]?.id ?? '', clock.now());
    });
    if (!found) throw new Error('A case of the list cannot be opened.');
    return found;
  }
}
