import { publicUrl } from '../fixtures/alert-desk.spec-suite.js';
import { minutes, useStage } from '../fixtures/stage.spec-suite.js';
import type { EscalationStep } from '../index.js';

const on = useStage();

describe('an urgent case', () => {
  test('is told to the person on call at once, in their language, with the case and a link to take it', async () => {
    await on.raised();
    await on.desk.work();
    expect(on.recipients()).toEqual([on.olha.email]);
    const [letter] = on.mail.letters;
    expect(letter?.subject).toBe('Термінова скарга (критично): Марта Гончар · Facebook, Лавка «Каштан» #1');
    expect(letter?.text).toContain('син порізав руку');
    expect(letter?.text).toContain(`${publicUrl}/cases/${on.caseId}`);
    expect(await on.notifications()).toEqual([{ state: 'sent', attempts: 1, last_error: null }]);
  });

  test('goes to the next person after 10 minutes, not before, and round again until it is taken', async () => {
    const steps: EscalationStep[] = [];
    on.follow = async (_tx, step) => void steps.push(step);
    await on.raised();
    await on.desk.work();
    await on.desk.passTo(minutes(9));
    expect(on.recipients()).toEqual([on.olha.email]);
    await on.desk.passTo(minutes(10));
    expect(on.recipients()).toEqual([on.olha.email, on.taras.email]);
    expect(on.mail.letters[1]?.text).toContain('Nobody has taken this so far');
    await on.desk.passTo(minutes(20));
    await on.desk.passTo(minutes(30));
    expect(on.recipients()).toEqual([on.olha.email, on.taras.email, on.olha.email, on.taras.email]);
    await on.take();
    await on.desk.passTo(minutes(600));
    expect(on.recipients()).toHaveLength(4);
    expect(steps.map((step) => [step.level, step.told?.staffId])).toEqual([
      [1, on.taras.staffId],
      [2, on.olha.staffId],
      [3, on.taras.staffId],
    ]);
  });

  test('is raised once, however often it is asked for, also at the same time', async () => {
    const ids = await Promise.all([on.raise(), on.raise(), on.raise()]);
    expect(ids.filter((id) => id !== undefined)).toHaveLength(1);
    await on.desk.work();
    expect(on.recipients()).toEqual([on.olha.email]);
  });

  test('that is rolled back with its case tells nobody', async () => {
    const failing = on.db.database.inWorkspace(on.home.id, async (tx) => {
      await on.desk.raise.run(tx, {
        kind: 'urgent_case',
        dedupeKey: 'x',
        caseId: on.caseId,
        urgency: 'high',
        reasons: [],
        demo: false,
        escalates: true,
        to: 'on_call',
      });
      throw new Error('the rest failed');
    });
    await expect(failing).rejects.toThrow('the rest failed');
    await on.desk.passTo(minutes(30));
    expect(on.recipients()).toEqual([]);
    expect(await on.db.owner('select id from pgboss.job')).toEqual([]);
  });

  test('with nobody on call goes to the next of the policy at once, and never stops when nobody is there at all', async () => {
    on.desk.duty.delete('on_call');
    await on.raised();
    await on.desk.work();
    expect(on.recipients()).toEqual([on.taras.email]);
    on.desk.duty.clear();
    await on.desk.passTo(minutes(10));
    await on.desk.passTo(minutes(20));
    on.desk.duty.set('on_call', on.olha);
    await on.desk.passTo(minutes(30));
    expect(on.recipients()).toEqual([on.taras.email, on.olha.email]);
  });

  test('does not wake one person twice in a round who has two duties', async () => {
    const policy = { afterMinutes: 10, steps: [{ to: 'on_call' }, { to: 'lead' }, { to: on.taras.staffId }] };
    await on.db.owner('update workspaces set escalation_policy = $2 where workspace_id = $1', [
      on.home.id,
      policy,
    ]);
    on.desk.duty.set('lead', on.olha).set(on.taras.staffId, on.taras);
    await on.raised();
    await on.desk.work();
    await on.desk.passTo(minutes(10));
    await on.desk.passTo(minutes(20));
    expect(on.recipients()).toEqual([on.olha.email, on.taras.email, on.olha.email]);
  });
});

describe('one step of an escalation', () => {
  test('is made once when two workers race for it', async () => {
    const alertId = await on.raised();
    on.desk.clock.advanceTo(minutes(10));
    const data = { workspaceId: on.home.id, alertId, level: 0 };
    const made = await Promise.all([1, 2, 3, 4].map(() => on.desk.escalate.run(data)));
    expect(made.filter(Boolean)).toHaveLength(1);
    expect(await on.desk.escalate.run(data)).toBe(false);
    expect(await on.notifications()).toHaveLength(2);
    const timers = await on.db.owner(
      `select id from pgboss.job where name = 'escalate' and data ->> 'level' = '1'`,
    );
    expect(timers).toHaveLength(1);
  });

  test('is not made after the alert was taken, and leaves nothing behind when it fails halfway', async () => {
    const alertId = await on.raised();
    const data = { workspaceId: on.home.id, alertId, level: 0 };
    on.follow = async () => {
      throw new Error('the case could not be given to the next one');
    };
    await expect(on.desk.escalate.run(data)).rejects.toThrow('could not be given');
    expect(await on.notifications()).toHaveLength(1);
    on.follow = async () => undefined;
    await on.take();
    expect(await on.desk.escalate.run(data)).toBe(false);
    expect(await on.notifications()).toHaveLength(1);
  });
});

test('settling a case ends its urgent alert only, unless other kinds are named', async () => {
  await on.raised();
  await on.raised({ kind: 'promise_broken', dedupeKey: 'p', escalates: false, to: 'lead' });
  const states = (): Promise<{ kind: string; state: string }[]> =>
    on.db.owner('select kind, state from alerts where workspace_id = $1 order by kind', [on.home.id]);
  await on.take();
  expect((await states()).map((row) => row.state)).toEqual(['firing', 'taken']);
  const closed = { state: 'resolved', at: minutes(5), kinds: ['urgent_case', 'promise_broken'] } as const;
  expect(
    await on.db.database.inWorkspace(on.home.id, (tx) => on.desk.settle.run(tx, on.caseId, closed)),
  ).toBe(2);
  expect((await states()).map((row) => row.state)).toEqual(['resolved', 'resolved']);
});
