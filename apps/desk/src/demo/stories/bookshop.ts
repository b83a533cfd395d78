import type { Story } from '../story.js';

/** What stood on the bookshop's pages before anybody complained. */
export const ownSayings: Story = {
  name: 'What the bookshop said before',
  sayings: [
    {
      key: 'own-festival',
      after: 0,
      platform: 'facebook',
      kind: 'post',
      daysAgo: 26,
      intent: 'other',
      language: 'uk',
      text: 'Дякуємо всім, хто завітав до нас на книжковий фестиваль! Передзамовлення з ярмарку вже пакуємо 📦',
    },
    {
      key: 'own-instagram',
      after: 0,
      platform: 'instagram',
      kind: 'post',
      daysAgo: 9,
      intent: 'other',
      language: 'uk',
      text: 'Осінь, кава й нові надходження. Заходьте грітися 🍂☕',
    },
  ],
};

/** An order that is not fulfilled and badly explained; it plays by itself to its end. */
export const bookshopStory: Story = {
  name: 'The books for a father’s birthday',
  sayings: [
    {
      key: 'bookshop',
      after: 4,
      platform: 'facebook',
      kind: 'post',
      author: 'Олена Гнатюк',
      intent: 'complaint',
      language: 'uk',
      text: 'Ще два тижні тому замовила у вас шість книжок татові на сімдесятиріччя. Заплатила одразу. Сьогодні дзвоню САМА, і мені кажуть: «ну свята були, світла не було, та й однієї книжки нема, то решту теж не відправляли». І ніхто навіть не попередив! Ювілей завтра, подарунка нема. Жахливе ставлення, більше у вас нічого не замовлю 😡',
    },
  ],
};

/** What the two sides say and do after the first post, in order. */
export const bookshopLines = {
  firstAnswer:
    'Пані Олено, прочитала і мені соромно за нас. Ви праві: ми мали попередити вас першого ж дня й надіслати п’ять книжок, які були. Шосту я щойно знайшла в іншій крамниці, курʼєр уже забрав її для вас. Оксана, відповідаю за ваше замовлення.',
  offerWhat: 'Привезти всі шість книжок особисто, у подарунковій упаковці, і повернути вартість доставки.',
  offerWho: 'Оксана Лисенко',
  offerWhere: 'Київ, за адресою замовниці',
  /** Taxi and wrapping, in the smallest unit. */
  offerCostMinor: 42_000,
  currency: 'UAH',
  offerInHours: 4,
  secondAnswer:
    'Пані Олено, усі шість книжок уже в мене, запаковані в подарунок. Доставка за наш рахунок. Чи зручно вам, якщо я привезу їх сьогодні о сьомій вечора?',
  acceptance: 'Чесно, не чекала. Так, о сьомій зручно, адреса в замовленні, під’їзд другий. Чекаю.',
  evidence: 'Передано особисто о 18:52, фото вручення надіслано замовниці, чек таксі № 3317.',
  praise:
    'Забираю свої слова назад 🙂 Оксана сама привезла всі книжки, ще й листівку татові підписала. Тато щасливий! Дуже дякую, раджу цю книгарню всім.',
  savedMinor: 380_000,
} as const;
