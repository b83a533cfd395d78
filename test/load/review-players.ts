import type { Clock } from '@heard/core';
import {
  AppStoreFake,
  GooglePlayFake,
  InstagramFake,
  OzonFake,
  RozetkaFake,
  TelegramFake,
  TrustpilotFake,
  WildberriesFake,
  YandexMarketFake,
  YoutubeFake,
} from '@heard/sources/fakes';
import type { Player } from './players.js';

const stars = (random: () => number): number => Math.ceil(random() * 5);

/** A firm that is reviewed on Trustpilot. */
export function trustpilotPlayer(clock: Clock): Player {
  const fake = new TrustpilotFake({ clock });
  return {
    platform: 'trustpilot',
    server: fake.server,
    hosts: ['trustpilot'],
    settings: () => fake.settings(),
    write(text, random) {
      const id = fake.addReview({ name: 'Anna', stars: stars(random), text });
      return { id, told: fake.notificationOf('created', id) };
    },
    edit(id, text) {
      fake.edit(id, { text });
      return { id, told: fake.notificationOf('updated', id) };
    },
    remove(id) {
      const told = fake.notificationOf('deleted', id);
      fake.remove(id);
      return { id, told };
    },
  };
}

/** A channel whose videos are commented on. */
export function youtubePlayer(clock: Clock): Player {
  const fake = new YoutubeFake({ clock });
  return {
    platform: 'youtube',
    server: fake.server,
    hosts: ['youtube', 'youtubeOauth'],
    settings: () => fake.settings(),
    write: (text) => ({ id: fake.addRemark({ text }) }),
    edit(id, text) {
      fake.edit(id, text);
      return { id };
    },
    remove(id) {
      fake.remove(id);
      return { id };
    },
  };
}

/** An app in the App Store. */
export function appStorePlayer(clock: Clock): Player {
  const fake = new AppStoreFake({ clock });
  return {
    platform: 'app-store',
    server: fake.server,
    hosts: ['appStore'],
    settings: () => fake.settings(),
    write: (body, random) => ({ id: fake.addReview({ stars: stars(random), body }) }),
    edit(id, body) {
      fake.edit(id, { body });
      return { id };
    },
    remove(id) {
      fake.remove(id);
      return { id };
    },
  };
}

/** A seller's reviews and questions on Ozon: nobody changes them. */
export function ozonPlayer(clock: Clock): Player {
  const fake = new OzonFake({ clock });
  return {
    platform: 'ozon',
    server: fake.server,
    hosts: ['ozon'],
    settings: () => fake.settings(),
    write(text, random) {
      if (random() < 0.3) return { id: fake.addQuestion({ text }) };
      return { id: fake.addReview({ rating: stars(random), text }) };
    },
    remove(id) {
      fake.remove(id);
      return { id };
    },
  };
}

/** A cabinet on Yandex Market. */
export function yandexMarketPlayer(clock: Clock): Player {
  const fake = new YandexMarketFake({ clock });
  return {
    platform: 'yandex-market',
    server: fake.server,
    hosts: ['yandexMarket'],
    settings: () => fake.settings(),
    write(comment, random) {
      const id = fake.addReview({ rating: stars(random), comment });
      return { id, told: fake.notificationOf(id) };
    },
  };
}

/** A seller's reviews, chats and claims on Wildberries: nobody changes them. */
export function wildberriesPlayer(clock: Clock): Player {
  const fake = new WildberriesFake({ clock });
  return {
    platform: 'wildberries',
    server: fake.server,
    hosts: ['wildberries', 'wildberriesChats', 'wildberriesClaims'],
    settings: () => fake.settings(),
    write(text, random) {
      const which = random();
      if (which < 0.2) return { id: `claim-${fake.addClaim(text)}` };
      if (which < 0.4) return { id: fake.addMessage({ chatId: fake.world.chats[0]?.id, text }) };
      return { id: fake.addFeedback({ stars: stars(random), text }) };
    },
  };
}

/** A shop on Rozetka. */
export function rozetkaPlayer(clock: Clock): Player {
  const fake = new RozetkaFake({ clock });
  return {
    platform: 'rozetka',
    server: fake.server,
    hosts: ['rozetka'],
    settings: () => fake.settings(),
    write: (text) => ({ id: `shop-${fake.addShopReview({ text })}` }),
  };
}

/** An account whose media are commented on; told of nothing here. */
export function instagramPlayer(clock: Clock): Player {
  const fake = new InstagramFake({ clock });
  const account = fake.addAccount('lantern_books');
  let mediaId: string | undefined;
  return {
    platform: 'instagram',
    server: fake.server,
    hosts: ['instagram', 'instagramByFacebook'],
    settings: () => fake.settingsOf(account.id),
    write(text, random) {
      if (mediaId === undefined || random() < 0.02) {
        mediaId = fake.addMedia({ accountId: account.id, text });
        return { id: mediaId, stays: true };
      }
      return { id: fake.addComment({ mediaId, username: `reader${Math.ceil(random() * 99)}`, text }) };
    },
  };
}

/** A chat that a bot listens to; Telegram tells of edits, and never of deletions. */
export function telegramPlayer(clock: Clock): Player {
  const fake = new TelegramFake({ clock });
  const chatId = fake.addConversation('Олена');
  return {
    platform: 'telegram',
    server: fake.server,
    hosts: ['telegram'],
    // Who still waits for updates would keep the process from ending.
    close: () => fake.close(),
    settings: () => fake.settings(),
    write: (text) => ({ id: fake.add({ chatId, author: 'Олена', text }) }),
    edit(id, text) {
      fake.edit(id, text);
      return { id };
    },
  };
}

/** An app in Google Play: reviews may be asked for 200 times an hour, and none is ever told to be gone. */
export function googlePlayPlayer(clock: Clock): Player {
  const fake = new GooglePlayFake({ clock });
  return {
    platform: 'google-play',
    server: fake.server,
    hosts: ['googlePlay', 'googlePlayOauth', 'googlePlayReports'],
    settings: () => fake.settings(),
    write: (text, random) => ({ id: fake.addReview({ author: 'Ігор', stars: stars(random), text }) }),
    edit(id, text) {
      fake.edit(id, { text });
      return { id };
    },
  };
}
