import { CasesRead, type CaseView } from '@heard/insight';
import type { Bookshop, Colleague } from './bookshop.js';
import { runUntil, settle } from './clockwork.js';
import { Customer, StaffMember } from './people.js';
import type { Sighting } from './sightings.js';
import { at, onTheWall, type Wall, type Window } from './when.js';

/** What a story is told with: who is there, how time passes, and what can be seen from outside. */
export class Desk {
  /** Set by a story in which something fails on purpose; otherwise a logged failure fails the story. */
  failuresAreMeant = false;
  private readonly cases = new CasesRead(() => true);

  constructor(readonly shop: Bookshop) {}

  customer(name: string): Customer {
    return new Customer(this, name);
  }

  staff(name: string): StaffMember {
    return new StaffMember(this, name);
  }

  colleague(name: string): Colleague {
    const found = this.shop.colleagues.get(name);
    if (!found) throw new Error(`Nobody called ${name} works here.`);
    return found;
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
