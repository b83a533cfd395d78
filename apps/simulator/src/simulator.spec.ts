import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FakeClock } from '@heard/testing';
import { createTransport } from 'nodemailer';
import { facebookPageId, instagramAccountId, type Letter, type Simulator, startSimulator } from './index.js';

const clock = new FakeClock(new Date('2026-11-22T12:00:00Z'));
const running: Simulator[] = [];
let folder: string;
let stateFile: string;
let told: string[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'heard-simulator-'));
  stateFile = join(folder, 'deep', 'simulator.json');
  told = [];
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((each) => each.close()));
  await rm(folder, { recursive: true });
});

async function start(): Promise<Simulator> {
  const simulator = await startSimulator({ clock, stateFile, log: (message) => told.push(message) });
  running.push(simulator);
  return simulator;
}

async function stop(simulator: Simulator): Promise<void> {
  running.splice(running.indexOf(simulator), 1);
  await simulator.close();
}

async function send({ mailbox }: Simulator, letter: { subject: string; text: string }): Promise<void> {
  const transport = createTransport(mailbox.smtpUrl);
  await transport.sendMail({ from: 'Heard <heard@heard.local>', to: 'lead@demo.heard.example', ...letter });
  transport.close();
}

const shelf = 'Де мої книжки? Третій тиждень чекаю…';

test('a restart keeps posts, letters, the script and the addresses', async () => {
  const first = await start();
  const postId = first.facebook.addPost({ pageId: facebookPageId, author: { name: 'Оля' }, text: shelf });
  first.facebook.addComment({ postId, text: 'Шукаємо.' });
  await send(first, { subject: 'Термінова скарга', text: 'Хто: Оля' });
  first.script = { played: 3 };
  const { baseUrls, mailbox } = first;
  const smtpUrl = mailbox.smtpUrl;
  await stop(first);

  const second = await start();
  expect(second.facebook.post(postId).text).toBe(shelf);
  expect(second.facebook.thread(postId).map(({ text }) => text)).toEqual(['Шукаємо.']);
  expect(second.mailbox.letters()).toMatchObject([{ subject: 'Термінова скарга', receivedAt: clock.now() }]);
  expect(second.script).toEqual({ played: 3 });
  expect({ ...second.baseUrls, smtpUrl: second.mailbox.smtpUrl }).toEqual({ ...baseUrls, smtpUrl });
  expect(told).toEqual([]);
});

test('what was saved survives a process that is never closed', async () => {
  const killed = await start();
  const postId = killed.facebook.addPost({ pageId: facebookPageId, author: { name: 'Оля' }, text: shelf });
  await killed.save();
  killed.facebook.addPost({ pageId: facebookPageId, author: { name: 'Оля' }, text: 'після збереження' });

  const next = await start();
  expect(next.facebook.world.posts.map(({ id }) => id)).toEqual([postId]);
  expect(new URL(next.baseUrls.facebook).port).not.toBe(new URL(killed.baseUrls.facebook).port);
});

test.each([
  ['half a document', '{"version":1,"ports":{},"wor'],
  ['a world of another shape', '{"version":1,"ports":{},"letters":[],"worlds":{"facebook":{"posts":7}}}'],
  ['another version', '{"version":99,"ports":{},"letters":[],"worlds":{}}'],
])('%s is set aside, said, and the world starts anew', async (_name, damaged) => {
  const first = await start();
  const before = first.facebook.addPost({ pageId: facebookPageId, author: { name: 'Оля' }, text: shelf });
  await stop(first);
  await writeFile(stateFile, damaged);

  clock.advanceTo(new Date(clock.now().getTime() + 60_000));
  const second = await start();
  expect(told).toHaveLength(1);
  expect(second.facebook.world.posts).toEqual([]);
  expect(second.facebook.world.pages.map(({ id }) => id)).toEqual([facebookPageId]);
  expect(await readFile(`${stateFile}.damaged`, 'utf8')).toBe(damaged);
  const after = second.facebook.addPost({ pageId: facebookPageId, author: { name: 'Оля' }, text: shelf });
  expect(after).not.toBe(before);
});

test('nothing new is not written again', async () => {
  const simulator = await start();
  await simulator.save();
  const { ino } = await stat(stateFile);
  await simulator.save();
  expect((await stat(stateFile)).ino).toBe(ino);
  simulator.script = 'changed';
  await simulator.save();
  expect((await stat(stateFile)).ino).not.toBe(ino);
});

test('to forget leaves no file, no post, no letter, and the bookshop in its place', async () => {
  const simulator = await start();
  simulator.facebook.addPost({ pageId: facebookPageId, author: { name: 'Оля' }, text: shelf });
  await send(simulator, { subject: 'x', text: 'y' });
  simulator.script = { played: 1 };
  await simulator.save();
  await simulator.forget();
  expect(simulator.facebook.world.posts).toEqual([]);
  expect(simulator.mailbox.letters()).toEqual([]);
  expect(simulator.script).toBeUndefined();
  await send(simulator, { subject: 'after', text: 'of a case that is real' });
  await simulator.save();
  expect(await readdir(join(folder, 'deep'))).toEqual([]);
  expect(simulator.places.map(({ platform }) => platform)).toEqual(['facebook', 'instagram', 'google']);
});

test('a real letter arrives with its Cyrillic subject and text intact', async () => {
  const simulator = await start();
  const heard: Letter[] = [];
  const end = simulator.mailbox.onLetter((letter) => heard.push(letter));
  const text =
    'Їжа не приїхала, ґанок порожній — «чекайте», кажуть. Ёлки! 🚲\n\nhttp://127.0.0.1:3000/cases/1\n';
  await send(simulator, { subject: 'Критично: «доставлено», а їжі немає 🚲', text });
  end();
  await send(simulator, { subject: 'друга', text: 'після' });

  expect(heard).toEqual(simulator.mailbox.letters().slice(0, 1));
  expect(heard).toMatchObject([
    {
      from: 'heard@heard.local',
      to: ['lead@demo.heard.example'],
      subject: 'Критично: «доставлено», а їжі немає 🚲',
      text,
      receivedAt: clock.now(),
    },
  ]);
  expect(simulator.mailbox.letters()).toHaveLength(2);
});

test('a letter of more than 1 MB is refused, and the next one is taken', async () => {
  const simulator = await start();
  await expect(send(simulator, { subject: 'big', text: 'x\n'.repeat(600_000) })).rejects.toMatchObject({
    responseCode: 552,
  });
  await send(simulator, { subject: 'small', text: 'x' });
  expect(simulator.mailbox.letters().map(({ subject }) => subject)).toEqual(['small']);
});

test('the mailbox keeps the newest 500 letters', async () => {
  const simulator = await start();
  const transport = createTransport({ url: simulator.mailbox.smtpUrl, pool: true, maxConnections: 1 });
  for (let number = 1; number <= 503; number += 1) {
    await transport.sendMail({ from: 'a@b.example', to: 'c@d.example', subject: `n${number}`, text: 'x' });
  }
  transport.close();
  const subjects = simulator.mailbox.letters().map(({ subject }) => subject);
  expect([subjects.length, subjects[0], subjects.at(-1)]).toEqual([500, 'n4', 'n503']);
});

test('a port of the last time that is taken meanwhile is given up, and one that must be is not', async () => {
  const first = await start();
  await stop(first);
  const port = Number(new URL(first.baseUrls.facebook).port);
  const other = createServer();
  await new Promise<void>((ready) => other.listen(port, '127.0.0.1', ready));
  try {
    const second = await start();
    expect(second.baseUrls.facebook).not.toBe(first.baseUrls.facebook);
    await expect(startSimulator({ clock, ports: { facebook: port } })).rejects.toThrow('EADDRINUSE');
  } finally {
    await new Promise((done) => other.close(done));
  }
});

test('each platform shows itself to people', async () => {
  const simulator = await start();
  simulator.facebook.addPost({ pageId: facebookPageId, author: { name: 'Оля <3' }, text: shelf });
  simulator.google.addReview({ author: 'Іра', stars: 1, text: shelf });
  simulator.instagram.addMedia({ accountId: instagramAccountId, text: shelf });
  for (const url of Object.values(simulator.baseUrls)) {
    const page = await (await fetch(url)).text();
    expect(page).toContain(shelf);
    expect(page).not.toContain('Оля <3');
  }
});
