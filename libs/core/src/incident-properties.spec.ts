import fc from 'fast-check';
import { decideIncident, type IncidentCommand } from './decide-incident.js';
import { evolveIncident, type Incident, type IncidentEvent, untold } from './incident.js';
import { isRefusal } from './refusal.js';
import { type Actor, heard } from './staff.js';

const start = Date.UTC(2026, 10, 20, 10);
const words = fc.constantFrom('', ' ', 'Зламалась машина', 'Починили');
const caseId = fc.constantFrom('c1', 'c2', 'c3', 'c4', 'c5', 'c6');
const decisionId = fc.constantFrom('d1', 'd2');
const share = fc.double({ min: 0, max: 1, noNaN: true });
const shares = [{ code: 'courier' as const, key: 'oleg', shown: 'Олег', cases: 3 }];

const command: fc.Arbitrary<IncidentCommand> = fc.oneof(
  fc.record({
    type: fc.constant('find_anew' as const),
    cases: fc.uniqueArray(fc.record({ caseId, sure: share }), {
      selector: (each) => each.caseId,
      maxLength: 3,
    }),
    shares: fc.constant(shares),
    sure: share,
    authors: fc.nat({ max: 9 }),
    coordinated: fc.boolean(),
  }),
  fc.record({ type: fc.constant('confirm' as const) }),
  fc.record({ type: fc.constantFrom('dismiss' as const, 'reopen' as const), reason: words }),
  fc.record({ type: fc.constant('add_case' as const), caseId }),
  fc.record({ type: fc.constant('remove_case' as const), caseId, reason: words }),
  fc.record({
    type: fc.constant('decide' as const),
    decisionId,
    message: fc.record({ texts: fc.record({ ru: words, uk: words, en: words }), promises: fc.constant({}) }),
  }),
  fc.record({ type: fc.constant('send_on' as const), overrule: words }),
  fc.record({
    type: fc.constant('tell' as const),
    delivery: fc.record({
      caseId,
      decisionId,
      state: fc.constantFrom('answered' as const, 'by_hand' as const, 'given' as const, 'refused' as const),
    }),
  }),
  fc.record({ type: fc.constant('resolve' as const), words }),
);
const actor: fc.Arbitrary<Actor> = fc.oneof(
  { weight: 4, arbitrary: fc.constant<Actor>({ kind: 'person', staffId: 'oksana', role: 'lead' }) },
  fc.constant<Actor>({ kind: 'person', staffId: 'taras', role: 'manager' }),
  fc.constant(heard),
);
const steps = fc.array(fc.tuple(command, actor), { minLength: 1, maxLength: 40 });
const first: IncidentEvent = {
  type: 'incident.proposed',
  scope: 'brand',
  cases: ['c1', 'c2', 'c3'].map((id) => ({ caseId: id, sure: 0.9 })),
  shares,
  sure: 0.86,
  authors: 3,
  coordinated: false,
  since: new Date(start),
  at: new Date(start),
  by: heard,
};

/** Everything that was allowed, and the state after each event. */
function played(asked: readonly (readonly [IncidentCommand, Actor])[]) {
  const history: IncidentEvent[] = [first];
  const states: Incident[] = [evolveIncident(undefined, first, 'i1')];
  for (const [index, [each, by]] of asked.entries()) {
    const before = states.at(-1);
    if (!before) continue;
    const events = decideIncident(before, each, by, new Date(start + (index + 1) * 60_000));
    if (isRefusal(events)) continue;
    for (const event of events) {
      history.push(event);
      states.push(evolveIncident(states.at(-1), event, 'i1'));
    }
  }
  return { history, states };
}

const last = ({ states }: ReturnType<typeof played>): Incident => {
  const state = states.at(-1);
  if (!state) throw new Error('There is no state.');
  return state;
};

test('the history alone makes the state, whatever was asked', () => {
  fc.assert(
    fc.property(steps, (asked) => {
      const all = played(asked);
      const again = all.history.reduce<Incident | undefined>(
        (state, event) => evolveIncident(state, event, 'i1'),
        undefined,
      );
      expect(again).toEqual(last(all));
    }),
  );
});

test('a case is in it once, or taken out, never both', () => {
  fc.assert(
    fc.property(steps, (asked) => {
      for (const { cases, left } of played(asked).states) {
        const ids = [...cases.map((each) => each.caseId), ...left];
        expect(new Set(ids).size).toBe(ids.length);
      }
    }),
  );
});

test('one decision reaches a customer once: what was told is not told again', () => {
  fc.assert(
    fc.property(steps, (asked) => {
      const ends = new Map<string, string>();
      for (const event of played(asked).history) {
        if (event.type === 'incident.decided') ends.clear();
        if (event.type !== 'incident.told') continue;
        const { delivery } = event;
        const before = ends.get(delivery.caseId);
        // What waited to be given by hand was given; what was held back went later. Nothing else comes twice.
        const goesOn = before === 'refused' || (before === 'by_hand' && delivery.state === 'given');
        if (before !== undefined) expect(goesOn).toBe(true);
        ends.set(delivery.caseId, delivery.state);
      }
    }),
  );
});

test('only a lead speaks for the firm, and nobody is written to whom nobody confirmed', () => {
  fc.assert(
    fc.property(steps, (asked) => {
      const { history, states } = played(asked);
      for (const [index, event] of history.entries()) {
        if (event.type !== 'incident.decided' && event.type !== 'incident.sent_on') continue;
        expect(event.by).toMatchObject({ kind: 'person', role: 'lead' });
        const confirmed = (states[index]?.cases ?? [])
          .filter(({ state }) => state === 'confirmed')
          .map((each) => each.caseId);
        expect(confirmed).toEqual(expect.arrayContaining([...event.caseIds]));
        expect(states[index]?.status).toBe('confirmed');
      }
    }),
  );
});

test('whoever is untold is confirmed, and whoever a person took out is not brought back by the rule', () => {
  fc.assert(
    fc.property(steps, (asked) => {
      const { history, states } = played(asked);
      for (const state of states) {
        const confirmed = state.cases.filter((each) => each.state === 'confirmed').map((each) => each.caseId);
        expect(confirmed).toEqual(expect.arrayContaining(untold(state)));
      }
      for (const [index, event] of history.entries()) {
        if (event.type !== 'incident.case_joined' || event.from !== 'rule') continue;
        expect(states[index - 1]?.left).not.toContain(event.caseId);
      }
    }),
  );
});
