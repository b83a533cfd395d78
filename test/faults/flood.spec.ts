import { setTimeout as pause } from 'node:timers/promises';
import type { IncidentListItem, IncidentView } from '@heard/insight';
import { type AttackedDesk, runDesk } from './running-desk.js';

/** T12: one complaint pasted by 300 bots is one group, its authors are counted, and it is flagged. */

const bots = 300;
const seedMs = Date.now() - 20 * 60_000;
const pasted =
  'Ужасный магазин! Книги приходят мятые и грязные, деньги не возвращают, в поддержке хамят. Никому не советую здесь покупать';
/** What bots vary a text with, and what does not make it another one. */
const marks = ['', '!', '!!!', ' 😡', ' …', ' 12345', '   ', '.\u200b'];

let desk: AttackedDesk;
beforeAll(async () => {
  desk = await runDesk();
});
afterAll(() => desk.stop());

const mention = (id: string, text: string, afterMs: number) => ({
  source: 'reviews',
  external_id: id,
  created_at: new Date(seedMs + afterMs).toISOString(),
  text,
  author: { id, name: id },
});

async function incidents(): Promise<readonly IncidentListItem[]> {
  return (await desk.shop.get('/api/v1/incidents?status=all')).json['items'] as IncidentListItem[];
}

/** The look at new cases comes in its own time, every ten seconds. */
async function until(holds: (found: readonly IncidentListItem[]) => boolean): Promise<void> {
  const limit = Date.now() + 60_000;
  while (!holds(await incidents())) {
    if (Date.now() > limit) throw new Error(`It did not come: ${JSON.stringify(await incidents())}`);
    await pause(250);
  }
}

/** Every case there is was looked at. */
async function untilLooked(): Promise<void> {
  const limit = Date.now() + 60_000;
  const unread = 'select from cases c where not exists (select from case_traits t where t.case_id = c.id)';
  while ((await desk.db.owner(unread)).length > 0) {
    if (Date.now() > limit) throw new Error('Nobody looked at the new cases.');
    await pause(250);
  }
}

test('T12: the same complaint of 300 bots is one incident of 300 people that looks coordinated, and one alert', async () => {
  const program = await desk.shop.keyHolder('mentions:write');
  const flood = Array.from({ length: bots }, (_, index) =>
    mention(`bot-${index}`, `${pasted}${marks[index % marks.length] ?? ''}`, index * 2_000),
  );
  // Among them a customer with a matter of their own, and one bot that pastes twenty times.
  const real = mention(
    'Олена',
    'Третій день чекаю на «Кобзар», слухавку ніхто не бере, поверніть гроші!',
    60_000,
  );
  const again = Array.from({ length: 20 }, (_, index) => ({
    ...mention(`again-${index}`, pasted, 300_000 + index),
    author: { id: 'bot-0', name: 'bot-0' },
  }));
  const answer = await program.post('/api/v1/mentions', [...flood, real, ...again]);
  expect(answer.json).toMatchObject({ accepted: bots + 21, rejected: [] });
  await until(([found]) => found?.authors === bots);

  const [found, ...others] = await incidents();
  expect(others).toEqual([]);
  expect(found).toMatchObject({ status: 'proposed', authors: bots, coordinated: true });
  expect(found?.shares[0]).toMatchObject({ code: 'near_duplicate', cases: found?.cases });
  const { caseLines } = (await desk.shop.get(`/api/v1/incidents/${found?.id}`))
    .json as unknown as IncidentView;
  // Nobody is dropped: each of them still has a case of their own, and somebody who answers for it.
  expect(new Set(caseLines.map(({ customer }) => customer)).size).toBe(bots);
  expect(caseLines.some(({ customer }) => customer === 'Олена')).toBe(false);
  expect(caseLines.every(({ assignee }) => assignee.name !== '')).toBe(true);
  const alerts = await desk.db.owner<{ state: string }>(
    `select state from alerts where kind = 'incident_proposed'`,
  );
  expect(alerts).toHaveLength(1);
});

test('what a coordinated flood says goes to nobody before a lead has looked at it', async () => {
  const [found] = await incidents();
  const texts = { ru: 'Здравствуйте', uk: 'Вітаємо', en: 'Hello' };
  const early = await desk.shop.post(`/api/v1/incidents/${found?.id}/decision`, { texts });
  expect(early).toMatchObject({ status: 409, json: { code: 'incident_not_confirmed' } });
  const reason = 'Накрутка: одинаковый текст, новые авторы';
  const after = await desk.shop.post(`/api/v1/incidents/${found?.id}/dismiss`, { reason });
  expect(after.json).toMatchObject({ status: 'dismissed', dismissedBecause: reason, authors: bots });
  const alerts = await desk.db.owner(
    `select from alerts where kind = 'incident_proposed' and state = 'firing'`,
  );
  expect(alerts).toEqual([]);

  // The flood goes on: nobody is asked again before it has outgrown what was looked at.
  const program = await desk.shop.keyHolder('mentions:write');
  const more = Array.from({ length: 50 }, (_, index) =>
    mention(`late-${index}`, `${pasted}${marks[index % marks.length] ?? ''}`, 700_000 + index * 1_000),
  );
  await program.post('/api/v1/mentions', more);
  await untilLooked();
  expect(await incidents()).toHaveLength(1);
});
