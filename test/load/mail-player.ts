import { createHash } from 'node:crypto';
import type { Clock } from '@heard/core';
import { MailFake } from '@heard/sources/fakes';
import type { Player } from './players.js';

const authServer = 'mx.shop.example';
const byPeople = 0.1;

/** A mailbox of notifications, among which people write too; nobody changes a letter. */
export function mailPlayer(clock: Clock): Player {
  const fake = new MailFake();
  let last = 0;
  return {
    platform: 'mail',
    server: fake,
    tellsNoState: true,
    // Every mailbox has a host of its own.
    hosts: [],
    settings: () => {
      const { hostname, port } = new URL(fake.baseUrl);
      return { host: hostname, port, user: 'reviews', password: fake.password, authServer };
    },
    write(text, random) {
      last += 1;
      const isByPerson = random() < byPeople;
      const letter = (isByPerson ? letterOfPerson(last, text) : notification(last, text)).replaceAll(
        '\n',
        '\r\n',
      );
      fake.deliver(letter, clock.now());
      // What no template reads waits for a person, under the sum of its bytes.
      return { id: isByPerson ? createHash('sha256').update(letter).digest('hex') : idOf(last) };
    },
  };
}

const idOf = (nth: number): string => `${nth}@2gis.ru`;

function notification(nth: number, text: string): string {
  return `Authentication-Results: ${authServer}; dkim=pass header.d=2gis.ru
From: noreply@2gis.ru
Subject: Новий відгук
Message-ID: <${idOf(nth)}>
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit

Автор: Марина К.
Оцінка: 2 з 5
Відгук:
${text}

Переглянути відгук: https://2gis.ua/reviews/${nth}
`;
}

function letterOfPerson(nth: number, text: string): string {
  return `From: reader${nth}@mail.example
Subject: Замовлення
Message-ID: <${nth}@mail.example>
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit

${text}
`;
}
