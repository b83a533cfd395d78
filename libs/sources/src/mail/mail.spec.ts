import { readFile } from 'node:fs/promises';
import { createHttpClient, ProxiedHttp } from '@heard/http';
import { ConnectProxy } from '@heard/testing';
import { describeSource, RIG_TIME, type SourceRig } from '../contract.spec-suite.js';
import { ago, readRound } from '../rounds.spec-suite.js';
import type { Cursor, UnreadLetter } from '../source.js';
import { isFrom } from './mail.authentic.js';
import { madeUpCertificate } from './mail.fake-certificate.js';
import { MailFake } from './mail.fake.js';
import { MailSource } from './mail.source.js';

const fixture = (name: string): Promise<Buffer> => readFile(new URL(`fixtures/${name}.eml`, import.meta.url));

const genuine = 'Authentication-Results: mx.shop.example; dkim=pass header.d=2gis.ru';

function letter(id: string, text: string, { from = 'noreply@2gis.ru', results = genuine } = {}): string {
  return `${results}
From: ${from}
Subject: Новый отзыв
Message-ID: <${id}>
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit

Автор: Марина К.
Оценка: 2 из 5
Отзыв:
${text}

Посмотреть отзыв: https://2gis.ru/reviews/${id}
`;
}

async function open({ pageSize = 50, ca = madeUpCertificate, trusts = true, proxyUrl = '' } = {}) {
  const fake = new MailFake();
  const port = await fake.listen();
  const allowPrivateAddresses = trusts ? [`https://localhost:${port}`] : [];
  if (proxyUrl !== '') allowPrivateAddresses.push(proxyUrl);
  const client = createHttpClient({ allowPrivateAddresses });
  const http = proxyUrl === '' ? client : new ProxiedHttp(client, proxyUrl);
  const settings = {
    host: 'localhost',
    port,
    security: 'tls' as const,
    user: 'reviews',
    password: fake.password,
    folder: 'INBOX',
    authServer: 'mx.shop.example',
    backfillDays: 30,
  };
  const way = { http, clock: { now: () => RIG_TIME }, ca, totalMs: 2_500 };
  const close = async (): Promise<void> => {
    http.close();
    await fake.close();
  };
  return { fake, source: new MailSource(settings, way, pageSize), close, password: fake.password };
}

async function rigOf(): Promise<SourceRig> {
  const { fake, source, close, password } = await open({ pageSize: 2 });
  let last = 0;
  return {
    source,
    close,
    add(text, at = RIG_TIME) {
      last += 1;
      fake.deliver(letter(`${last}@2gis.ru`, text), at);
      return `${last}@2gis.ru`;
    },
    remove(id) {
      const at = fake.letters.findIndex(({ bytes }) => bytes.includes(`<${id}>`));
      fake.letters.splice(at, 1);
    },
    failNext: (count, kind) => fake.failNext(count, kind),
    expireToken: () => {
      fake.password = 'another word';
    },
    dropReadPermission: () => {
      fake.isClosed = true;
    },
    requests: () => fake.commands.length,
    secrets: [password],
  };
}

describeSource('A mailbox', rigOf);

describe('a mailbox', () => {
  const { signal } = new AbortController();
  let rig: Awaited<ReturnType<typeof open>>;
  afterEach(() => rig.close());

  it.each([
    ['2gis-ru', 'Марина К.', 2, 'Лихтар, Садовая, 12', 'https://2gis.ru/reviews/5101'],
    ['yandex-ru', 'Тимур', 1, 'Лихтар, Крещатик, 5', 'https://yandex.ru/sprav/8812/reviews'],
    ['google-uk', 'Соломія Г.', 3, 'Ліхтар на Подолі', 'https://business.google.com/reviews/77'],
    ['trustpilot-uk', 'Богдан Т.', 2, undefined, 'https://www.trustpilot.com/reviews/tp-31'],
  ])('reads a notification: %s', async (name, displayName, value, location, url) => {
    rig = await open();
    rig.fake.deliver(await fixture(name), ago(5));
    const { mentions, unread } = await rig.source.collect(undefined, signal);
    expect(unread).toEqual([]);
    expect(mentions).toMatchObject([
      { kind: 'review', author: { displayName }, rating: { value, scale: 5 }, url },
    ]);
    expect(mentions[0]?.location).toBe(location);
    expect(mentions[0]?.text.split('\n').map((line) => line.trim())).toEqual(texts[name]);
  });

  it.each<[UnreadLetter['because'], string]>([
    ['unknown_sender', letter('1@x.example', 'Жах', { from: 'olena@mail.example' })],
    ['unknown_sender', letter('2@x.example', 'Жах', { from: 'a@2gis.ru.evil.example' })],
    ['unknown_sender', letter('3@x.example', 'Жах', { from: 'noreply@2gis.ru\nFrom: other@2gis.ru' })],
    ['not_authentic', letter('4@x.example', 'Жах', { results: 'X-Nothing: 1' })],
    ['not_authentic', letter('5@x.example', 'Жах', { results: genuine.replace('pass', 'fail') })],
    [
      'not_authentic',
      letter('6@x.example', 'Жах', { results: genuine.replace('d=2gis.ru', 'd=evil.example') }),
    ],
    ['not_authentic', letter('7@x.example', 'Жах', { results: genuine.replace('mx.shop', 'mx.evil') })],
    ['not_understood', letter('8@x.example', 'Жах').replace('Новый отзыв', 'Счёт за ноябрь')],
    ['not_understood', letter('9@x.example', 'Жах').replace('Отзыв:\n', 'Что пишут:\n')],
  ])('gives to a person what is %s', async (because, text) => {
    rig = await open();
    rig.fake.deliver(text, ago(5));
    const { mentions, unread } = await rig.source.collect(undefined, signal);
    expect(mentions).toEqual([]);
    expect(unread).toMatchObject([{ because, receivedAt: ago(5) }]);
    expect(unread?.[0]?.text).toContain('Жах');
  });

  it('keeps all of what a customer wrote, whatever their lines begin with', async () => {
    const words =
      'Жах.\nОтветить никто не может.\nhttps://shop.example/order/5\n- грубят\n--не перезванивают\nЧитать стыдно.';
    rig = await open();
    rig.fake.deliver(letter('1@2gis.ru', words), ago(5));
    const { mentions } = await rig.source.collect(undefined, signal);
    expect(mentions.map(({ text }) => text)).toEqual([words]);
  });

  it('believes no letter from a mailbox that anybody may have', async () => {
    const yandex = (from: string): string =>
      letter(`${from}`, 'Жах', { from, results: genuine.replace('d=2gis.ru', 'd=yandex.ru') });
    rig = await open();
    for (const from of ['ivan.petrov@yandex.ru', 'noreply@yandex.ru', 'any@business.yandex.ru'])
      rig.fake.deliver(yandex(from), ago(5));
    const { mentions, unread } = await rig.source.collect(undefined, signal);
    expect(mentions.map(({ externalId }) => externalId)).toEqual([
      'noreply@yandex.ru',
      'any@business.yandex.ru',
    ]);
    expect(unread).toMatchObject([{ because: 'unknown_sender', from: 'ivan.petrov@yandex.ru' }]);
  });

  it('only reads: nothing in the mailbox is marked, moved or deleted', async () => {
    rig = await open();
    rig.fake.deliver(letter('1@2gis.ru', 'Погано'), ago(5));
    await readRound(rig.source);
    const names = rig.fake.commands.map((each) =>
      each
        .split(' ')
        .slice(0, each.startsWith('UID') ? 2 : 1)
        .join(' '),
    );
    expect(new Set(names)).toEqual(
      new Set(['CAPABILITY', 'LOGIN', 'LIST', 'LSUB', 'EXAMINE', 'UID SEARCH', 'UID FETCH', 'LOGOUT']),
    );
    expect(
      rig.fake.commands.filter((each) => each.includes('BODY')).every((each) => each.includes('BODY.PEEK')),
    ).toBe(true);
  });

  it('goes on after the last letter, and reads anew what has other numbers now, under the same ids', async () => {
    rig = await open({ pageSize: 2 });
    for (const id of [1, 2, 3]) rig.fake.deliver(letter(`${id}@2gis.ru`, `Скарга ${id}`), ago(5));
    const first = await readRound(rig.source);
    expect((await readRound(rig.source, first.cursor)).mentions).toEqual([]);
    rig.fake.renumber();
    rig.fake.deliver(letter('4@2gis.ru', 'Скарга 4'), ago(1));
    const again = await readRound(rig.source, JSON.parse(JSON.stringify(first.cursor)) as Cursor);
    expect(again.mentions.map(({ externalId }) => externalId)).toEqual(
      ['1', '2', '3', '4'].map((id) => `${id}@2gis.ru`),
    );
  });

  it('reaches the mailbox through the proxy of its connection', async () => {
    const proxy = new ConnectProxy();
    const proxyUrl = await proxy.listen();
    rig = await open({ proxyUrl });
    rig.fake.deliver(letter('1@2gis.ru', 'Не дозвониться'), RIG_TIME);
    expect((await rig.source.collect(undefined, signal)).mentions).toHaveLength(1);
    expect(proxy.asked).toHaveLength(1);
    proxy.status = 502;
    await expect(rig.source.collect(undefined, signal)).rejects.toMatchObject({ kind: 'unavailable' });
    await rig.close();
    await proxy.close();
  });

  it('speaks to nobody who cannot prove the name, and to no private address', async () => {
    rig = await open({ ca: '' });
    await expect(rig.source.check(signal)).rejects.toMatchObject({ kind: 'unavailable' });
    expect(rig.fake.commands).toEqual([]);
    await rig.close();
    rig = await open({ trusts: false });
    await expect(rig.source.check(signal)).rejects.toMatchObject({
      kind: 'refused',
      code: 'private_address',
    });
    expect(rig.fake.commands).toEqual([]);
  });
});

const texts: Readonly<Record<string, readonly string[]>> = {
  '2gis-ru': ['Заказ собирали три недели, а привезли не те книги.', 'Деньги за доставку не вернули.'],
  'yandex-ru': ['Кассир нахамил и отказался пробить чек. Больше не приду.'],
  'google-uk': ['Книжка прийшла з порваною обкладинкою, а обміняти відмовилися.'],
  'trustpilot-uk': ['Обіцяли доставку за два дні, чекаю десятий. Підтримка мовчить.'],
};

test.each([
  ['mx.a; dkim=pass header.d=mail.b', true],
  ['mx.a 1; spf=pass smtp.mailfrom=x@b', true],
  ['mx.a; dkim=fail header.d=b; dmarc=pass (p=NONE) header.from=b', true],
  ['mx.a; dkim=pass header.d=notb', false],
  ['mx.a; dkim=fail reason="; dkim=pass header.d=b"', false],
  ['mx.a; dkim=none (dkim=pass header.d=b; dkim=pass header.d=b)', false],
  ['mx.evil; dkim=pass header.d=b', false],
])('%s proves that a letter is from b: %p', (header, proved) => {
  expect(isFrom('b', [header], 'mx.a')).toBe(proved);
});

test('only the topmost word of our server counts: the others came with the letter', () => {
  const [said, forged] = ['mx.a; dkim=fail header.d=b', 'mx.a; dkim=pass header.d=b'];
  expect(isFrom('b', [said, forged], 'mx.a')).toBe(false);
});
