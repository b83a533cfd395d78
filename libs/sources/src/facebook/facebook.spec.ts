import { createHttpClient } from '@heard/http';
import { describeSource, RIG_TIME, type SourceRig } from '../contract.spec-suite.js';
import { FacebookFake } from './facebook.fake.js';
import { validateFacebook } from './facebook.settings.js';
import { FacebookSource } from './facebook.source.js';

async function open(pageSize = 2) {
  const clock = { now: () => RIG_TIME };
  const fake = new FacebookFake({ clock, pageSize });
  const page = fake.addPage('Книгарня «Ліхтар»', '500600');
  const { baseUrl } = await fake.listen();
  const http = createHttpClient({ allowPrivateAddresses: [baseUrl], totalTimeoutMs: 500 });
  const checked = validateFacebook(fake.settingsOf(page.id));
  if (!checked.ok) throw new Error('settings refused');
  const source = new FacebookSource(checked.settings, { http, baseUrl, clock });
  const close = async (): Promise<void> => {
    http.close();
    await fake.close();
  };
  return { fake, page, source, close };
}

async function postsRig(): Promise<SourceRig> {
  const { fake, page, source, close } = await open();
  return {
    source,
    add: (text, at) => fake.addPost({ pageId: page.id, author: { name: 'Олена Приходько' }, text, at }),
    remove: (id) => fake.remove(id),
    failNext: (count, kind) => fake.failNext(count, kind),
    emptyPages: (count) => fake.emptyPages(count),
    linkElsewhere: (origin) => fake.linkElsewhere(origin),
    expireToken: () => fake.expireToken(page.id),
    dropReadPermission: () => fake.dropPermission(page.id, 'pages_read_engagement'),
    requests: () => fake.server.counters.requests,
    secrets: [page.token, fake.world.appSecret],
    close,
  };
}

async function commentsRig(): Promise<SourceRig> {
  const rig = await open();
  const { fake, page, source, close } = rig;
  const postId = fake.addPost({
    pageId: page.id,
    text: 'Новинки тижня',
    at: new Date(RIG_TIME.getTime() - 3_600_000),
  });
  return {
    ...(await Promise.resolve({ source, close })),
    add: (text, at) =>
      fake.addComment({ postId, author: { name: 'Ігор Савчук' }, text, at }).split('_')[1] ?? '',
    remove: (id) => fake.remove(id),
    failNext: (count, kind) => fake.failNext(count, kind),
    emptyPages: (count) => fake.emptyPages(count),
    expireToken: () => fake.expireToken(page.id),
    dropReadPermission: () => fake.dropPermission(page.id, 'pages_read_engagement'),
    requests: () => fake.server.counters.requests,
    secrets: [page.token, fake.world.appSecret],
  };
}

describeSource('Facebook, by its posts,', postsRig);
describeSource('Facebook, by its comments,', commentsRig);
