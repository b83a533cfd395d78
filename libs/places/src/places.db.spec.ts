import { newId, type Transaction } from '@heard/database';
import { type TestDatabase, testDatabase } from '@heard/testing';
import { findPlaces, placeAsked, Places, refuseUnknownPlaces } from './index.js';

const workspaceId = newId();
const rivalId = newId();
const places = new Places();
const real = { demo: false };
let db: TestDatabase;

beforeAll(async () => {
  db = await testDatabase([]);
  await db.owner(
    `insert into workspaces (workspace_id, name, time_zone, currency, escalation_policy, created_at)
     values ($1, 'Книгарня', 'Europe/Kyiv', 'UAH', '{}', now()), ($2, 'Чужі', 'Europe/Kyiv', 'UAH', '{}', now())`,
    [workspaceId, rivalId],
  );
});
afterAll(() => db.close());

const inShop = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> =>
  db.database.inWorkspace(workspaceId, work);
const find = (name: string, source: { brandId?: string; locationId?: string } = {}) =>
  inShop(async (tx) => (await findPlaces(tx, { ...source, demo: false }, [name]))(name));

test('a brand is added, renamed, retired and brought back, and two in use never have one name', async () => {
  const { id } = await inShop((tx) => places.addBrand(tx, 'Ліхтар'));
  await expect(inShop((tx) => places.addBrand(tx, ' ЛІХТАР'))).rejects.toMatchObject({ code: 'name_taken' });
  const retired = await inShop((tx) => places.changeBrand(tx, id, { name: 'Світло', retired: true }));
  expect(retired).toEqual({ id, name: 'Світло', retired: true, demo: false });
  const again = await inShop((tx) => places.addBrand(tx, 'світло'));
  await expect(inShop((tx) => places.changeBrand(tx, id, { retired: false }))).rejects.toMatchObject({
    code: 'name_taken',
  });
  await inShop((tx) => places.changeBrand(tx, again.id, { name: 'Сяйво' }));
  await inShop((tx) => places.changeBrand(tx, id, { retired: false }));
  const all = await inShop((tx) => places.brands(tx));
  expect(all.map(({ name, retired: gone }) => [name, gone])).toEqual([
    ['Світло', false],
    ['Сяйво', false],
  ]);
});

test('a location is found by its name and its other names, written in any way', async () => {
  const { id } = await inShop((tx) =>
    places.addLocation(tx, {
      name: 'Поділ',
      kind: 'shop',
      aliases: ['Podil', 'Сагайдачного, 12', 'podil', ' поділ '],
    }),
  );
  const all = await inShop((tx) => places.locations(tx));
  expect(all.find((each) => each.id === id)?.aliases).toEqual(['Podil', 'Сагайдачного, 12']);
  for (const name of ['ПОДІЛ', 'podil', 'сагайдачного,  12 ', 'Ｐｏｄｉｌ']) {
    expect([name, (await find(name)).locationId]).toEqual([name, id]);
  }
  for (const name of ['Поділля', '', '   ', 'x'.repeat(10_000)]) {
    expect([name, (await find(name)).locationId]).toEqual([name, undefined]);
  }
});

test('new names replace the old ones, and a retired location is found by none', async () => {
  const { id } = await inShop((tx) =>
    places.addLocation(tx, { name: 'Склад на Теремках', kind: 'depot', aliases: ['D-7'] }),
  );
  await inShop((tx) => places.changeLocation(tx, id, { name: 'Склад', aliases: ['D-8'] }));
  expect((await find('D-7')).locationId).toBeUndefined();
  expect((await find('d-8')).locationId).toBe(id);
  await inShop((tx) => places.changeLocation(tx, id, { retired: true }));
  expect((await find('D-8')).locationId).toBeUndefined();
  await inShop((tx) => places.changeLocation(tx, id, { retired: false }));
  expect((await find('D-8')).locationId).toBe(id);
});

test('within a brand a name is one place, under another brand it may be another', async () => {
  const [one, two] = [
    await inShop((tx) => places.addBrand(tx, 'Аптека')),
    await inShop((tx) => places.addBrand(tx, 'Пекарня')),
  ];
  const first = await inShop((tx) =>
    places.addLocation(tx, { name: 'Центр', kind: 'branch', brandId: one.id }),
  );
  const taken = inShop((tx) =>
    places.addLocation(tx, { name: 'Площа', aliases: ['центр'], kind: 'branch', brandId: one.id }),
  );
  await expect(taken).rejects.toMatchObject({ kind: 'conflict', code: 'name_taken' });
  const second = await inShop((tx) =>
    places.addLocation(tx, { name: 'Центр', kind: 'branch', brandId: two.id }),
  );
  expect(await find('центр', { brandId: one.id })).toEqual({ brandId: one.id, locationId: first.id });
  expect(await find('центр', { brandId: two.id })).toEqual({ brandId: two.id, locationId: second.id });
  expect(await find('центр')).toEqual({ brandId: undefined, locationId: undefined });
});

test('a location brings its brand along, and does not go with another', async () => {
  const [one, two] = [
    await inShop((tx) => places.addBrand(tx, 'Перший')),
    await inShop((tx) => places.addBrand(tx, 'Другий')),
  ];
  const { id: locationId } = await inShop((tx) =>
    places.addLocation(tx, { name: 'Окрема', kind: 'other', brandId: one.id }),
  );
  expect(await inShop((tx) => placeAsked(tx, { locationId }, real))).toEqual({ brandId: one.id, locationId });
  await expect(inShop((tx) => placeAsked(tx, { locationId, brandId: two.id }, real))).rejects.toMatchObject({
    kind: 'refused',
    code: 'location_of_other_brand',
  });
});

test('what belongs to another workspace is nothing here', async () => {
  const [brand, location] = await db.database.inWorkspace(rivalId, async (tx) => [
    await places.addBrand(tx, 'Чужий'),
    await places.addLocation(tx, { name: 'Чужа філія', kind: 'branch' }),
  ]);
  const asked: readonly ((tx: Transaction) => Promise<unknown>)[] = [
    (tx) => refuseUnknownPlaces(tx, { brandIds: [brand?.id ?? ''] }),
    (tx) => refuseUnknownPlaces(tx, { locationIds: [location?.id ?? ''] }),
    (tx) => places.changeBrand(tx, brand?.id ?? '', { name: 'Наш' }),
    (tx) => places.changeLocation(tx, location?.id ?? '', { name: 'Наша' }),
    (tx) => placeAsked(tx, { locationId: location?.id ?? '' }, real),
    (tx) => places.addLocation(tx, { name: 'Нова', kind: 'shop', brandId: brand?.id ?? '' }),
  ];
  for (const each of asked) await expect(inShop(each)).rejects.toMatchObject({ kind: 'missing' });
  expect((await find('Чужа філія')).locationId).toBeUndefined();
});

test('what is real is not about places of the demo, nor the other way round', async () => {
  const [demo, own] = [newId(), newId()];
  await db.owner(
    `insert into brands (workspace_id, id, name, demo) values ($1, $2, 'Вигадана', true), ($1, $3, 'Справжня', false)`,
    [workspaceId, demo, own],
  );
  const branch = await inShop((tx) =>
    places.addLocation(tx, { name: 'Вигадана філія', kind: 'shop', brandId: demo }),
  );
  expect(branch.demo).toBe(true);
  for (const asked of [{ brandId: demo }, { locationId: branch.id }]) {
    await expect(inShop((tx) => placeAsked(tx, asked, real))).rejects.toMatchObject({
      code: 'place_of_demo',
    });
  }
  const made = inShop((tx) => placeAsked(tx, { brandId: own }, { demo: true }));
  await expect(made).rejects.toMatchObject({ code: 'place_of_demo' });
  expect((await find('Вигадана філія')).locationId).toBeUndefined();
});

test('the demo is removed with its places', async () => {
  const brand = newId();
  await db.owner(`insert into brands (workspace_id, id, name, demo) values ($1, $2, 'Лавка', true)`, [
    workspaceId,
    brand,
  ]);
  const { id } = await inShop((tx) =>
    places.addLocation(tx, { name: 'Лавка на Подолі', kind: 'shop', brandId: brand }),
  );
  await db.owner(
    `insert into sources (workspace_id, id, platform, name, brand_id, location_id, state_since, demo, created_at)
     values ($1, $2, 'push', 'Лавка', $3, $4, now(), true, now())`,
    [workspaceId, newId(), brand, id],
  );
  await inShop((tx) => tx.rows('select * from heard_span.remove_demo()'));
  const left = await inShop(async (tx) => [...(await places.brands(tx)), ...(await places.locations(tx))]);
  expect(left.filter((each) => each.demo)).toEqual([]);
  expect(left.length).toBeGreaterThan(0);
});
