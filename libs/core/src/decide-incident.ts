import type { Shared } from './cause.js';
import {
  type Delivery,
  type Incident,
  type IncidentEvent,
  type IncidentFact,
  type IncidentMessage,
  type LikelyHitCount,
  untold,
} from './incident.js';
import { isRefusal, type Refusal } from './refusal.js';
import { type Actor, roleAtLeast } from './staff.js';

/** What the rule found anew about an incident that there is. */
export interface FoundAnew {
  readonly cases: readonly { readonly caseId: string; readonly sure: number }[];
  readonly shares: readonly Shared[];
  readonly sure: number;
  readonly authors: number;
  readonly coordinated: boolean;
}

/** What is asked of an incident. */
export type IncidentCommand =
  | ({ readonly type: 'find_anew' } & FoundAnew)
  | { readonly type: 'confirm' }
  | { readonly type: 'dismiss'; readonly reason: string }
  | { readonly type: 'add_case'; readonly caseId: string }
  | { readonly type: 'remove_case'; readonly caseId: string; readonly reason: string }
  | { readonly type: 'decide'; readonly decisionId: string; readonly message: IncidentMessage }
  | { readonly type: 'send_on'; readonly overrule?: string }
  | { readonly type: 'tell'; readonly delivery: Omit<Delivery, 'at'> }
  | { readonly type: 'list_likely_hit'; readonly count: LikelyHitCount }
  | { readonly type: 'tell_likely_hit'; readonly personId: string; readonly channel: string }
  | { readonly type: 'wipe_likely_hit'; readonly people: number }
  | { readonly type: 'resolve'; readonly words: string }
  | { readonly type: 'reopen'; readonly reason: string };

type Decision = readonly IncidentFact[] | Refusal;

/** From here on the rule itself confirms a case of an incident: its courier is named, or its text is nearly the same. */
export const sureEnough = 0.8;

/** What speaks for the whole firm is for a lead. */
const forLeads: ReadonlySet<IncidentCommand['type']> = new Set([
  'confirm',
  'dismiss',
  'decide',
  'send_on',
  'resolve',
  'reopen',
]);

const isBlank = (text: string): boolean => text.trim() === '';

/** Says what happens to an incident, or why it may not. */
export function decideIncident(
  current: Incident,
  command: IncidentCommand,
  by: Actor,
  now: Date,
): readonly IncidentEvent[] | Refusal {
  if (forLeads.has(command.type) && !isLead(by)) return { refused: 'lead_needed' };
  const facts = decideFacts(current, command, now);
  return isRefusal(facts) ? facts : facts.map((fact) => ({ ...fact, at: now, by }));
}

const isLead = (by: Actor): boolean => by.kind === 'person' && roleAtLeast(by.role, 'lead');

const isOpen = ({ status }: Incident): boolean => status === 'proposed' || status === 'confirmed';

function decideFacts(current: Incident, command: IncidentCommand, now: Date): Decision {
  switch (command.type) {
    case 'find_anew':
      return isOpen(current) ? foundAnew(current, command) : [];
    case 'confirm':
      if (current.status === 'confirmed') return [];
      return current.status === 'proposed' ? [{ type: 'incident.confirmed' }] : { refused: 'incident_over' };
    case 'dismiss':
      if (!isOpen(current)) return { refused: 'incident_over' };
      if (isBlank(command.reason)) return { refused: 'reason_needed' };
      return [{ type: 'incident.dismissed', reason: command.reason }];
    case 'add_case':
      return addCase(current, command.caseId);
    case 'remove_case':
      if (!isOpen(current)) return { refused: 'incident_over' };
      if (isBlank(command.reason)) return { refused: 'reason_needed' };
      if (!current.cases.some(({ caseId }) => caseId === command.caseId)) return [];
      return [{ type: 'incident.case_left', caseId: command.caseId, reason: command.reason }];
    case 'decide':
    case 'send_on':
      return message(current, command, now);
    case 'resolve':
      if (current.status !== 'confirmed') return { refused: 'incident_not_confirmed' };
      if (isBlank(command.words)) return { refused: 'words_needed' };
      return [{ type: 'incident.resolved', words: command.words }];
    case 'reopen':
      if (isOpen(current)) return { refused: 'incident_open' };
      if (isBlank(command.reason)) return { refused: 'reason_needed' };
      return [{ type: 'incident.reopened', reason: command.reason }];
    default:
      return noted(current, command);
  }
}

type Noted = Extract<
  IncidentCommand,
  { type: 'tell' | 'list_likely_hit' | 'tell_likely_hit' | 'wipe_likely_hit' }
>;

function noted(current: Incident, command: Noted): Decision {
  switch (command.type) {
    case 'tell':
      return isToldAlready(current, command.delivery)
        ? []
        : [{ type: 'incident.told', delivery: command.delivery }];
    case 'list_likely_hit':
      if (!isOpen(current)) return { refused: 'incident_over' };
      return command.count.added === 0 ? [] : [{ type: 'incident.likely_hit_listed', count: command.count }];
    case 'tell_likely_hit': {
      const { personId, channel } = command;
      return [{ type: 'incident.likely_hit_told', personId, channel }];
    }
    case 'wipe_likely_hit':
      return command.people === 0 ? [] : [{ type: 'incident.likely_hit_wiped', people: command.people }];
  }
}

/**
 * One message of one decision reaches a customer once; what waits to be given by hand can still be given. A message
 * whose place a newer one took reaches nobody any more.
 */
function isToldAlready(
  { decision, deliveries }: Incident,
  { caseId, decisionId, state }: Omit<Delivery, 'at'>,
): boolean {
  if (decision?.id !== decisionId) return true;
  const before = deliveries.find((each) => each.caseId === caseId && each.decisionId === decisionId);
  if (!before || before.state === 'refused') return false;
  return !(before.state === 'by_hand' && state === 'given');
}

function foundAnew(current: Incident, found: FoundAnew): readonly IncidentFact[] {
  const there = new Set([...current.cases.map(({ caseId }) => caseId), ...current.left]);
  const joined = found.cases
    .filter(({ caseId }) => !there.has(caseId))
    .map(({ caseId, sure }): IncidentFact => {
      const state = sure >= sureEnough && current.status === 'confirmed' ? 'confirmed' : 'proposed';
      return { type: 'incident.case_joined', caseId, state, from: 'rule', sure };
    });
  const { shares, sure, authors } = found;
  // A flood that has passed was one all the same.
  const coordinated = found.coordinated || current.coordinated;
  const isNews = joined.length > 0 || coordinated !== current.coordinated;
  if (!isNews) return [];
  return [...joined, { type: 'incident.reassessed', shares, sure, authors, coordinated }];
}

function addCase(current: Incident, caseId: string): Decision {
  if (!isOpen(current)) return { refused: 'incident_over' };
  const there = current.cases.find((each) => each.caseId === caseId);
  if (!there) return [{ type: 'incident.case_joined', caseId, state: 'confirmed', from: 'person' }];
  return there.state === 'confirmed' ? [] : [{ type: 'incident.case_confirmed', caseId }];
}

function message(
  current: Incident,
  command: Extract<IncidentCommand, { type: 'decide' | 'send_on' }>,
  now: Date,
): Decision {
  if (current.status !== 'confirmed') return { refused: 'incident_not_confirmed' };
  if (command.type === 'send_on') {
    if (!current.decision) return { refused: 'no_decision' };
    const { overrule } = command;
    const caseIds = untold(current);
    if (caseIds.length === 0) return [];
    return [{ type: 'incident.sent_on', caseIds, ...(overrule === undefined ? {} : { overrule }) }];
  }
  const { texts } = command.message;
  if (isBlank(texts.ru) || isBlank(texts.uk) || isBlank(texts.en)) return { refused: 'text_needed' };
  const late = promiseInPast(command.message, now);
  if (late) return late;
  const caseIds = current.cases.filter(({ state }) => state === 'confirmed').map(({ caseId }) => caseId);
  return [{ type: 'incident.decided', decisionId: command.decisionId, message: command.message, caseIds }];
}

/** Every case would refuse it: it is better said once, before anything is sent. */
function promiseInPast({ texts, promises }: IncidentMessage, now: Date): Refusal | undefined {
  for (const language of ['ru', 'uk', 'en'] as const) {
    for (const { start, end, due } of promises[language] ?? []) {
      if (due === undefined || due > now) continue;
      const words = texts[language].slice(start, end);
      return {
        refused: 'promise_in_past',
        about: { language, start: String(start), end: String(end), words },
      };
    }
  }
  return undefined;
}
