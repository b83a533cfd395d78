import type { CaseBook } from '@heard/cases';
import { type Actor, type CaseCommand, type Clock, decide, Fault, isRefusal } from '@heard/core';
import type { Database, Transaction } from '@heard/database';
import { Refused } from './refusal-text.js';

/** Everything a person, a program or Heard does to a case: lock, decide, write, say; or refuse with the reason. */
export class ActOnCase {
  constructor(
    private readonly database: Database,
    private readonly cases: CaseBook,
    private readonly clock: Clock,
  ) {}

  async run(workspaceId: string, caseId: string, command: CaseCommand, by: Actor): Promise<void> {
    await this.database.inWorkspace(workspaceId, (tx) => this.within(tx, caseId, command, by));
  }

  /** The same inside a transaction of the caller. */
  async within(tx: Transaction, caseId: string, command: CaseCommand, by: Actor): Promise<void> {
    const record = await this.cases.lock(tx, caseId);
    // An answer goes out in public: under a stranger's text it would be read by the wrong customer, or by nobody.
    if (command.type === 'answer' && !record.state.mentionIds.includes(command.mentionId)) {
      throw new Fault('missing', 'There is no such mention in this case.', { code: 'no_such_mention' });
    }
    const events = decide(record.state, command, by, this.clock.now());
    if (isRefusal(events)) throw new Refused(events);
    await this.cases.append(tx, record, events);
  }
}
