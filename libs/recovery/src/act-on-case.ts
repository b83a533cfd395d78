import type { CaseBook, CaseRecord } from '@heard/cases';
import {
  type Actor,
  type CaseCommand,
  type Clock,
  decide,
  Fault,
  isRefusal,
  type Policy,
  type Refusal,
  type TickFacts,
} from '@heard/core';
import type { Database, Transaction } from '@heard/database';
import type { CaseAsked } from './case-asked.js';
import { type AnswerFindings, CheckAnswer, checkedWith } from './check-answer.js';
import { mentionAnswered, refusePlace } from './check-place.js';
import { mustBeApart } from './demo-apart.js';
import { leadAfter } from './lead-after.js';
import { OutcomeQuestion } from './outcome-question.js';
import type { PolicyBook, Team } from './ports.js';
import { Refused } from './refusal-text.js';

/** Everything a person, a program or Heard does to a case: lock, decide, write, say; or refuse with the reason. */
export class ActOnCase {
  private readonly check: CheckAnswer;
  private readonly question: OutcomeQuestion;

  constructor(
    private readonly database: Database,
    private readonly cases: CaseBook,
    private readonly policies: PolicyBook,
    private readonly team: Team,
    private readonly clock: Clock,
  ) {
    this.check = new CheckAnswer(clock);
    this.question = new OutcomeQuestion(clock);
  }

  async run(workspaceId: string, caseId: string, asked: CaseAsked, by: Actor): Promise<void> {
    await this.database.inWorkspace(workspaceId, (tx) => this.within(tx, caseId, asked, by));
  }

  /** The same inside a transaction of the caller. */
  async within(tx: Transaction, caseId: string, asked: CaseAsked, by: Actor): Promise<void> {
    const record = await this.cases.lock(tx, caseId);
    // An answer goes out in public: under a stranger's text it would be read by the wrong customer, or by nobody.
    const under = mentionAnswered(asked);
    if (under !== undefined && !record.state.mentionIds.includes(under)) {
      throw new Fault('missing', 'There is no such mention in this case.', { code: 'no_such_mention' });
    }
    const refused = await refusePlace(tx, asked, this.clock.now());
    if (refused) throw await this.refused(tx, refused);
    const policy = await this.policies.get(tx, record.state.policyVersion);
    const command = await this.complete(tx, record, asked, policy);
    const events = decide(record.state, command, by, this.clock.now(), policy);
    if (isRefusal(events)) throw await this.refused(tx, events);
    if (events.length > 0) await this.cases.append(tx, record, events);
    else if (asked.type === 'tick') await this.cases.setTimer(tx, record);
  }

  /** A no that says by name whose the case is: of two who take it, the other is told who. */
  async refused(tx: Transaction, refusal: Refusal): Promise<Refused> {
    const assignee = refusal.about?.['assignee'];
    const name = assignee === undefined ? undefined : await this.team.nameOf(tx, assignee);
    return new Refused(refusal, name === undefined ? {} : { assigneeName: name });
  }

  /** What would be found in an answer, before anybody sends it; `incidentId` where it is the message of an incident. */
  async findings(
    workspaceId: string,
    caseId: string,
    text: string,
    incidentId?: string,
  ): Promise<AnswerFindings> {
    return this.database.inWorkspace(workspaceId, async (tx) => {
      const record = await this.cases.lock(tx, caseId);
      const policy = await this.policies.get(tx, record.state.policyVersion);
      return this.check.run(tx, record, text, policy, await this.team.timeZone(tx), incidentId);
    });
  }

  /** Adds what the world knows to what was asked. */
  private async complete(
    tx: Transaction,
    record: CaseRecord,
    asked: CaseAsked,
    policy: Policy,
  ): Promise<CaseCommand> {
    switch (asked.type) {
      case 'answer':
      case 'record_answer': {
        const timeZone = await this.team.timeZone(tx);
        const found = await this.check.run(tx, record, asked.text, policy, timeZone, asked.incidentId);
        const { promises, overrule, ...rest } = asked;
        const checked = checkedWith(found, { promises, overrule });
        if (rest.type === 'answer') return { ...rest, checked };
        return { ...rest, delivered: rest.delivered ?? true, checked };
      }
      case 'hand_over':
        if (!record.demo) mustBeApart(record, { demo: await this.team.isMadeUp(tx, asked.to) });
        return { ...asked, lead: await this.team.lead(tx, record) };
      case 'record_outcome':
      case 'reopen':
        return { ...asked, lead: await this.team.lead(tx, record) };
      case 'correct': {
        const timeZone = await this.team.timeZone(tx);
        return { ...asked, timeZone, lead: await this.team.lead(tx, record) };
      }
      case 'tick':
        return { type: 'tick', facts: await this.tickFacts(tx, record, policy) };
      default:
        return asked;
    }
  }

  private async tickFacts(tx: Transaction, record: CaseRecord, policy: Policy): Promise<TickFacts> {
    const { assignee } = record.state;
    const question = await this.question.facts(tx, record, policy);
    const assigneePresent = await this.team.isPresent(tx, assignee);
    return {
      ...(question ? { question } : {}),
      timeZone: await this.team.timeZone(tx),
      assigneePresent,
      lead: await leadAfter(tx, record, { team: this.team, assigneePresent }),
    };
  }
}
