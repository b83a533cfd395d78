import type { Transaction } from '@heard/database';
import type { Desk } from './language/desk.js';
import { story } from './language/index.js';

story(
  'who takes an alert while its case is being worked on waits for that, and blocks nobody',
  async (desk) => {
    const olena = desk.customer('Олена Приходько');
    await olena.posts('facebook', 'Четвертий день чекаю на книжки, ніхто не бере слухавку!', '10:00');
    await desk.runUntil('10:03');
    const { id, alerts } = await desk.caseOf(olena);
    const alertId = alerts[0]?.id ?? '';
    const { heard, workspaceId } = desk.shop;
    const lead = desk.colleague('Oksana').id;

    // As an escalation does it: the case first, then its alert.
    const { taking } = await heard.database.inWorkspace(workspaceId, async (tx) => {
      await tx.rows('select id from cases where workspace_id = $1 and id = $2 for update', [workspaceId, id]);
      const started = heard.takeAlert.run(workspaceId, alertId, lead).then(() => 'taken', String);
      await untilSomebodyWaits(tx, desk);
      await tx.rows('select id from alerts where workspace_id = $1 and id = $2 for update nowait', [
        workspaceId,
        alertId,
      ]);
      return { taking: started };
    });
    expect(await taking).toBe('taken');
    expect(await desk.caseOf(olena)).toMatchObject({ assignee: { name: 'Oksana' }, alertFiring: false });
  },
);

story('of two who take an alert at once one has the case, and the other is told who', async (desk) => {
  const olena = desk.customer('Олена Приходько');
  await olena.posts('facebook', 'Четвертий день чекаю на книжки, ніхто не бере слухавку!', '10:00');
  await desk.runUntil('10:03');
  const { alerts } = await desk.caseOf(olena);
  const { heard, workspaceId } = desk.shop;
  const rivals = ['Oksana', 'Danylo'].map((name) => desk.colleague(name).id);
  const taken = await Promise.allSettled(
    rivals.map((staffId) => heard.takeAlert.run(workspaceId, alerts[0]?.id ?? '', staffId)),
  );
  const winner = rivals[taken.findIndex(({ status }) => status === 'fulfilled')];
  const name = ['Oksana', 'Danylo'].find((each) => desk.colleague(each).id === winner);
  const refused = taken.filter((each) => each.status === 'rejected').map(({ reason }) => reason as unknown);
  expect(refused).toMatchObject([
    { code: 'taken_by_other', about: { assignee: winner, assigneeName: name } },
  ]);
  expect((await desk.caseOf(olena)).assignee.id).toBe(winner);
});

/** Until another connection to this database waits for a lock of the transaction. */
async function untilSomebodyWaits(tx: Transaction, { shop }: Desk): Promise<void> {
  const [me] = await tx.rows<{ pid: number }>('select pg_backend_pid() as pid');
  for (;;) {
    const waiting = await shop.db.owner(
      `select from pg_stat_activity where datname = current_database() and $1 = any(pg_blocking_pids(pid))`,
      [me?.pid],
    );
    if (waiting.length > 0) return;
  }
}
