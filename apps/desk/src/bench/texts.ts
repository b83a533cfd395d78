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
    'Замовлення {n} так і не привезли, вже другий тиждень чекаю, на дзвінки ніхто не відповідає.',
    'Прийшла пошкоджена книга із замовлення {n}: обкладинка зім’ята, сторінки вирвані. Жахливе пакування.',
    'Заказ {n} отменили без объяснений, сказали только «нет на складе». Очень разочарована обслуживанием.',
    'Курьер с заказом {n} опоздал на пять часов и нагрубил. Больше ничего здесь не куплю.',
    'Order {n} arrived with the wrong books and nobody answers my emails. Very disappointed.',
    'The app logs me out at checkout every time and support is useless. Order {n} is still not paid.',
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
