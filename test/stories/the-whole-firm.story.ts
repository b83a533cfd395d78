import { IncidentsRead, Reports, type ReportsByName, SuggestionsRead } from '@heard/insight';
import { type Actor, reachBandOf } from '@heard/core';
import { newId } from '@heard/database';
import type { Desk } from './language/desk.js';
import { alertTo, answerTo, onceBetween, storiesOf } from './language/index.js';

const personOf = (desk: Desk, name: string): Actor & { kind: 'person' } => {
  const { id, role } = desk.colleague(name);
  return { kind: 'person', staffId: id, role };
};

function reportOf<N extends keyof ReportsByName>({ shop }: Desk, name: N): Promise<ReportsByName[N]> {
  const { heard, workspaceId, clock } = shop;
  return heard.database.inWorkspace(workspaceId, (tx) =>
    new Reports(heard.policies).get(tx, name, { from: '2031-02-17', to: '2031-03-09' }, clock.now()),
  );
}

storiesOf('What only the whole firm can see', (story) => {
  story(
    '5. hung up on in mid-sentence while explaining how to do better: the suggestion is asked for and kept',
    async (desk) => {
      const pavel = desk.customer('Павел Гринько');
      const taras = desk.staff('Taras');
      await pavel.posts(
        'facebook',
        'Хотел объяснить вашему оператору, как лучше упаковывать атласы, но на середине фразы он бросил трубку. Ужасный сервис! ' +
          'Предлагаю класть атласы в жёсткий конверт.',
        '09:10',
      );
      await desk.runUntil('09:16');
      const cutOff = await desk.knows(pavel);
      expect(cutOff.notes).toContain('interrupted_feedback');
      expect(cutOff.flags).toContain('interrupted_feedback');
      const { heard, workspaceId } = desk.shop;
      const suggestions = await heard.database.inWorkspace(workspaceId, (tx) =>
        new SuggestionsRead(() => true).list(tx, { state: 'open', limit: 10 }),
      );
      expect(suggestions.items).toMatchObject([{ state: 'new', people: 1 }]);
      // In public he is answered, and the flag stays: nobody has heard him out yet.
      await taras.answers(
        pavel,
        'Павел, это наша вина: оператор прервал разговор, я его начальник. Тарас, «Лихтар»',
        '09:20',
      );
      await taras.offers(pavel, { kind: 'apology', what: 'Извиниться по телефону' }, '09:21');
      const answered = await desk.knows(pavel);
      expect(answered.flags).toContain('interrupted_feedback');
      expect(answered.score.points.heard_and_wanted).toBe('no');
      const heardOut =
        'Выслушал до конца: обложки мнутся, атласы кладут в мягкий конверт. Жёсткие конверты уже заказаны.';
      await taras.records(pavel, 'phone', heardOut, '09:25', 'Звонок, 9 минут');
      const after = await desk.knows(pavel);
      expect(after.flags).not.toContain('interrupted_feedback');
      expect(after.score.points.heard_and_wanted).toBe('yes');
    },
  );

  story(
    '24. many complaints about one courier that day: one incident, one decision, and the others are written to before they complain',
    async (desk) => {
      const texts = [
        ['Мария Кох', 'Курьер Олег не привёз заказ, третий час жду, трубку не берёт. Верните деньги!'],
        ['Ганна Мох', 'Курʼєр Олег кинув замовлення під дощем і поїхав. Замовлення зіпсоване, жах!'],
        ['Helen Moss', 'Your courier Oleg never delivered my order and hung up on me. Terrible service!'],
      ] as const;
      const customers = texts.map(([name]) => desk.customer(name));
      for (const [index, [, text]] of texts.entries())
        await customers[index]?.posts('facebook', text, '10:00');
      await desk.runUntil('10:06');
      const { heard, workspaceId } = desk.shop;
      await heard.incidents.find.lookAt(workspaceId);
      await desk.settle();
      const list = () =>
        heard.database.inWorkspace(workspaceId, (tx) =>
          new IncidentsRead().list(tx, { status: 'open', limit: 10 }),
        );
      const [incident, ...others] = (await list()).items;
      expect(others).toEqual([]);
      expect(incident).toMatchObject({ status: 'proposed', authors: 3, cases: 3 });
      expect(incident?.shares[0]).toMatchObject({ code: 'courier' });
      desk.expect(alertTo('Oksana').saying('Many complaints, one cause'), onceBetween('10:05', '10:06'));

      const oksana = personOf(desk, 'Oksana');
      const id = incident?.id ?? '';
      // Two more had the same courier today; the firm knows them before they say anything.
      await heard.incidents.likelyHit.add(
        workspaceId,
        id,
        [
          { name: 'Ірина Савчук', contact: '+380 67 555 01 03', reference: 'A-1001' },
          { name: 'Петро Гай', contact: 'petro@hai.example', reference: 'A-1002' },
        ],
        oksana,
      );
      await heard.incidents.act.run(workspaceId, id, { type: 'confirm' }, oksana);
      const message = {
        ru: '{customer}, курьер Олег сегодня не развёз 12 заказов: сломалась машина. Ваш заказ уже везёт Андрей. «Ліхтар»',
        uk: '{customer}, курʼєр Олег сьогодні не розвіз 12 замовлень: зламалася машина. Ваше замовлення вже везе Андрій. «Ліхтар»',
        en: '{customer}, our courier Oleg could not deliver 12 orders: his van broke down. Your order is on its way with Andrii.',
      };
      const decision = {
        type: 'decide',
        decisionId: newId(),
        message: { texts: message, promises: {}, overrule: 'The same for all, and it says what happened' },
      } as const;
      const byManager = heard.incidents.act.run(workspaceId, id, decision, personOf(desk, 'Taras'));
      await expect(byManager).rejects.toMatchObject({ code: 'lead_needed' });
      await heard.incidents.act.run(workspaceId, id, decision, oksana);
      await desk.settle();
      await desk.runUntil('10:08');
      // Each in their own language, once, in their own thread.
      const own = ['сломалась машина', 'зламалася машина', 'his van broke down'];
      for (const [index, customer] of customers.entries()) {
        desk.expect(answerTo(customer).naming(own[index] ?? ''), onceBetween('10:05', '10:08'));
      }
      const hit = async () => {
        const [record] = await heard.database.inWorkspace(workspaceId, (tx) =>
          heard.incidents.book.read(tx, [id]),
        );
        if (!record) throw new Error('The incident is gone.');
        return heard.database.inWorkspace(workspaceId, (tx) =>
          heard.incidents.likelyHit.list(tx, record.state),
        );
      };
      const before = await hit();
      expect(before.map(({ name, complained }) => [name, complained])).toEqual([
        ['Ірина Савчук', undefined],
        ['Петро Гай', undefined],
      ]);
      await heard.incidents.likelyHit.told(
        workspaceId,
        id,
        before[0]?.id ?? '',
        { channel: 'phone' },
        oksana,
      );
      expect((await hit())[0]).toMatchObject({ name: 'Ірина Савчук', toldAt: expect.any(Date) as Date });
    },
  );

  story(
    '26. nobody on the other side cares, big company, quiet customer: answer times by reach are shown',
    async (desk) => {
      const quiet = [desk.customer('Тихий Читач'), desk.customer('Quiet Reader')];
      const star = desk.customer('Star Blogger');
      const text = 'My order never came and nobody answers, this is a terrible service!';
      await quiet[0]?.writesIn('Google', text, 12, '11:00');
      await star.writesIn('Google', `${text} Shame!`, 250_000, '11:00');
      await quiet[1]?.writesIn('Google', `${text} Please help.`, undefined, '11:00');
      await desk.settle();
      // However many follow them, the same words are as urgent.
      const urgencies = await Promise.all(
        [...quiet, star].map(async (each) => (await desk.caseOf(each)).urgency),
      );
      expect(new Set(urgencies).size).toBe(1);
      await desk
        .staff('Taras')
        .records(
          star,
          'email',
          'Your order was found at the depot and left this morning.',
          '11:05',
          'Mail 5',
        );
      await desk.runUntil('11:50');
      const { bands } = await reportOf(desk, 'reach');
      const of = (reach: number) => bands.find(({ band }) => band === reachBandOf(reach));
      expect(of(250_000)).toMatchObject({
        cases: 1,
        unanswered: 0,
        answered: { median: { ms: 5 * 60_000 } },
      });
      // Whoever still waits counts: a report of answered cases alone would show five minutes, and nobody starving.
      expect(of(12)).toMatchObject({
        cases: 1,
        unanswered: 1,
        answered: { happened: 0, waiting: 1, median: {} },
      });
    },
  );

  story(
    '8. 50 lost contacts a week at 90–140 € each, over 5,000 € nobody counts: money lost, from a value that the director sets',
    async (desk) => {
      const { heard, workspaceId } = desk.shop;
      const inEuros = await heard.database.inWorkspace(workspaceId, async (tx) => {
        const { version, policy } = await heard.policies.current(tx);
        const euros = JSON.parse(JSON.stringify(policy).replaceAll('"UAH"', '"EUR"')) as typeof policy;
        const money = { ...euros.money, valueFromMinor: 90_00, valueToMinor: 140_00 };
        return { version, policy: { ...euros, money } };
      });
      const change = (name: string) =>
        heard.database.inWorkspace(workspaceId, (tx) =>
          heard.policies.change(tx, inEuros.version, inEuros.policy, personOf(desk, name)),
        );
      await expect(change('Oksana')).rejects.toMatchObject({ kind: 'refused' });
      await change('Danylo');

      // Two weeks ago fifty people wrote, each once, and nobody ever answered.
      const posted = new Date('2031-02-17T08:00:00Z');
      const texts = Array.from(
        { length: 50 },
        (_, index) => `Замовлення ${1_000 + index} запізнилося, я розчарована.`,
      );
      await heard.takePushed.run(
        workspaceId,
        'Відгуки',
        texts.map((text, index) => ({
          kind: 'review',
          externalId: newId(),
          author: { isBrand: false, externalId: `w${index}`, displayName: `Читачка ${index}` },
          text,
          rating: { value: 1, scale: 5 },
          postedAt: posted,
          platformState: 'visible',
          raw: {},
        })),
      );
      desk.handedIn.push(...texts);
      await desk.runUntil('12:00');
      const { weeks, currency } = await reportOf(desk, 'money');
      expect(currency).toBe('EUR');
      const week = weeks.find((each) => each.week === '2031-02-17');
      expect(week?.lost).toEqual({ contacts: 50, fromMinor: 4_500_00, toMinor: 7_000_00 });
      expect(((week?.lost.fromMinor ?? 0) + (week?.lost.toMinor ?? 0)) / 2).toBeGreaterThan(5_000_00);

      // One who is answered is at risk again, and no longer lost.
      const first = desk.customer('Читачка 7');
      await desk
        .staff('Oksana')
        .records(
          first,
          'email',
          'Замовлення 1007 знайшли на складі, кур’єр уже везе його вам.',
          '12:05',
          'Лист 7',
        );
      const again = (await reportOf(desk, 'money')).weeks.find((each) => each.week === '2031-02-17');
      expect(again?.lost.contacts).toBe(49);
    },
  );
});
