import { decideIncident, type IncidentCommand } from './decide-incident.js';
import { evolveIncident, type Incident, type IncidentEvent, type IncidentFact, untold } from './incident.js';
import { isRefusal } from './refusal.js';
import { type Actor, heard } from './staff.js';

const now = new Date('2026-11-20T10:00:00Z');
const later = new Date('2026-11-20T12:00:00Z');
const lead: Actor = { kind: 'person', staffId: 'oksana', role: 'lead' };
const manager: Actor = { kind: 'person', staffId: 'taras', role: 'manager' };
const program: Actor = { kind: 'program', keyId: 'crm' };

const proposal: IncidentFact & { type: 'incident.proposed' } = {
  type: 'incident.proposed',
  scope: 'brand',
  cases: [
    { caseId: 'c1', sure: 0.9 },
    { caseId: 'c2', sure: 0.9 },
    { caseId: 'c3', sure: 0.6 },
  ],
  shares: [{ code: 'courier', key: 'oleg', shown: 'Олег', cases: 3 }],
  sure: 0.86,
  authors: 3,
  coordinated: false,
  since: now,
};
const texts = { ru: 'Машина сломалась', uk: 'Машина зламалася', en: 'The van broke down' };
const message = { texts, promises: {} };

/** What became of it. */
function after(...steps: readonly (IncidentFact | readonly [IncidentFact, Actor])[]): Incident {
  const events = steps.map((step): IncidentEvent => {
    const [fact, by] = isPair(step) ? step : ([step, lead] as const);
    return { ...fact, at: now, by };
  });
  const first: IncidentEvent = { ...proposal, at: now, by: heard };
  return events.reduce(
    (state, event) => evolveIncident(state, event, 'i1'),
    evolveIncident(undefined, first, 'i1'),
  );
}
const isPair = (
  step: IncidentFact | readonly [IncidentFact, Actor],
): step is readonly [IncidentFact, Actor] => Array.isArray(step);

/** What was decided, without its stamp; or the code of the refusal. */
function asked(
  state: Incident,
  command: IncidentCommand,
  by: Actor = lead,
): string | readonly IncidentFact[] {
  const decision = decideIncident(state, command, by, later);
  if (isRefusal(decision)) return decision.refused;
  return decision.map(({ at, by: who, ...fact }) => {
    expect([at, who]).toEqual([later, by]);
    return fact as IncidentFact;
  });
}

const proposed = after();
const confirmed = after({ type: 'incident.confirmed' });
const dismissed = after({ type: 'incident.dismissed', reason: 'Two Olegs' });
const resolved = after({ type: 'incident.confirmed' }, { type: 'incident.resolved', words: 'New van' });
const decision: IncidentFact = {
  type: 'incident.decided',
  decisionId: 'd1',
  message,
  caseIds: ['c1', 'c2', 'c3'],
};
const decided = after({ type: 'incident.confirmed' }, decision);
const told = (
  caseId: string,
  state: 'answered' | 'by_hand' | 'given' | 'refused',
  decisionId = 'd1',
): IncidentFact => ({
  type: 'incident.told',
  delivery: { caseId, decisionId, state },
});

describe('an incident that is', () => {
  const by = { confirm: { type: 'confirm' } } as const;
  const dismiss = { type: 'dismiss', reason: 'Two Olegs' } as const;
  const resolve = { type: 'resolve', words: 'New van' } as const;
  const reopen = { type: 'reopen', reason: 'It goes on' } as const;
  const add = { type: 'add_case', caseId: 'c9' } as const;
  const remove = { type: 'remove_case', caseId: 'c1', reason: 'Another Oleg' } as const;
  const decide = { type: 'decide', decisionId: 'd1', message } as const;
  const joins: IncidentFact[] = [
    { type: 'incident.case_joined', caseId: 'c9', state: 'confirmed', from: 'person' },
  ];
  const leaves: IncidentFact[] = [{ type: 'incident.case_left', caseId: 'c1', reason: 'Another Oleg' }];
  test.each<[string, Incident, IncidentCommand, ReturnType<typeof asked>]>([
    ['proposed is confirmed', proposed, by.confirm, [{ type: 'incident.confirmed' }]],
    [
      'proposed is dismissed with a reason',
      proposed,
      dismiss,
      [{ type: 'incident.dismissed', reason: 'Two Olegs' }],
    ],
    ['proposed is not dismissed without', proposed, { ...dismiss, reason: ' ' }, 'reason_needed'],
    ['proposed is not resolved', proposed, resolve, 'incident_not_confirmed'],
    ['proposed is not reopened', proposed, reopen, 'incident_open'],
    ['proposed says nothing yet', proposed, decide, 'incident_not_confirmed'],
    ['proposed takes a case by hand', proposed, add, joins],
    ['proposed lets a case go', proposed, remove, leaves],
    ['confirmed stays so', confirmed, by.confirm, []],
    ['confirmed is dismissed', confirmed, dismiss, [{ type: 'incident.dismissed', reason: 'Two Olegs' }]],
    [
      'confirmed is resolved with words',
      confirmed,
      resolve,
      [{ type: 'incident.resolved', words: 'New van' }],
    ],
    ['confirmed is not resolved without', confirmed, { ...resolve, words: '\n' }, 'words_needed'],
    ['confirmed speaks to all its cases', confirmed, decide, [decision]],
    ['confirmed sends nothing on before it spoke', confirmed, { type: 'send_on' }, 'no_decision'],
    ['dismissed is not confirmed', dismissed, by.confirm, 'incident_over'],
    ['dismissed says nothing', dismissed, decide, 'incident_not_confirmed'],
    ['dismissed takes no case', dismissed, add, 'incident_over'],
    [
      'dismissed is reopened with a reason',
      dismissed,
      reopen,
      [{ type: 'incident.reopened', reason: 'It goes on' }],
    ],
    ['resolved is not dismissed', resolved, dismiss, 'incident_over'],
    ['resolved is not resolved again', resolved, resolve, 'incident_not_confirmed'],
    ['resolved lets no case go', resolved, remove, 'incident_over'],
    [
      'resolved is reopened with a reason',
      resolved,
      reopen,
      [{ type: 'incident.reopened', reason: 'It goes on' }],
    ],
    ['resolved is not reopened without', resolved, { ...reopen, reason: '' }, 'reason_needed'],
  ])('%s', (_, state, command, expected) => {
    expect(asked(state, command)).toEqual(expected);
  });

  test.each<IncidentCommand>([by.confirm, dismiss, decide, { type: 'send_on' }, resolve, reopen])(
    'a matter of the whole firm: $type is for leads, not for managers, programs or Heard',
    (command) => {
      for (const state of [proposed, confirmed, dismissed, resolved, decided]) {
        for (const actor of [manager, program, heard])
          expect(asked(state, command, actor)).toBe('lead_needed');
      }
    },
  );

  test.each<IncidentCommand>([add, remove])('a matter of any manager: $type', (command) => {
    expect(asked(confirmed, command, manager)).toHaveLength(1);
    expect(asked(confirmed, command, program)).toHaveLength(1);
  });
});

describe('a case', () => {
  const found = (caseId: string, sure: number, coordinated = false): IncidentCommand => ({
    type: 'find_anew',
    cases: [{ caseId, sure }],
    shares: proposal.shares,
    sure: 0.9,
    authors: 4,
    coordinated,
  });
  const states = (state: Incident, command: IncidentCommand): unknown[] => {
    const facts = asked(state, command, heard);
    return typeof facts === 'string'
      ? [facts]
      : facts.flatMap((fact) => (fact.type === 'incident.case_joined' ? [fact.state] : []));
  };
  test.each<[string, Incident, IncidentCommand, unknown[]]>([
    ['joins a proposed incident as proposed, however sure', proposed, found('c9', 0.99), ['proposed']],
    ['joins a confirmed one at once when it is sure', confirmed, found('c9', 0.8), ['confirmed']],
    ['joins a confirmed one as proposed when it is less sure', confirmed, found('c9', 0.79), ['proposed']],
    ['that is there does not join again', confirmed, found('c1', 0.99), []],
    [
      'that a person took out does not come back',
      after({ type: 'incident.case_left', caseId: 'c1', reason: 'x' }),
      found('c1', 0.99),
      [],
    ],
    ['joins nothing that is dismissed', dismissed, found('c9', 0.99), []],
    ['joins nothing that is resolved', resolved, found('c9', 0.99), []],
  ])('%s', (_, state, command, expected) => {
    expect(states(state, command)).toEqual(expected);
  });

  test('that joins brings the counts along; nothing new says nothing', () => {
    expect(asked(confirmed, found('c9', 0.9), heard)).toContainEqual(
      expect.objectContaining({ type: 'incident.reassessed', authors: 4, sure: 0.9 }),
    );
    expect(asked(confirmed, found('c1', 0.9), heard)).toEqual([]);
  });

  test('of a flood flags it for good', () => {
    const flagged = after([
      { type: 'incident.reassessed', shares: [], sure: 0.9, authors: 12, coordinated: true },
      heard,
    ]);
    expect(asked(proposed, found('c1', 0.9, true), heard)).toMatchObject([{ coordinated: true }]);
    expect(asked(flagged, found('c9', 0.9, false), heard)).toContainEqual(
      expect.objectContaining({ type: 'incident.reassessed', coordinated: true }),
    );
  });

  test('is confirmed with the incident, by hand, or by coming back by hand', () => {
    expect(confirmed.cases.map(({ state }) => state)).toEqual(['confirmed', 'confirmed', 'confirmed']);
    expect(proposed.cases.map(({ state }) => state)).toEqual(['proposed', 'proposed', 'proposed']);
    expect(asked(proposed, { type: 'add_case', caseId: 'c1' })).toEqual([
      { type: 'incident.case_confirmed', caseId: 'c1' },
    ]);
    expect(asked(confirmed, { type: 'add_case', caseId: 'c1' })).toEqual([]);
    const back = after(
      { type: 'incident.case_left', caseId: 'c1', reason: 'Another Oleg' },
      { type: 'incident.case_joined', caseId: 'c1', state: 'confirmed', from: 'person' },
    );
    expect([back.left, back.cases.map(({ caseId }) => caseId)]).toEqual([[], ['c2', 'c3', 'c1']]);
  });

  test('that is not there is not taken out', () => {
    expect(asked(confirmed, { type: 'remove_case', caseId: 'c9', reason: 'x' })).toEqual([]);
  });
});

describe('the message', () => {
  test.each(['ru', 'uk', 'en'] as const)('is not sent without its text in %s', (language) => {
    const half = { ...message, texts: { ...texts, [language]: ' \n' } };
    expect(asked(confirmed, { type: 'decide', decisionId: 'd1', message: half })).toBe('text_needed');
  });

  test('promises nothing in the past', () => {
    const promising = (due: Date) => ({
      type: 'decide' as const,
      decisionId: 'd1',
      message: { texts, promises: { uk: [{ start: 0, end: 6, due }] } },
    });
    const refused = decideIncident(confirmed, promising(later), lead, later);
    expect(refused).toEqual({
      refused: 'promise_in_past',
      about: { language: 'uk', start: '0', end: '6', words: 'Машина' },
    });
    expect(asked(confirmed, promising(new Date(later.getTime() + 1)))).toHaveLength(1);
  });

  test('goes to confirmed cases only', () => {
    const some = after({ type: 'incident.confirmed' }, [
      { type: 'incident.case_joined', caseId: 'c4', state: 'proposed', from: 'rule', sure: 0.6 },
      heard,
    ]);
    expect(asked(some, { type: 'decide', decisionId: 'd1', message })).toMatchObject([
      { caseIds: ['c1', 'c2', 'c3'] },
    ]);
  });

  test.each<[string, readonly IncidentFact[], readonly string[]]>([
    ['to all at first', [], ['c1', 'c2', 'c3']],
    ['not to those who have it', [told('c1', 'answered'), told('c2', 'by_hand')], ['c3']],
    [
      'again to those in whose case it was held back',
      [told('c1', 'refused'), told('c2', 'given')],
      ['c1', 'c3'],
    ],
    ['not to cases taken out', [{ type: 'incident.case_left', caseId: 'c3', reason: 'x' }], ['c1', 'c2']],
    [
      'to those who joined later',
      [
        told('c1', 'answered'),
        told('c2', 'answered'),
        told('c3', 'answered'),
        { type: 'incident.case_joined', caseId: 'c4', state: 'confirmed', from: 'rule', sure: 0.9 },
      ],
      ['c4'],
    ],
  ])('has still to go %s', (_, steps, expected) => {
    const state = after({ type: 'incident.confirmed' }, decision, ...steps);
    expect(untold(state)).toEqual(expected);
    const on = asked(state, { type: 'send_on', overrule: 'It is the same for all' });
    expect(on).toEqual([{ type: 'incident.sent_on', caseIds: expected, overrule: 'It is the same for all' }]);
  });

  test('is not sent on when everybody has it', () => {
    const all = after(
      { type: 'incident.confirmed' },
      decision,
      ...['c1', 'c2', 'c3'].map((id) => told(id, 'given')),
    );
    expect(asked(all, { type: 'send_on' })).toEqual([]);
  });

  test('of a newer decision goes to everybody anew', () => {
    const again = after({ type: 'incident.confirmed' }, decision, told('c1', 'answered'), {
      ...decision,
      decisionId: 'd2',
    } as IncidentFact);
    expect(again.decision?.id).toBe('d2');
    expect(untold(again)).toEqual(['c1', 'c2', 'c3']);
  });

  test.each<[string, Parameters<typeof told>[1] | undefined, Parameters<typeof told>[1], boolean]>([
    ['first', undefined, 'answered', true],
    ['answered twice', 'answered', 'answered', false],
    ['answered, then by hand', 'answered', 'by_hand', false],
    ['by hand twice', 'by_hand', 'by_hand', false],
    ['by hand, then given', 'by_hand', 'given', true],
    ['given twice', 'given', 'given', false],
    ['given, then answered', 'given', 'answered', false],
    ['held back, then answered', 'refused', 'answered', true],
    ['held back, then by hand', 'refused', 'by_hand', true],
  ])('reaches a customer once: %s', (_, before, then, isNews) => {
    const state = after({ type: 'incident.confirmed' }, decision, ...(before ? [told('c1', before)] : []));
    const fact = told('c1', then);
    const delivery = fact.type === 'incident.told' ? fact.delivery : undefined;
    if (!delivery) throw new Error('There is no delivery.');
    expect(asked(state, { type: 'tell', delivery }, lead)).toEqual(isNews ? [fact] : []);
  });

  test('says why it is sent on all the same', () => {
    const on = after({ type: 'incident.confirmed' }, decision, {
      type: 'incident.sent_on',
      caseIds: ['c1'],
      overrule: 'Same for all',
    });
    expect(on.decision?.overrule).toBe('Same for all');
  });
});

describe('the list of others who are likely hit', () => {
  const list = (added: number): IncidentCommand => ({ type: 'list_likely_hit', count: { added, known: 1 } });
  test.each<[string, Incident, IncidentCommand, ReturnType<typeof asked>]>([
    [
      'is counted',
      proposed,
      list(2),
      [{ type: 'incident.likely_hit_listed', count: { added: 2, known: 1 } }],
    ],
    ['says nothing when all were known', proposed, list(0), []],
    ['is closed with the incident', resolved, list(2), 'incident_over'],
    ['is closed when it is none', dismissed, list(2), 'incident_over'],
    [
      'is wiped, and its size stays',
      resolved,
      { type: 'wipe_likely_hit', people: 2 },
      [{ type: 'incident.likely_hit_wiped', people: 2 }],
    ],
    ['that is empty needs no wiping', resolved, { type: 'wipe_likely_hit', people: 0 }, []],
    [
      'may be told also afterwards',
      resolved,
      { type: 'tell_likely_hit', personId: 'p1', channel: 'phone' },
      [{ type: 'incident.likely_hit_told', personId: 'p1', channel: 'phone' }],
    ],
  ])('%s', (_, state, command, expected) => {
    expect(asked(state, command, manager)).toEqual(expected);
  });
});

describe('its history tells', () => {
  test('that what a person puts together is confirmed, by them', () => {
    const { sure: _, ...rest } = { ...proposal };
    const byHand = evolveIncident(undefined, { ...rest, sure: 1, at: now, by: lead }, 'i1');
    expect(byHand).toMatchObject({ status: 'confirmed', confirmedBy: 'oksana' });
    expect(byHand.cases[0]).toMatchObject({ from: 'person', state: 'confirmed' });
  });

  test('that one which is open again is confirmed, and how often it was opened', () => {
    const again = after(
      { type: 'incident.confirmed' },
      { type: 'incident.resolved', words: 'New van' },
      { type: 'incident.reopened', reason: 'It goes on' },
    );
    expect(again).toMatchObject({ status: 'confirmed', reopened: 1, resolvedAt: undefined });
  });

  test('nothing without its beginning', () => {
    const event: IncidentEvent = { type: 'incident.confirmed', at: now, by: lead };
    expect(() => evolveIncident(undefined, event, 'i1')).toThrow('begins with incident.confirmed');
  });
});
