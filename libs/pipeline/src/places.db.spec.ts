import type { CollectedMention, DutyCalendar } from '@heard/core';
import { newId } from '@heard/database';
import { DutyRota, type NewPerson } from '@heard/staff';
import { FakeClock, type TestDatabase } from '@heard/testing';
import type { Heard } from './index.js';
import { openShop, type Shop } from './shop.spec-suite.js';

const now = new Date('2031-03-03T10:00:00Z');
const [bookshop, cafe] = [newId(), newId()];
const [podil, lvivska, cafePodil] = [newId(), newId(), newId()];
let shop: Shop;
let db: TestDatabase;
let heard: Heard;
let workspaceId: string;

beforeAll(async () => {
  shop = await openShop(new FakeClock(now));
  ({ db, heard, workspaceId } = shop);
  await db.owner(
    `insert into brands (workspace_id, id, name) values ($1, $2, 'Книгарня'), ($1, $3, 'Кав’ярня')`,
    [workspaceId, bookshop, cafe],
  );
  await place(podil, bookshop, ['Поділ', 'магазин на подолі']);
  await place(lvivska, bookshop, ['Львівська площа']);
  await place(cafePodil, cafe, ['Поділ']);
});
afterAll(() => shop.close());

async function place(id: string, brandId: string, names: readonly string[]): Promise<void> {
  await db.owner(
    `insert into locations (workspace_id, id, brand_id, name, kind, known_as) values ($1, $2, $3, $4, 'shop', $5)`,
    [workspaceId, id, brandId, names[0], names.map((name) => name.toLowerCase())],
  );
}

const always: DutyCalendar = {
  week: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: 0, to: 1440 })),
  exceptions: [],
};

async function hire(name: string, answersFor: Partial<NewPerson>): Promise<string> {
  return heard.database.inWorkspace(workspaceId, async (tx) => {
    const email = `${newId()}@shop.example`;
    const id = await heard.people.add(tx, { name, email, role: 'manager', languages: ['uk'], ...answersFor });
    await new DutyRota().replace(tx, id, always);
    return id;
  });
}

let next = 0;
const complaint = 'Замовлення не привезли вже третій день, на дзвінки ніхто не відповідає! Поверніть гроші.';
function mention(rest: Partial<CollectedMention> = {}): CollectedMention {
  const externalId = `p${++next}`;
  return {
    kind: 'review',
    externalId,
    author: { externalId: `pa${next}`, displayName: 'Олена П.', isBrand: false },
    text: complaint,
    postedAt: new Date('2031-03-03T09:00:00Z'),
    platformState: 'visible',
    raw: { id: externalId, location: rest.location },
    ...rest,
  };
}

async function source(about: { brandId?: string; locationId?: string }): Promise<string> {
  const name = newId();
  await heard.database.inWorkspace(workspaceId, (tx) =>
    heard.connect.connect(tx, { platform: 'push', name, settings: {}, ...about }),
  );
  return name;
}

async function taken(sourceName: string, mentions: readonly CollectedMention[]) {
  await heard.takePushed.run(workspaceId, sourceName, mentions);
  return db.owner<{ mentioned: string | null; location: string | null; brand: string | null; who: string }>(
    `select m.location_id as mentioned, c.location_id as location, c.brand_id as brand, c.assignee_id as who
     from mentions m join cases c on c.id = m.case_id where m.external_id = any($1) order by m.external_id`,
    [mentions.map((each) => each.externalId)],
  );
}

test('a location is found by name or alias whatever the case, and a name nobody knows does no harm', async () => {
  const names = ['ПОДІЛ', ' магазин  на Подолі ', 'Марс', 'а\u0000б', 'x'.repeat(5_000)];
  const rows = await taken(
    await source({ brandId: bookshop }),
    names.map((location) => mention({ location })),
  );
  expect(rows.map((row) => row.location)).toEqual([podil, podil, null, null, null]);
  expect(rows.map((row) => row.mentioned)).toEqual([podil, podil, null, null, null]);
});

test('the own location of a mention goes before that of its source', async () => {
  const rows = await taken(await source({ brandId: bookshop, locationId: podil }), [
    mention(),
    mention({ location: 'Львівська площа' }),
    mention({ location: 'Марс' }),
  ]);
  expect(rows.map((row) => row.location)).toEqual([podil, lvivska, podil]);
});

test('of two branches of one name it is the one of the source; where nothing tells, it is neither', async () => {
  const [cafes] = await taken(await source({ brandId: cafe }), [mention({ location: 'Поділ' })]);
  expect(cafes).toMatchObject({ location: cafePodil, brand: cafe });
  const [unsure] = await taken(await source({}), [mention({ location: 'Поділ' })]);
  expect(unsure).toMatchObject({ location: null, brand: null });
  const [sure] = await taken(await source({}), [mention({ location: 'Львівська площа' })]);
  expect(sure).toMatchObject({ location: lvivska, brand: bookshop });
});

test('a case keeps the location of the first mention that has one', async () => {
  const author = { externalId: 'pa-three-times', isBrand: false };
  const from = await source({ brandId: bookshop });
  const said = [undefined, 'Поділ', 'Львівська площа'].map((location) => mention({ author, location }));
  for (const each of said) await heard.takePushed.run(workspaceId, from, [each]);
  const rows = await taken(from, said);
  expect(rows.map((row) => row.mentioned)).toEqual([null, podil, lvivska]);
  expect(new Set(rows.map((row) => row.location))).toEqual(new Set([podil]));
});

test('the branch has its own manager, and one batch does not all go to one person', async () => {
  const [own, other, third] = [
    await hire('Ганна', { locationIds: [podil] }),
    await hire('Іван', {}),
    await hire('Юрій', {}),
  ];
  const from = await source({ brandId: bookshop });
  const here = await taken(from, [mention({ location: 'Поділ' }), mention({ location: 'Поділ' })]);
  expect(here.map((row) => row.who)).toEqual([own, own]);
  const elsewhere = await taken(
    from,
    Array.from({ length: 10 }, () => mention({ location: 'Львівська площа' })),
  );
  const counts = [own, other, third].map((id) => elsewhere.filter((row) => row.who === id).length);
  expect(counts).toEqual([0, 5, 5]);
});

test('what a source is about can be changed and taken away, and a new brand does not keep the old branch', async () => {
  const about = async (id: string) =>
    (
      await db.owner<{ brand: string | null; location: string | null }>(
        'select brand_id as brand, location_id as location from sources where id = $1',
        [id],
      )
    )[0];
  const change = (id: string, asked: { brandId?: string; locationId?: string }) =>
    heard.database.inWorkspace(workspaceId, (tx) => heard.connect.change(tx, id, asked));
  const id = await heard.database.inWorkspace(workspaceId, (tx) =>
    heard.connect.connect(tx, { platform: 'push', name: newId(), settings: {}, locationId: podil }),
  );
  expect(await about(id)).toEqual({ brand: bookshop, location: podil });
  await change(id, { brandId: cafe });
  expect(await about(id)).toEqual({ brand: cafe, location: null });
  await expect(change(id, { locationId: podil })).rejects.toMatchObject({ code: 'location_of_other_brand' });
  await change(id, { locationId: cafePodil });
  await heard.database.inWorkspace(workspaceId, (tx) => heard.connect.change(tx, id, { name: 'Інша назва' }));
  expect(await about(id)).toEqual({ brand: cafe, location: cafePodil });
  await change(id, { brandId: 'none', locationId: 'none' });
  expect(await about(id)).toEqual({ brand: null, location: null });
  await expect(change(id, { brandId: newId() })).rejects.toMatchObject({ kind: 'missing' });
});

test('the history of a case tells what it is about and what spoke for its assignee', async () => {
  const from = await source({ brandId: bookshop });
  const own = await hire('Дарина', {
    brandIds: [bookshop],
    locationIds: [lvivska],
    skills: ['refund_refused'],
  });
  const given = mention({ location: 'Львівська площа' });
  const [row] = await taken(from, [given]);
  expect(row?.who).toBe(own);
  const [event] = await db.owner<{ facts: Record<string, unknown> }>(
    `select e.facts from case_events e join mentions m on m.case_id = e.case_id
     where m.external_id = $1 and e.type = 'case.opened'`,
    [given.externalId],
  );
  expect(event?.facts).toMatchObject({
    brandId: bookshop,
    locationId: lvivska,
    because: 'on_duty',
    matched: ['brand', 'location', 'language', 'skill'],
  });
});
