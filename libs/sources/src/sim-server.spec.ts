import { FacebookFake } from './facebook/facebook.fake.js';
import { GoogleFake } from './google/google.fake.js';
import { InstagramFake } from './instagram/instagram.fake.js';

const CLOCK = { now: () => new Date('2026-11-22T10:00:00Z') };
const KEY = 'sim-control-key';

describe('the control plane of the made-up platforms', () => {
  const closers: (() => Promise<void>)[] = [];

  afterEach(async () => {
    for (const close of closers.splice(0)) await close();
  });

  async function command(baseUrl: string, name: string, args: unknown, key = KEY): Promise<unknown> {
    const headers = { 'x-sim-control': key, 'content-type': 'application/json' };
    const answer = await fetch(`${baseUrl}/__sim/${name}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(args),
    });
    return answer.ok ? ((await answer.json()) as { result: unknown }).result : answer.status;
  }

  it('posts on the made-up Facebook with the key, and not with another', async () => {
    const fake = new FacebookFake({ clock: CLOCK, controlKey: KEY });
    closers.push(() => fake.close());
    const page = fake.addPage('Книгарня «Ліхтар»');
    const { baseUrl } = await fake.listen();
    const post = {
      pageId: page.id,
      author: { name: 'Олена' },
      text: 'Де книга?',
      at: '2026-11-22T09:00:00Z',
    };
    const id = await command(baseUrl, 'post', post);
    expect(fake.post(String(id))).toMatchObject({ text: 'Де книга?', at: '2026-11-22T09:00:00.000Z' });
    expect(await command(baseUrl, 'post', post, 'guess')).toBe(404);
    expect(await command(baseUrl, 'constructor', {})).toBe(404);
  });

  it('comments on the made-up Instagram and reviews on the made-up Google', async () => {
    const instagram = new InstagramFake({ clock: CLOCK, controlKey: KEY });
    const google = new GoogleFake({ clock: CLOCK, controlKey: KEY });
    closers.push(
      () => instagram.close(),
      () => google.close(),
    );
    const mediaId = instagram.addMedia({
      accountId: instagram.addAccount('lihtar.books').id,
      text: 'Вітрина',
    });
    const [first, second] = [await instagram.listen(), await google.listen()];
    await command(first.baseUrl, 'comment', { mediaId, username: 'reader_kyiv', text: 'Чекаю' });
    const review = await command(second.baseUrl, 'review', { author: 'Ірина', stars: 1, text: 'Не їде' });
    expect(instagram.thread(mediaId)).toMatchObject([{ text: 'Чекаю' }]);
    expect(google.review(String(review)).stars).toBe(1);
  });
});

describe('what goes wrong by chance', () => {
  async function told(numbers: readonly number[]): Promise<{ status: number; wait: string | null }[]> {
    const fake = new GoogleFake({ clock: CLOCK });
    const { baseUrl } = await fake.listen();
    let drawn = 0;
    const random = (): number => numbers[drawn++] ?? 1;
    fake.server.failByChance({ random, shares: { '500': 0.05, 'wait-short': 0.01 } });
    const answers = [];
    for (const _ of numbers) {
      const answer = await fetch(`${baseUrl}/v4/anything`);
      answers.push({ status: answer.status, wait: answer.headers.get('retry-after') });
    }
    fake.server.failByChance(undefined);
    expect((await fetch(`${baseUrl}/v4/anything`)).status).toBe(401);
    expect(fake.server.arrived.map(({ call }) => call)).toEqual(
      Array.from({ length: numbers.length + 1 }, () => 'GET /v4/anything'),
    );
    await fake.close();
    return answers;
  }

  it('is decided by the numbers it is given, fault by fault, and ends when it is told to', async () => {
    expect(await told([0.049, 0.05, 0.0599, 0.0601, 0.9])).toEqual([
      { status: 503, wait: null },
      { status: 429, wait: '1' },
      { status: 429, wait: '1' },
      { status: 401, wait: null },
      { status: 401, wait: null },
    ]);
  });
});
