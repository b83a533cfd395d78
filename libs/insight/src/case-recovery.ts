import {
  agendaOf,
  type AgendaItem,
  bothClocks,
  type Case,
  type ClosedBecause,
  flagsOf,
  leavingRisk,
  missingToClose,
  type Note,
  type Policy,
  roundClocks,
  scoreOf,
  stepsOf,
  playbookOf,
} from '@heard/core';
import { instant, instantOf, present } from './instant.js';
import type { Names } from './store/history-rows.js';
import type { AgendaView, CaseRecovery, NoteView } from './views.js';

/** What the words of a case were read from. */
export interface ReadWords {
  readonly texts: ReadonlyMap<string, string>;
  readonly notes: ReadonlyMap<string, readonly Note[]>;
}

/** The rules by which a case stands at a moment. */
export interface Standing {
  readonly policy: Policy;
  readonly timeZone: string;
  readonly now: Date;
}

/** What the history tells of a recovery, read by the rules under which the case was opened. */
export function recoveryOf(
  state: Case,
  { policy, timeZone, now }: Standing,
  words: ReadWords,
  names: Names,
): Omit<CaseRecovery, 'points' | 'told'> {
  return present({
    failure: state.failure,
    policyVersion: state.policyVersion,
    asked: state.asked && { ...state.asked, at: instant(state.asked.at) },
    records: state.records.map((record) => ({ ...record, at: instant(record.at) })),
    notes: notesOf(state, words),
    flags: flagsOf(state, policy),
    leaving: leavingRisk(state, policy),
    score: scoreOf(state),
    rounds: roundClocks(state, now).map(({ because, startedAt, answeredAt, endedAt, waitMs }) =>
      present({
        because,
        startedAt: instant(startedAt),
        answeredAt: instantOf(answeredAt),
        endedAt: instantOf(endedAt),
        waitMs,
      }),
    ),
    playbook: playbookView(state, policy, timeZone, now),
    agenda: agendaOf(state, policy, timeZone, now).map(agendaView),
    parts: state.parts.map((part) => ({ ...part, at: instant(part.at) })),
    pinned: state.pinned && {
      to: { id: state.pinned.to, name: names.get(state.pinned.to) ?? '' },
      because: state.pinned.because,
      at: instant(state.pinned.at),
    },
    customerHandOffs: state.customerHandOffs.map(({ mentionId, words: said, at }) =>
      present({ mentionId, words: said, at: instant(at) }),
    ),
    noOfferBecause: state.noOfferBecause,
    causeId: state.causeId,
    reportsSent: state.reportsSent.map(instant),
    outcomeAskedAt: instantOf(state.outcomeAskedAt),
    bothClocks: clocksView(state, policy, timeZone, now),
    closing: rightsOf(state).map((because) => ({
      because,
      missing: missingToClose(state, because, policy),
    })),
  });
}

const usualRights: readonly ClosedBecause[] = ['fixed', 'refused', 'customer_word'];

/** That it is no complaint is a right only where people said so of each of its texts. */
function rightsOf({ complaintIds }: Case): readonly ClosedBecause[] {
  return complaintIds.length === 0 ? ['no_complaint', ...usualRights] : usualRights;
}

/** Each note with its words, where the text still holds them. */
function notesOf(state: Case, { texts, notes }: ReadWords): NoteView[] {
  const used = new Map<string, number>();
  return state.notes.map(({ code, mentionId, at }) => {
    const key = `${mentionId} ${code}`;
    const nth = used.get(key) ?? 0;
    used.set(key, nth + 1);
    const place = (notes.get(mentionId) ?? []).filter((each) => each.code === code)[nth];
    return present({
      code,
      mentionId,
      at: instant(at),
      start: place?.start,
      end: place?.end,
      words: place && texts.get(mentionId)?.slice(place.start, place.end),
      channel: place?.channel,
    });
  });
}

function playbookView(state: Case, policy: Policy, timeZone: string, now: Date): CaseRecovery['playbook'] {
  return {
    title: playbookOf(state, policy).title,
    steps: stepsOf(state, policy, timeZone, now).map(({ step, due, doneAt, state: stands }) =>
      present({
        key: step.key,
        goal: step.goal,
        clock: step.clock,
        due: instant(due),
        state: stands,
        doneAt: instantOf(doneAt),
        late: (doneAt ?? now) >= due,
        hint: step.hint,
      }),
    ),
  };
}

function agendaView(item: AgendaItem): AgendaView {
  const due = instant(item.due);
  switch (item.kind) {
    case 'promise':
      return { kind: item.kind, due, promiseId: item.promiseId, what: item.what };
    case 'step':
      return { kind: item.kind, due, step: item.step, goal: item.goal };
    case 'action':
      return { kind: item.kind, due, fixId: item.fixId, what: item.what };
    case 'lease':
      return { kind: item.kind, due };
  }
}

function clocksView(state: Case, policy: Policy, timeZone: string, now: Date): CaseRecovery['bothClocks'] {
  const { customerMs, workingMs, marks } = bothClocks(state, policy, timeZone, now);
  return {
    customerMs,
    workingMs,
    marks: marks.map(({ at, ...mark }) => present({ ...mark, at: instantOf(at) })),
  };
}
