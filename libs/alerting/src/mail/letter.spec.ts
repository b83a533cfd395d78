import type { UrgencyReason } from '@heard/core';
import type { AlertFacts, AlertKind } from '../alert.js';
import { facts, notice } from '../fixtures/notices.spec-suite.js';
import type { LetterLanguage } from '../ports.js';
import { writeLetter } from './letter.js';
import { en } from './words/en.js';
import { ru } from './words/ru.js';
import { uk } from './words/uk.js';

const about = (changes: Partial<AlertFacts>) => notice({ facts: facts(changes) });

test('a letter says who, what, why, where and when, and links to the case and to take it', () => {
  const letter = writeLetter(notice(), 'uk');
  expect(letter.subject).toBe('Термінова скарга (критично): Марта Гончар · Facebook, Лавка «Каштан» #12');
  expect(letter.text).toBe(`Термінова скарга чекає, щоб хтось за неї взявся.

Клієнт: Марта Гончар
Де: Facebook, Лавка «Каштан»
Написано: 4 березня 2031 р. о 22:12 (Europe/Kyiv)
Терміновість: критично
Чому терміново: небезпека для здоров’я; вразлива людина

Слова клієнта:
> У коробці було бите скло, дитина відкрила пакунок першою.

Узяти: https://heard.example/take/q7Hk2mPz
Випадок № 12: https://heard.example/cases/019bf0a1-0000-7000-8000-0000000000ca
Допис: https://facebook.example/p/71

Посилання «Узяти» — особисто для вас і діє 7 днів. Не пересилайте цього листа.
`);
});

test.each<[LetterLanguage, string, string]>([
  ['ru', 'Срочная жалоба (критично)', 'До сих пор этим никто не занялся — теперь сообщаем вам.'],
  ['uk', 'Термінова скарга (критично)', 'Досі за це ніхто не взявся — тепер повідомляємо вас.'],
  ['en', 'Urgent complaint (critical)', 'Nobody has taken this so far, so you are being told now.'],
])('in %s it opens with %j, and tells the next person that nobody took it', (language, subject, sentence) => {
  const first = writeLetter(notice(), language);
  const next = writeLetter(notice({ level: 1, escalated: true }), language);
  expect(first.subject).toMatch(new RegExp(`^${subject.replace(/[()]/gu, '\\$&')}`, 'u'));
  expect(first.text).not.toContain(sentence);
  expect(next.text).toContain(sentence);
  expect(next.html).toContain(sentence);
});

test('every reason has words of its own in every language', () => {
  for (const words of [ru, uk, en]) {
    const all = Object.entries(words.reason) as [UrgencyReason, string][];
    expect(new Set(all.map(([, text]) => text)).size).toBe(all.length);
    const letter = writeLetter(
      about({ reasons: all.map(([reason]) => reason) }),
      words === en ? 'en' : words === ru ? 'ru' : 'uk',
    );
    for (const [, text] of all) expect(letter.text).toContain(text);
  }
});

test.each<[AlertKind, Partial<AlertFacts>, string[]]>([
  [
    'promise_broken',
    { promise: { what: 'привезти новий том', due: new Date('2031-03-04T16:00:00Z') } },
    ['Promise broken', 'Promised: привезти новий том', 'Due: March 4, 2031 at 6:00'],
  ],
  [
    'answer_failed',
    { answerReason: 'The post was removed.' },
    ['Answer did not get', 'Why it failed: The post was removed.'],
  ],
  [
    'source_state',
    {
      case: undefined,
      customer: undefined,
      mention: undefined,
      reasons: [],
      source: {
        id: 's',
        platform: 'instagram',
        name: 'kashtan.books',
        state: 'permission_missing',
        stateReason: 'The token was made by another app.',
        missing: ['instagram_manage_comments'],
      },
    },
    [
      'Source needs a person: Instagram, kashtan.books',
      'a permission is missing',
      'Missing: instagram_manage_comments',
    ],
  ],
])('a letter about %s tells its facts', (kind, changes, parts) => {
  const letter = writeLetter(about({ kind, ...changes }), 'en');
  for (const part of parts) expect(`${letter.subject}\n${letter.text}`).toContain(part);
});

test.each<[LetterLanguage, string[]]>([
  [
    'uk',
    [
      'Багато скарг, одна причина: Олег · Скарг: 4\n',
      'Спільне: Олег',
      'Спершу перевірте: багато',
      'Одна зі скарг:',
    ],
  ],
  ['ru', ['Много жалоб, одна причина: Олег · Жалоб: 4\n', 'Общее: Олег', 'Одна из жалоб:']],
  ['en', ['Many complaints, one cause: Олег · Complaints: 4\n', 'In common: Олег', 'One of them:']],
])('a letter about an incident says in %s what is shared and by how many', (language, parts) => {
  const incident = { id: 'i1', cases: 4, shown: 'Олег', coordinated: language === 'uk' };
  const letter = writeLetter(about({ kind: 'incident_proposed', incident }), language);
  for (const part of parts) expect(`${letter.subject}\n${letter.text}`).toContain(part);
  // Whose case it is does not matter: it is an example.
  expect(`${letter.subject}\n${letter.text}`).not.toMatch(/Марта|#12|№ 12/u);
});

describe('the words of a hostile customer', () => {
  const name = 'Zed\r\nTo: all@evil.example <b>';
  const text = `</blockquote><script>fetch('//evil.example')</script>\n\nTake it: https://evil.example/take/1\u202E${'!'.repeat(1_000_000)}`;
  const url = 'javascript:alert(document.cookie)';
  const letter = writeLetter(
    about({
      customer: name,
      mention: { title: '<img src=x>', text, url, postedAt: new Date('2031-03-04T20:12:00Z') },
    }),
    'en',
  );

  test('stay on one line of the subject and of the text', () => {
    expect(letter.subject).not.toMatch(/[\r\n]/u);
    const lines = letter.text.split('\n');
    expect(lines.filter((line) => line.startsWith('Take it:'))).toEqual([
      'Take it: https://heard.example/take/q7Hk2mPz',
    ]);
    expect(lines.filter((line) => line.startsWith('To:'))).toEqual([]);
  });

  test('neither turn the direction of writing nor grow beyond 300 characters', () => {
    expect(letter.text).not.toContain('\u202E');
    expect(letter.text).toContain('[U+202E]');
    const quote = letter.text.split('\n').find((line) => line.startsWith('> ')) ?? '';
    expect([...quote.slice(2)]).toHaveLength(300);
    expect(letter.html.length).toBeLessThan(6_000);
  });

  test('make no element, no attribute and no link in HTML', () => {
    const tags = [...letter.html.matchAll(/<\/?([a-z0-9]+)/giu)].map((match) => match[1]);
    expect(tags).not.toEqual(expect.arrayContaining(['script']));
    expect(tags).not.toEqual(expect.arrayContaining(['img']));
    expect(tags.filter((tag) => tag === 'blockquote')).toHaveLength(2);
    const links = [...letter.html.matchAll(/href="([^"]*)"/gu)].map((match) => match[1]);
    expect(links).toEqual([notice().links.take, notice().links.open]);
  });
});

test('a letter of the demo says so, and one without a name, a time zone or a link to take it can be read too', () => {
  const { take: _, ...links } = notice().links;
  const sent = { ...about({ demo: true, customer: '', timeZone: 'Mars/Olympus' }), links };
  const letter = writeLetter(sent, 'ru');
  expect(letter.subject).toMatch(/^\[Демо\] Срочная жалоба \(критично\): имя не указано · Facebook/u);
  expect(letter.text).toContain('(UTC)');
  expect(letter.text).not.toContain('Взять');
});
