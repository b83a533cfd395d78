import { answerTo, at, onceBetween, story } from './language/index.js';

story(
  'a customer follows their report while the case is open, until its link is revoked',
  async (desk) => {
    const olena = desk.customer('Олена Приходько');
    const taras = desk.staff('Taras');
    await olena.posts(
      'facebook',
      'Замовлення не привезли вже третій день, на дзвінки ніхто не відповідає!',
      '10:00',
    );
    await taras.answers(
      olena,
      'Наша провина: кур’єр загубив адресу, тож замовлення лежить на складі. Привезу сам о 12:30. Тарас',
      '10:08',
      { 'Привезу сам о 12:30': '12:30' },
    );
    await taras.offers(
      olena,
      {
        kind: 'personal_action',
        what: 'Привезти замовлення особисто',
        cost: { amountMinor: 32_000, currency: 'UAH' },
        action: { who: 'Тарас', where: 'вул. Липова, 7', when: at('12:30') },
      },
      '10:10',
    );
    await taras.hearsYes(olena, 'personal_action', 'Гаразд', '10:15');
    const { heard, workspaceId } = desk.shop;
    const { id } = await desk.caseOf(olena);
    const by = { kind: 'person', staffId: taras.id, role: 'manager' } as const;
    const sent = await heard.customerReports.send(workspaceId, id, { channel: 'email' }, by);
    const page = async () => {
      const shown = await heard.customerReports.page(sent.address.split('/').at(-1) ?? '');
      return shown && shown.report.sections.flatMap(({ lines }) => lines.map(({ text }) => text)).join('\n');
    };
    expect(await page()).toContain('Далі: «Привезу сам о 12:30» — до 3 березня 2031');
    expect(await page()).toContain('Домовилися (особисто для вас): Привезти замовлення особисто');
    expect(await page()).not.toContain('320');

    await taras.keepsPromise(olena, 'Привезу сам о 12:30', 'Привіз', '12:25');
    await taras.completes(olena, 'personal_action', 'Фото з порога', '12:40');
    expect(await page()).toContain('Зробили (особисто для вас): Привезти замовлення особисто');
    expect(await page()).not.toContain('Фото');

    // In public only the link is said, and its page keeps what anybody else may not read.
    const told = await desk.caseOf(olena);
    const inPublic = { channel: 'public', mentionId: told.answerTo } as const;
    const open = await heard.customerReports.send(workspaceId, id, inPublic, by);
    await desk.runUntil('12:45');
    desk.expect(answerTo(olena).naming(open.address), onceBetween('12:40', '12:42'));
    const forAnybody = JSON.stringify(await heard.customerReports.page(open.address.split('/').at(-1) ?? ''));
    for (const theirs of ['Липова', 'третій день', 'Приходько']) expect(forAnybody).not.toContain(theirs);

    await taras.asks(olena, { type: 'revoke_report', linkId: sent.linkId }, '13:00');
    expect(await page()).toBeUndefined();
  },
  { pollSeconds: 300 },
);
