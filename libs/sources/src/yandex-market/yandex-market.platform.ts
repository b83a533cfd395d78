import { definePlatform, hostUrl } from '../platform-entry.js';
import { yandexMarketPush } from './yandex-market.push.js';
import { validateYandexMarket, yandexMarketFields } from './yandex-market.settings.js';
import { YandexMarketSource } from './yandex-market.source.js';

const hourly = (calls: number) => [{ calls, perSeconds: 3_600 }];

/** The reviews of goods of one cabinet of Yandex Market. */
export const yandexMarket = definePlatform({
  platform: 'yandex-market',
  title: 'Яндекс Маркет',
  settings: yandexMarketFields,
  hosts: { yandexMarket: 'https://api.partner.market.yandex.ru' },
  canReply: true,
  limits: {
    account: { by: ['businessId'], windows: [] },
    streams: [
      { name: 'answers', calls: /\/goods-feedback\/comments\/update$/, windows: hourly(1_000) },
      { name: 'comments', calls: /\/goods-feedback\/comments$/, windows: hourly(5_000) },
      { name: 'reviews', calls: /\/goods-feedback$/, windows: hourly(5_000) },
      { name: 'token', calls: /\/auth\/token$/, windows: hourly(100) },
    ],
  },
  answers: {
    maxLength: 4_096,
    unit: 'characters',
    links: false,
    contacts: false,
    replaces: false,
    moderated: true,
  },
  push: yandexMarketPush,
  validate: validateYandexMarket,
  open: (settings, context) =>
    new YandexMarketSource(settings, { ...context, baseUrl: hostUrl(context, 'yandexMarket') }),
});
