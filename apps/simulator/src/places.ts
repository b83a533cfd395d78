import type { Platforms } from './platforms.js';

/** A place of the made-up bookshop on one platform, as a person would connect it. */
export interface Place {
  readonly platform: keyof Platforms;
  readonly name: string;
  readonly settings: Readonly<Record<string, string>>;
}

/** The made-up bookshop's name, on every platform. */
export const shopName = 'Книжкова лавка';
/** The bookshop's page on the made-up Facebook. */
export const facebookPageId = '55500077001';

/** The bookshop's account on the made-up Instagram. */
export const instagramAccountId = '17841455500077';

/** Makes sure that the bookshop is on every platform; ids and tokens are the same in every world. */
export function openPlaces({ facebook, instagram, google }: Platforms): void {
  if (!facebook.world.pages.some(({ id }) => id === facebookPageId)) {
    facebook.addPage(shopName, facebookPageId);
  }
  if (!instagram.world.accounts.some(({ id }) => id === instagramAccountId)) {
    instagram.addAccount('knyzhkova.lavka', 'instagram', instagramAccountId);
  }
  google.world.title = shopName;
}

/** What connects each place. */
export function placesOf({ facebook, instagram, google }: Platforms): readonly Place[] {
  return [
    { platform: 'facebook', name: shopName, settings: facebook.settingsOf(facebookPageId) },
    { platform: 'instagram', name: shopName, settings: instagram.settingsOf(instagramAccountId) },
    { platform: 'google', name: shopName, settings: google.settings() },
  ];
}
