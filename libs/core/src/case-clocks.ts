import { type Case, fixedAt, type Round } from './case.js';
import { answeredAt, answersOfRound } from './counted-answers.js';
import type { Policy } from './policy.js';
import { workingMinutesBetween } from './working-time.js';

/** The clocks of a case. All run from the customer's posting, never from an assignment. */
export interface CaseClocks {
  readonly postedAt: Date;
  readonly answeredAt?: Date;
  readonly firstOfferAt?: Date;
  readonly fixedAt?: Date;
  /** Milliseconds from the posting to the closing, or to now while open. */
  readonly customerWaitMs: number;
  /** Milliseconds from the posting to the first answer that counts, or to now while there is none. */
  readonly unansweredMs: number;
}

/** Reads the clocks at a moment. */
export function clocksOf(state: Case, now: Date): CaseClocks {
  const answered = answeredAt(state);
  const posted = state.postedAt.getTime();
  return {
    postedAt: state.postedAt,
    answeredAt: answered,
    firstOfferAt: state.fixes[0]?.offeredAt,
    fixedAt: fixedAt(state),
    customerWaitMs: (state.closedAt ?? now).getTime() - posted,
    unansweredMs: (answered ?? now).getTime() - posted,
  };
}

/** What a customer waits for, in its order. */
export type ClockMark = 'assigned' | 'seen' | 'answered' | 'first_offer' | 'fixed';

/** How long something took since the posting: by the customer's clock, which never stops, and by our working hours. */
export interface MarkTime {
  readonly mark: ClockMark;
  /** Absent while it has not happened; the times then run to now, or to the closing. */
  readonly at?: Date;
  readonly customerMs: number;
  readonly workingMs: number;
}

/** Both clocks of the whole case, and of each thing that the customer waits for. */
export interface BothClocks {
  readonly customerMs: number;
  readonly workingMs: number;
  readonly marks: readonly MarkTime[];
}

/** Reads both clocks at a moment; ours counts the hours of the working calendar on the wall of the zone. */
export function bothClocks(current: Case, policy: Policy, timeZone: string, now: Date): BothClocks {
  const until = current.closedAt ?? now;
  const clocks = clocksOf(current, now);
  const to = (at: Date) => ({
    customerMs: at.getTime() - current.postedAt.getTime(),
    workingMs: Math.round(workingMinutesBetween(current.postedAt, at, policy.calendar, timeZone) * minuteMs),
  });
  const mark = (name: ClockMark, at: Date | undefined): MarkTime => ({
    mark: name,
    ...(at && { at }),
    ...to(at ?? until),
  });
  return {
    ...to(until),
    marks: [
      mark('assigned', current.openedAt),
      mark('seen', current.seenAt),
      mark('answered', clocks.answeredAt),
      mark('first_offer', clocks.firstOfferAt),
      mark('fixed', clocks.fixedAt),
    ],
  };
}

const minuteMs = 60_000;

/** A round with its own clock. */
export interface RoundClock extends Round {
  /** The first answer in it that counts. */
  readonly answeredAt?: Date;
  /** From its beginning to its end, or to now. */
  readonly waitMs: number;
}

/** The rounds of a case, each by its own clock; the whole case keeps its own. */
export function roundClocks(current: Case, now: Date): readonly RoundClock[] {
  return current.rounds.map((round) => {
    const until = round.endedAt ?? current.closedAt ?? now;
    const answers = answersOfRound(current, round)
      .flatMap(({ visibleAt }) => (visibleAt ? [visibleAt.getTime()] : []))
      .filter((at) => at <= until.getTime());
    return {
      ...round,
      ...(answers.length > 0 && { answeredAt: new Date(Math.min(...answers)) }),
      waitMs: until.getTime() - round.startedAt.getTime(),
    };
  });
}

/** What each hand-off cost the customer: from it until the new assignee did something, or lost the case again. */
export function timeLostBy(current: Case, now: Date): readonly number[] {
  return current.handOffs.map((each, index) => {
    const until = each.actedAt ?? current.handOffs[index + 1]?.at ?? current.closedAt ?? now;
    return Math.max(0, until.getTime() - each.at.getTime());
  });
}
