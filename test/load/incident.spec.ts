import { setTimeout as pause } from 'node:timers/promises';
import { firstBreak, readHistory } from '@heard/cases';
import type { Actor } from '@heard/core';
import { newId } from '@heard/database';
import { MortalHeard } from './mortal-heard.js';
import { openWorld, type World } from './world.js';

/** The one message of an incident, while the processes that deliver it are killed between two deliveries. */

const customers = 60;
const kills = 4;
const quietLimitMs = 150_000;

let world: World;
let workers: MortalHeard[] = [];
let lead: Actor;
const texts = [
  'Курьер Олег не привёз заказ, третий час жду, трубку не берёт. Верните деньги!',
  'Курʼєр Олег кинув замовлення під дощем і поїхав. Замовлення зіпсоване, жах!',
  'Your courier Oleg never delivered my order and hung up on me. Terrible service!',
];
const message = {
  ru: '{customer}, курьер Олег сегодня не развёз 60 заказов: сломалась машина. Ваш заказ уже везёт Андрей.',
  uk: '{customer}, курʼєр Олег сьогодні не розвіз 60 замовлень: зламалася машина. Ваше замовлення вже везе Андрій.',
  en: '{customer}, our courier Oleg could not deliver 60 orders: his van broke down. Your order is on its way with Andrii.',
};
const posts = new Map<string, string>();

beforeAll(async () => {
  world = await openWorld('listener,worker');
  for (let index = 0; index < customers; index += 1) {
    const name = `Читач ${index}`;
    const text = texts[index % texts.length] ?? '';
    posts.set(world.facebook.addPost({ pageId: world.pageId, author: { name }, text }), name);
  }
  workers = [new MortalHeard(world.environment), new MortalHeard(world.environment)];
  for (const worker of workers) worker.start();
  const [admin] = await world.rows<{ id: string }>('select id from staff limit 1');
  lead = { kind: 'person', staffId: admin?.id ?? '', role: 'administrator' };
}, 300_000);

afterAll(async () => {
  await Promise.all(workers.map((worker) => worker.kill()));
  await world?.close();
});

async function countOf(sql: string): Promise<number> {
  return (await world.rows<{ count: number }>(sql))[0]?.count ?? 0;
}
const toldSql = `select count(*)::int from register_events where type = 'incident.told'`;

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const limit = Date.now() + quietLimitMs;
  while (!(await holds())) {
    if (Date.now() > limit) throw new Error(`${what} did not come. ${workers[0]?.lastWords}`);
    await pause(20);
  }
}

test(`${kills} kills between two deliveries: every customer gets the message once, and the histories agree`, async () => {
  await until('the incident', async () => {
    return (await countOf(`select count(*)::int from incident_cases where state <> 'left'`)) === customers;
  });
  const [incident] = await world.rows<{ id: string }>('select id from incidents');
  const { act, book } = world.heard.incidents;
  const id = incident?.id ?? '';
  await act.run(world.workspaceId, id, { type: 'confirm' }, lead);
  const decision = {
    type: 'decide',
    decisionId: newId(),
    message: { texts: message, promises: {}, overrule: 'The same for all, and it says what happened' },
  } as const;
  await act.run(world.workspaceId, id, decision, lead);

  const seen: number[] = [];
  for (let killed = 0; killed < kills; killed += 1) {
    const before = await countOf(toldSql);
    await until('a delivery', async () => (await countOf(toldSql)) > before);
    await Promise.all(workers.map((worker) => worker.kill()));
    seen.push(await countOf(toldSql));
    for (const worker of workers) worker.start();
  }
  // It is proved only if they died in the middle of it.
  expect(seen[0]).toBeGreaterThan(0);
  expect(seen[0]).toBeLessThan(customers);

  const open = `select count(*)::int from answers where state in ('queued', 'sent')`;
  await until('the last answer', async () => {
    return (await countOf(toldSql)) >= customers && (await countOf(open)) === 0;
  });
  const [record] = await world.heard.database.inWorkspace(world.workspaceId, (tx) => book.read(tx, [id]));
  expect(record?.state.deliveries.map(({ state }) => state)).toEqual(Array(customers).fill('answered'));
  expect(await countOf(toldSql)).toBe(customers);
  for (const [postId, name] of posts) {
    const said = world.facebook.world.comments.filter((each) => each.postId === postId);
    expect({ name, said: said.length }).toEqual({ name, said: 1 });
    expect(said[0]?.text).toContain(`${name},`);
  }
  const cases = await world.rows<{ id: string }>('select id from cases');
  expect(cases).toHaveLength(customers);
  await world.heard.database.inWorkspace(world.workspaceId, async (tx) => {
    for (const each of cases) {
      const events = await readHistory(tx, each.id);
      expect(firstBreak(each.id, events)).toBeUndefined();
      expect(events.filter(({ type }) => type === 'case.answer_queued')).toHaveLength(1);
    }
  });
}, 300_000);
