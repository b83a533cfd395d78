import { ago, readRound, targetOf } from '../rounds.spec-suite.js';
import { BotApiSpecification } from './telegram-spec.spec-suite.js';
import { BY_WEBHOOK, CHANNEL, GROUP, openTelegram } from './telegram.spec-rig.js';

describe('a specification of the Bot API', () => {
  const { signal } = new AbortController();
  const specification = new BotApiSpecification();
  const oleg = 'Олег Козлов';
  let rig: Awaited<ReturnType<typeof openTelegram>>;

  beforeEach(async () => {
    rig = await openTelegram(100);
    rig.fake.promote(GROUP, 'Марина Орлова');
    const post = rig.fake.add({
      chatId: GROUP,
      senderChatId: CHANNEL,
      automatic: true,
      text: 'Новинки',
      at: ago(60),
    });
    const comment = rig.fake.add({
      chatId: GROUP,
      author: oleg,
      under: post,
      text: 'Где заказ?',
      at: ago(50),
    });
    rig.fake.add({
      chatId: GROUP,
      author: 'Марина Орлова',
      under: post,
      replyTo: comment,
      text: 'Ищем',
      at: ago(40),
    });
    rig.fake.add({ chatId: GROUP, senderChatId: GROUP, text: 'Мы закрыты', at: ago(30) });
    rig.fake.edit(comment, 'Где заказ??');
    const own = rig.fake.addConversation(oleg);
    rig.fake.remove(rig.fake.add({ chatId: own, author: oleg, business: 'b1', text: 'Лично', at: ago(20) }));
  });

  afterEach(() => rig.close());

  it('fits every call we make and every result of the made-up Telegram', async () => {
    const { mentions, cursor } = await readRound(rig.source);
    await rig.source.reply(targetOf(mentions, 'Где заказ??'), 'Позвоним', signal);
    await rig.source.reply(targetOf(mentions, 'Лично'), 'Позвоним', signal);
    const hooked = rig.open(BY_WEBHOOK);
    const set = await hooked.collect(cursor, signal);
    await rig.open({ groups: String(GROUP) }).check(signal);
    await readRound(rig.source, set.cursor);
    const { calls } = rig.fake.api;
    expect(
      calls.flatMap(({ method, params, result }) => specification.problemsOf(method, params, result)),
    ).toEqual([]);
    expect(new Set(calls.map(({ method }) => method))).toEqual(
      new Set([
        ...['getUpdates', 'getMe', 'sendMessage', 'getWebhookInfo', 'setWebhook', 'deleteWebhook'],
        ...['getChat', 'getChatAdministrators', 'getChatMember'],
      ]),
    );
  });

  it('fits everything that is delivered to the webhook', () => {
    const waiting = rig.fake.world.updates.length;
    const bodies = Array.from(
      { length: waiting },
      () => JSON.parse(rig.fake.deliver().body.toString()) as unknown,
    );
    expect(bodies).toHaveLength(7);
    expect(bodies.flatMap((body) => specification.problemsIn('Update', body))).toEqual([]);
  });

  it('finds what is wrong: a parameter that does not exist, one too few, a result of another shape', () => {
    expect(
      specification.problemsOf('sendMessage', { chat_id: 5, message: 'x' }, { message_id: 'five' }),
    ).toEqual([
      'sendMessage:  must have required property \'text\' {"missingProperty":"text"}',
      'sendMessage:  must NOT have additional properties {"additionalProperty":"message"}',
      'sendMessage:  must have required property \'date\' {"missingProperty":"date"}',
      'sendMessage:  must have required property \'chat\' {"missingProperty":"chat"}',
      'sendMessage: /message_id must be integer {"type":"integer"}',
    ]);
  });
});
