import { CausesRead, type CauseView } from '@heard/insight';
import { alertTo, onceBetween, story } from './language/index.js';
import type { Desk } from './language/desk.js';

const reads = new CausesRead();

async function causeOf({ shop }: Desk, id: string): Promise<CauseView> {
  const view = await shop.heard.database.inWorkspace(shop.workspaceId, (tx) =>
    reads.get(tx, id, shop.clock.now()),
  );
  if (!view) throw new Error('The cause is gone.');
  return view;
}

story('a root cause is removed, and whoever answers for it hears when it comes back', async (desk) => {
  const { heard, workspaceId } = desk.shop;
  const { id: staffId, role } = desk.colleague('Oksana');
  const lead = { kind: 'person', staffId, role } as const;
  const taras = desk.colleague('Taras');
  const [olena, ihor, marta] = [desk.customer('Олена'), desk.customer('Ігор'), desk.customer('Марта')];
  await olena.posts('facebook', 'Замовлення не привезли вже третій день, ніхто не бере слухавку!', '10:00');
  await desk.runUntil('10:05');
  const causeId = await heard.causes.name(
    workspaceId,
    {
      title: 'У кур’єра на Подолі немає заміни',
      failures: ['not_delivered'],
      answerable: taras.id,
      caseId: (await desk.caseOf(olena)).id,
    },
    lead,
  );
  await ihor.posts('facebook', 'Книжку не привезли, гроші зняли. Де моє замовлення?!', '10:20');
  await desk.runUntil('10:25');
  await desk.staff('Oksana').asks(ihor, { type: 'name_cause', causeId }, '10:26');
  expect(await causeOf(desk, causeId)).toMatchObject({ state: 'open', cases: 2, recurrences: 0 });

  const byTaras = { kind: 'person', staffId: taras.id, role: taras.role } as const;
  await heard.causes.run(
    workspaceId,
    causeId,
    { type: 'begin_work', plan: 'Домовитися з другим кур’єром' },
    byTaras,
  );
  await desk.runUntil('11:00');
  await heard.causes.run(
    workspaceId,
    causeId,
    { type: 'fix', what: 'Найнято другого кур’єра', evidence: 'договір №7' },
    byTaras,
  );
  await desk.runUntil('12:00');
  expect(await causeOf(desk, causeId)).toMatchObject({
    state: 'fixed',
    linked: { before: 2, after: 0, ratio: 0 },
    ofKind: { before: 2, after: 0 },
  });

  await marta.posts('facebook', 'Замовлення знову не привезли! Четвертий день чекаю, це обман.', '13:00');
  await desk.runUntil('13:05');
  await desk.staff('Oksana').asks(marta, { type: 'name_cause', causeId }, '13:10');
  await desk.runUntil('13:12');
  desk.expect(alertTo('Taras').about(marta).saying('The fix did not hold'), onceBetween('13:10', '13:12'));
  const recurred = await causeOf(desk, causeId);
  expect(recurred).toMatchObject({
    state: 'recurred',
    cases: 3,
    recurrences: 1,
    linked: { before: 2, after: 1 },
  });
  expect(recurred.caseList.map(({ customer, recurrence }) => [customer, recurrence])).toEqual([
    ['Марта', true],
    ['Ігор', false],
    ['Олена', false],
  ]);

  await heard.causes.run(workspaceId, causeId, { type: 'begin_work', plan: 'Третій кур’єр' }, byTaras);
  const { alerts } = await desk.caseOf(marta);
  expect(alerts.filter(({ kind }) => kind === 'cause_recurred')).toMatchObject([{ state: 'taken' }]);
  expect((await causeOf(desk, causeId)).state).toBe('fixing');

  // What is said of a case can be taken back: then nothing has recurred.
  const other = await heard.causes.name(
    workspaceId,
    { title: 'Склад плутає полиці', failures: ['not_delivered'], answerable: taras.id },
    lead,
  );
  await desk.staff('Oksana').asks(marta, { type: 'name_cause', causeId: other }, '13:20');
  expect(await causeOf(desk, causeId)).toMatchObject({ state: 'fixing', cases: 2, recurrences: 0 });
});
