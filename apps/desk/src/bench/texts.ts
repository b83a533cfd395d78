/** Texts as customers of the made-up bookshop write them, by what they are; `{n}` is a number of an order. */
export const texts = {
  urgent: [
    'Списали з картки 1240 грн за підписку, якої я не оформлювала, замовлення {n}. Негайно поверніть гроші!',
    'Сняли деньги за клуб без моего согласия, заказ {n}. Верните, или я иду в суд.',
    'You charged my card for a membership I never agreed to, order {n}. This is fraud, give my money back.',
    'У кафе при магазині дитині стало зле від тістечка, викликали швидку. Чек {n}.',
    'После вашего пирожного ребёнок отравился, лежим в больнице. Чек {n}.',
  ],
  complaint: [
    'Прийшла пошкоджена книга із замовлення {n}: обкладинка зім’ята, пакування жахливе. Дуже розчарована.',
    'Погана якість друку у виданні з замовлення {n}, сторінки вицвілі й кривий обріз. Не раджу.',
    'Заказ {n} пришёл с помятой обложкой, упаковано ужасно. Очень разочарована качеством.',
    'Дорого и плохо: бумага тонкая, корешок треснул в первый вечер. Заказ {n}, больше не куплю.',
    'Order {n} arrived with bent corners and poor packaging. Very disappointed with the quality.',
    'The app is slow and ugly, and the search never finds anything. Bad experience with order {n}.',
  ],
  calm: [
    'Дякую за швидку доставку замовлення {n}, усе запаковано чудово, син у захваті від подарунка!',
    'Підкажіть, будь ласка, чи можна забрати замовлення {n} у суботу після шостої?',
    'Учора були на презентації нової збірки, гарна атмосфера і цікава розмова. Рекомендую всім.',
    'Спасибо продавцу Марине, помогла выбрать книгу для бабушки, заказ {n} пришёл за два дня.',
    'Скажите, будет ли переиздание этого романа весной? Заказ {n} уже получил.',
    'Хороший магазин, большой выбор и приятные цены, заказываю не первый раз.',
    'Lovely shop, friendly people and great coffee. Order {n} came early, thank you!',
    'Do you ship abroad, and how much is it for a parcel like {n}?',
    'Reading group tonight at seven, see you there. Bring a friend and a book you love.',
  ],
} as const;
