import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHttpClient, type HttpClient } from '@heard/http';
import { RIG_TIME } from '../contract.spec-suite.js';
import { readRound } from '../rounds.spec-suite.js';
import { madeUpCertificate } from './mail.fake-certificate.js';
import { MailFake } from './mail.fake.js';
import { MailSource } from './mail.source.js';

/** T13: what is attached to a letter, or shown in it from elsewhere, is neither fetched, nor kept, nor handed on. */

const review = 'Третий день жду книги, трубку никто не берёт.';
const canary = 'canary-of-the-attachment';
const many = (text: string, bytes: number): string => text.repeat(Math.ceil(bytes / text.length));
const base64 = (bytes: string | Buffer): string =>
  Buffer.from(bytes).toString('base64').replaceAll(/.{76}/gu, '$&\n');

/** A PNG that says it is 50,000 by 50,000. */
const hugePicture = Buffer.concat([
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
  Buffer.from('0000c3500000c350080600000000000000', 'hex'),
  Buffer.from(canary),
]);
const svg = `<svg xmlns="http://www.w3.org/2000/svg" onload="alert('${canary}')"><script>alert(1)</script></svg>`;
const script = `<script>alert("${canary}")</script>`;
/** The beginning of an archive whose file goes outside. */
const zip = Buffer.concat([
  Buffer.from('504b0304140000000000000000000000000000000000000000001b000000', 'hex'),
  Buffer.from(`../../../../tmp/${canary}.sh`),
]);

/** The name, the type and the bytes of a file that somebody attaches. */
const files: readonly (readonly [what: string, name: string, type: string, bytes: string | Buffer])[] = [
  ['a picture that is a script', 'photo.svg', 'image/svg+xml', svg],
  ['a page that says it is a picture', 'photo.png', 'image/png', `<!doctype html>${script}`],
  ['a picture and a program at once', 'photo.gif', 'image/gif', `GIF89a/*${canary}*/=1;alert(1)`],
  ['a picture of 50,000 by 50,000', 'big.png', 'image/png', hugePicture],
  ['an archive that leads outside', 'photos.zip', 'application/zip', zip],
  ['a name that leads outside', `../../../../tmp/${canary}.html`, 'text/html', script],
  ['a name without end', many(canary, 20_000), 'application/pdf', canary],
  ['a name that turns around', `photo\u202Egnp.${canary}.exe`, 'application/x-msdownload', canary],
  ['a name with a line break', `a\r\nBcc: ${canary}@shop.example`, 'image/png', canary],
  ['two megabytes', 'video.mp4', 'video/mp4', many(canary, 2 * 1024 * 1024)],
];

let fake: MailFake;
let http: HttpClient;
let source: MailSource;
let trap: Server;
let trapUrl: string;
let trapped: number;

beforeEach(async () => {
  fake = new MailFake();
  const port = await fake.listen();
  trapped = 0;
  trap = createServer((_request, response) => {
    trapped += 1;
    response.end(canary);
  });
  await new Promise<void>((ready) => trap.listen(0, '127.0.0.1', ready));
  trapUrl = `http://127.0.0.1:${(trap.address() as AddressInfo).port}`;
  // Whatever would be called could be called.
  http = createHttpClient({ allowPrivateAddresses: [`https://localhost:${port}`, trapUrl] });
  const settings = {
    ...{ host: 'localhost', port, security: 'tls' as const, user: 'reviews', password: fake.password },
    ...{ folder: 'INBOX', authServer: 'mx.shop.example', backfillDays: 30 },
  };
  const way = { http, clock: { now: () => RIG_TIME }, ca: madeUpCertificate };
  source = new MailSource(settings, way);
});
afterEach(async () => {
  http.close();
  trap.closeAllConnections();
  await new Promise((done) => trap.close(done));
  await fake.close();
});

function letter(name: string, type: string, bytes: string | Buffer, from: string): string {
  return `Authentication-Results: mx.shop.example; dkim=pass header.d=2gis.ru
From: ${from}
Subject: Новый отзыв
Message-ID: <with-a-file@2gis.ru>
Content-Type: multipart/mixed; boundary="part"

--part
Content-Type: text/html; charset=utf-8

<p>Автор: Марина К.<br>Оценка: 2 из 5<br>Отзыв:<br>${review}</p>
<img src="${trapUrl}/pixel.gif"><img src="cid:photo"><link rel="stylesheet" href="${trapUrl}/a.css">
<p>Посмотреть отзыв: https://2gis.ru/reviews/1</p>
--part
Content-Type: ${type}
Content-Disposition: inline; filename*=utf-8''${encodeURIComponent(name)}
Content-ID: <photo>
Content-Transfer-Encoding: base64

${base64(bytes)}
--part--
`;
}

describe.each(files)('of a letter with %s', (_what, name, type, bytes) => {
  it('a notification is read, and nothing but its words', async () => {
    fake.deliver(letter(name, type, bytes, 'noreply@2gis.ru'), RIG_TIME);
    const { mentions } = await readRound(source);
    expect(mentions.map(({ text }) => text)).toEqual([review]);
    expect(JSON.stringify(mentions)).not.toContain(canary);
    expect(trapped).toBe(0);
  });

  it('the words alone wait for a person, where it is from somebody else', async () => {
    fake.deliver(letter(name, type, bytes, 'somebody@example.org'), RIG_TIME);
    const page = await source.collect(undefined, new AbortController().signal);
    expect(page.mentions).toEqual([]);
    expect(page.unread).toHaveLength(1);
    expect(page.unread?.[0]?.text).toContain(review);
    expect(JSON.stringify(page)).not.toContain(canary);
    expect(trapped).toBe(0);
  });
});
