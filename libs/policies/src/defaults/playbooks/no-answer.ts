import { type Playbook, usualCallback } from '@heard/core';

/** The customer wrote or called and nobody answered, or only a robot did. */
export const noAnswer: Playbook = {
  failure: 'no_answer',
  title: { ru: 'Нет ответа', uk: 'Немає відповіді', en: 'No answer' },
  steps: [
    {
      key: 'answer_in_public',
      goal: 'public_answer',
      withinMinutes: 30,
      clock: 'customer',
      hint: {
        ru:
          'Отвечайте по сути самого первого обращения, а не на упрёк в молчании. Скажите, сколько ' +
          'человек прождал и кто теперь ведёт его вопрос: имя и прямой контакт.',
        uk:
          'Відповідайте по суті найпершого звернення, а не на докір за мовчання. Скажіть, скільки ' +
          'людина прочекала і хто тепер веде її питання: ім’я та прямий контакт.',
        en:
          'Answer the very first message, not the reproach for silence. Say how long they have ' +
          'waited and who has their matter now: a name and a direct contact.',
      },
    },
    usualCallback,
    {
      key: 'reach_out',
      goal: 'private_follow_up',
      withinMinutes: 120,
      clock: 'customer',
      hint: {
        ru:
          'Просил позвонить — звоните, просил письмо — пишите письмо. Сначала перечитайте все его ' +
          'сообщения: то, что в них есть, второй раз не спрашивают.',
        uk:
          'Просив зателефонувати — телефонуйте, просив листа — пишіть листа. Спершу перечитайте ' +
          'всі його повідомлення: того, що в них є, вдруге не питають.',
        en:
          'They asked for a call: call. They asked for a letter: write one. Read all their ' +
          'messages first; what is in them is not asked for twice.',
      },
    },
    {
      key: 'offer',
      goal: 'offer',
      withinMinutes: 240,
      clock: 'customer',
      hint: {
        ru:
          'На каждый вопрос — ответ, срок или «нет» с причиной. Если из-за нашего молчания пропал ' +
          'день или деньги, предложите это возместить.',
        uk:
          'На кожне запитання — відповідь, строк або «ні» з причиною. Якщо через наше мовчання ' +
          'пропав день чи гроші, запропонуйте це відшкодувати.',
        en:
          'To each question an answer, a time, or a no with its reason. If our silence cost them ' +
          'a day or money, offer to make that good.',
      },
    },
    {
      key: 'done',
      goal: 'fix_done',
      withinMinutes: 1440,
      clock: 'customer',
      hint: {
        ru:
          'Сделано то, о чём просили в первом сообщении. Пройдите его по пунктам: не осталось ли ' +
          'вопроса без ответа.',
        uk:
          'Зроблено те, про що просили в першому повідомленні. Пройдіть його по пунктах: чи не ' +
          'лишилося запитання без відповіді.',
        en:
          'What the first message asked for is done. Go through it point by point: is any ' +
          'question still without an answer?',
      },
    },
    {
      key: 'report',
      goal: 'report_sent',
      withinMinutes: 2880,
      clock: 'customer',
      hint: {
        ru:
          'Объясните, где обращение застряло: не дошло, никто не взял, ответ лежал в черновиках. ' +
          'Скажите, кто теперь первым видит такие сообщения.',
        uk:
          'Поясніть, де звернення застрягло: не дійшло, ніхто не взяв, відповідь лежала в ' +
          'чернетках. Скажіть, хто тепер першим бачить такі повідомлення.',
        en:
          'Explain where the message got stuck: never arrived, nobody took it, the reply lay in ' +
          'drafts. Say who sees such messages first from now on.',
      },
    },
  ],
  ladder: ['seen_through', 'call_by_lead', 'credit_for_next_order', 'gift_with_note'],
  closesWith: [],
};
