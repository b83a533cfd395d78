import type { CaseBook } from '@heard/cases';
import type { Assess, Clock } from '@heard/core';
import type { Database } from '@heard/database';
import type { Jobs } from '@heard/jobs';
import { TakeBatch } from '@heard/listening';
import type { Policies } from '@heard/policies';
import type { ActOnCase } from '@heard/recovery';
import type { People, Workspaces } from '@heard/staff';
import { TriageMentions } from '@heard/triage';
import {
  Adaptations,
  assess as own,
  DrawSample,
  Learn,
  type SecondReading,
  UnsureBand,
} from '@heard/understanding';
import { AssessAnew } from './assess-anew.js';
import { AssessHere } from './assess-here.js';
import { CheckMention } from './check-mention.js';
import { CorrectMention } from './correct-mention.js';
import { FollowCorrection } from './follow-correction.js';
import { Learning } from './learning.js';
import { HomeMention } from './home-mention.js';
import { ReadAgain } from './read-again.js';
import { Reassess } from './reassess.js';
import type { composeRegisters } from './registers.js';
import { SeeEdits } from './see-edits.js';
import { understandAndTriage } from './understand.js';

/** What reading and triage are made of. */
interface ReadingParts {
  readonly database: Database;
  readonly jobs: Jobs;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly assess?: Assess;
  readonly secondReading?: SecondReading;
  readonly people: People;
  readonly workspaces: Workspaces;
  readonly policies: Policies;
  readonly cases: CaseBook;
  readonly act: ActOnCase;
  readonly registers: Pick<ReturnType<typeof composeRegisters>, 'collect'>;
}

/** Puts together what reads mentions: at intake, by stronger readers afterwards, and by people. */
export function composeReading(parts: ReadingParts) {
  const { database, jobs, clock, signal, people, workspaces, policies, act } = parts;
  const assess = parts.assess ?? own;
  const unsureBand = new UnsureBand(clock);
  const adaptations = new Adaptations(clock);
  const assessHere = new AssessHere(assess, unsureBand, adaptations);
  const staffOnDuty = {
    candidates: people.candidates.bind(people),
    timeZone: async (...[tx]: Parameters<Workspaces['get']>) => (await workspaces.get(tx)).timeZone,
  };
  const triage = new TriageMentions(parts.cases, staffOnDuty, policies, clock);
  const home = new HomeMention(triage);
  const reassess = new Reassess(home, act);
  const readAgain = new ReadAgain(database, jobs, parts.secondReading, reassess, clock, signal);
  const edits = new SeeEdits(act, clock);
  const understand = understandAndTriage(
    assessHere,
    triage,
    parts.registers.collect,
    edits,
    readAgain,
    clock,
  );
  const correct = new CorrectMention(database, new FollowCorrection(assess, home, act), clock);
  const check = new CheckMention(database, correct, clock);
  const assessAnew = new AssessAnew(database, jobs, assessHere, reassess, clock);
  return {
    readAgain,
    assessAnew,
    take: new TakeBatch(understand, clock),
    correct,
    check,
    unsureBand,
    drawSample: new DrawSample(clock),
    adaptations,
    learning: new Learning(database, jobs, new Learn(database, clock), clock),
  };
}
