const names: Readonly<Record<string, string>> = {
  facebook: 'Facebook',
  instagram: 'Instagram',
  google: 'Google',
  vk: 'VK',
  telegram: 'Telegram',
  wildberries: 'Wildberries',
  ozon: 'Ozon',
  'yandex-market': 'Яндекс Маркет',
  'google-play': 'Google Play',
  'app-store': 'App Store',
  trustpilot: 'Trustpilot',
  rozetka: 'Rozetka',
  youtube: 'YouTube',
  feed: 'RSS',
  mail: 'E-mail',
};

/** A platform as people write it. */
export function platformName(platform: string): string {
  return names[platform] ?? platform;
}
