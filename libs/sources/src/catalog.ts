import { appStore } from './app-store/app-store.platform.js';
import { facebook } from './facebook/facebook.platform.js';
import { feed } from './feed/feed.platform.js';
import { google } from './google/google.platform.js';
import { googlePlay } from './google-play/google-play.platform.js';
import { instagram } from './instagram/instagram.platform.js';
import { mail } from './mail/mail.platform.js';
import { ozon } from './ozon/ozon.platform.js';
import { type PlatformEntry, type SourceBaseUrls, splitChecked } from './platform-entry.js';
import { rozetka } from './rozetka/rozetka.platform.js';
import { validateFields } from './settings.js';
import { trustpilot } from './trustpilot/trustpilot.platform.js';
import { wildberries } from './wildberries/wildberries.platform.js';
import { telegram } from './telegram/telegram.platform.js';
import { vk } from './vk/vk.platform.js';
import { youtube } from './youtube/youtube.platform.js';
import { yandexMarket } from './yandex-market/yandex-market.platform.js';

/** Mentions that programs and files hand to us. */
const push: PlatformEntry = {
  platform: 'push',
  title: 'API and import',
  settings: [],
  hosts: {},
  supports: { collect: false, reply: false },
  validate: (values) => splitChecked([], validateFields([], values)),
};

const platforms: readonly PlatformEntry[] = [
  //
  facebook,
  instagram,
  google,
  wildberries,
  vk,
  telegram,
  yandexMarket,
  ozon,
  rozetka,
  appStore,
  googlePlay,
  trustpilot,
  youtube,
  feed,
  mail,
  push,
];

/** Every platform, by its name. */
export const catalog: Readonly<Record<string, PlatformEntry>> = Object.fromEntries(
  platforms.map((entry) => [entry.platform, entry]),
);

/** The real hosts of all platforms. */
export const realBaseUrls: SourceBaseUrls = Object.assign(
  {},
  ...platforms.map(({ hosts }) => hosts),
) as SourceBaseUrls;

/** The platform of this name; a name that came from outside is looked up here, not in the record itself. */
export function findPlatform(platform: string): PlatformEntry | undefined {
  return Object.hasOwn(catalog, platform) ? catalog[platform] : undefined;
}
