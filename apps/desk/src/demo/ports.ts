import type { Actor, Clock, DutyCalendar } from '@heard/core';
import type { Transaction } from '@heard/database';
import type { Connection } from '@heard/listening';
import type { NewPerson } from '@heard/staff';
import type { CaseAsked } from '@heard/recovery';

/** Runs the work in one transaction of the demo's workspace. */
export type InDemoWorkspace = <T>(work: (tx: Transaction) => Promise<T>) => Promise<T>;

/** What setting the demo up takes of Heard. */
export interface DemoSetUpPorts {
  readonly inWorkspace: InDemoWorkspace;
  readonly people: { add(tx: Transaction, person: NewPerson & { readonly demo: true }): Promise<string> };
  readonly duty: { replace(tx: Transaction, staffId: string, calendar: DutyCalendar): Promise<void> };
  connect(tx: Transaction, connection: Connection & { readonly demo: true }): Promise<string>;
}

/** What playing the demo takes of Heard. */
export interface DemoPlayPorts {
  readonly inWorkspace: InDemoWorkspace;
  readonly clock: Clock;
  act(caseId: string, command: CaseAsked, by: Actor): Promise<void>;
}
