import type { Desk } from './language/desk.js';
import { alertTo, answerTo, never, onceBetween, story } from './language/index.js';
import type { Customer } from './language/people.js';

const complaint = 'Замовлення не привезли вже третій день, на дзвінки ніхто не відповідає!';

/** A recovery from the complaint to the closing at 13:00 on Monday. */
async function recovered(desk: Desk, customer: Customer): Promise<void> {
  const taras = desk.staff('Taras');
  await customer.posts('facebook', complaint, '10:00');
  await taras.answers(
    customer,
    'Наша провина: кур’єр загубив адресу, тож замовлення лежало на складі. Привозимо о 12:30. Тарас',
    '10:10',
    { 'Привозимо о 12:30': '12:30' },
  );
  await taras.offers(customer, { kind: 'redelivery', what: 'Привезти замовлення сьогодні' }, '10:12');
  await taras.keepsPromise(customer, 'Привозимо о 12:30', 'Кур’єр привіз', '12:20');
  await taras.completes(customer, 'redelivery', 'Підпис отримувачки', '12:30');
  await taras.closes(customer, 'fixed', '13:00');
}

/** The secret of the newest link of ours that stands in the customer's thread. */
function linkIn(desk: Desk, customer: Customer, page: 'how' | 'report'): string {
  const { platform, thread } = customer.thread;
  const texts = desk.shop.platforms[platform].thread(thread).map(({ text }) => text);
  const token = new RegExp(`https://heard\\.example/${page}/([\\w-]{43})(?![\\w-])`, 'u').exec(
    texts.join('\n'),
  )?.[1];
  if (token === undefined) throw new Error(`No link to /${page} stands in the thread of ${customer.name}.`);
  return token;
}

story(
  'a customer who is asked says that it did not help: the case opens again and its assignee is told',
  async (desk) => {
    const olena = desk.customer('Олена Приходько');
    await recovered(desk, olena);
    await desk.runUntil('Tue 12:59');
    desk.expect(answerTo(olena).naming('/how/'), never);
    await desk.runUntil('Tue 13:30');
    desk.expect(answerTo(olena).naming('/how/'), onceBetween('Tue 13:00', 'Tue 13:02'));
    desk.expect(answerTo(olena).naming('Олена Приходько, це Ліхтар'), onceBetween('Tue 13:00', 'Tue 13:02'));
    const asked = await desk.caseOf(olena);
    expect(asked).toMatchObject({ status: 'closed' });
    expect(asked.answers.at(-1)).toMatchObject({ human: false, state: 'visible' });
    expect(asked.answers.at(-1)?.text).toContain('{link}');

    const { outcomeByLink } = desk.shop.heard;
    const token = linkIn(desk, olena, 'how');
    expect(await outcomeByLink.page(token)).toMatchObject({
      brand: 'Ліхтар',
      language: 'uk',
      isAnswered: false,
    });
    expect(
      await outcomeByLink.page(`${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`),
    ).toBeUndefined();
    await outcomeByLink.say(token, { verdict: 'not_recovered', words: 'Привезли не ті книжки.' });
    await desk.settle();

    const back = await desk.caseOf(olena);
    expect(back).toMatchObject({
      status: 'open',
      outcome: { verdict: 'not_recovered', words: 'Привезли не ті книжки.', from: 'customer' },
    });
    desk.expect(
      alertTo('Taras').about(olena).saying('The customer says it did not help'),
      onceBetween('Tue 13:30', 'Tue 13:31'),
    );

    // Put right once more: the first link ended with the first recovery, and the second is asked about anew.
    const taras = desk.staff('Taras');
    await taras.offers(olena, { kind: 'redelivery', what: 'Обміняти книжки' }, 'Tue 13:50');
    await taras.completes(olena, 'redelivery', 'Обміняли, фото', 'Tue 14:10');
    // What mended the first recovery, and what was said of it, closes no second one.
    await expect(taras.closes(olena, 'fixed', 'Tue 14:11')).rejects.toMatchObject({
      code: 'no_visible_answer',
    });
    await taras.answers(
      olena,
      'Поклали не ту стопку: книжки вже обміняв удома в пані Олени. Тарас',
      'Tue 14:12',
    );
    await taras.closes(olena, 'fixed', 'Tue 14:15');
    expect(await outcomeByLink.page(token)).toBeUndefined();
    await desk.runUntil('Wed 14:30');
    const thread = desk.shop.platforms.facebook.thread(olena.thread.thread);
    expect(thread.filter(({ text }) => text.includes('/how/'))).toHaveLength(2);
  },
  { pollSeconds: 300 },
);

story(
  'where the last word was by phone the assignee asks, and what the customer does afterwards is seen',
  async (desk) => {
    const iryna = desk.customer('Ірина Савчук');
    const taras = desk.staff('Taras');
    await iryna.posts('facebook', complaint, '10:00');
    await taras.answers(iryna, 'Замовлення лежало на складі, везу його сам о 12:30. Тарас', '10:10', {
      'везу його сам о 12:30': '12:30',
    });
    await taras.offers(iryna, { kind: 'redelivery', what: 'Привезти замовлення' }, '10:12');
    await taras.records(iryna, 'phone', 'Зателефонував: усе привіз, перепросив.', '12:26', 'Запис розмови');
    await taras.keepsPromise(iryna, 'везу його сам о 12:30', 'Привіз', '12:27');
    await taras.completes(iryna, 'redelivery', 'Підпис', '12:28');
    await taras.closes(iryna, 'fixed', '13:00');

    await desk.runUntil('Tue 13:30');
    desk.expect(answerTo(iryna).naming('/how/'), never);
    desk.expect(
      alertTo('Taras').about(iryna).saying('Ask the customer how it was'),
      onceBetween('Tue 13:00', 'Tue 13:02'),
    );
    await taras.asks(iryna, { type: 'outcome_asked', channel: 'phone' }, 'Tue 14:00');
    await iryna.replies('Дякую, усе чудово, тепер усім вас раджу!', 'Tue 15:00');
    await desk.runUntil('Tue 15:10');
    expect((await desk.caseOf(iryna)).outcome).toMatchObject({ verdict: 'unknown', behaviour: 'praise' });
    await expect(
      taras.asks(iryna, { type: 'outcome_asked', channel: 'phone' }, 'Tue 15:20'),
    ).rejects.toMatchObject({ code: 'outcome_asked_already' });
  },
  { pollSeconds: 300 },
);
