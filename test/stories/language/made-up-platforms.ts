import type { Clock } from '@heard/core';
import { FacebookFake } from '@heard/sources/fakes';

/** The platforms a story can play on. */
export type PlatformName = 'facebook';

/** A text that stands in public. */
export interface PublicText {
  readonly at: Date;
  readonly text: string;
  readonly byBrand: boolean;
}

/** A made-up platform as its visitors see it, and what Heard needs to be connected with it. */
export interface MadeUpPlatform {
  readonly baseUrl: string;
  /** What an administrator fills in to connect the shop's account. */
  readonly settings: Readonly<Record<string, string>>;
  /** What of these must be found nowhere else. */
  readonly secrets: readonly string[];
  /** A visitor writes to the shop; returns the thread. */
  post(author: string, text: string): string;
  /** A visitor writes once more in a thread. */
  reply(thread: string, author: string, text: string): void;
  /** What stands under a post. */
  thread(id: string): readonly PublicText[];
  /** Every text there is. */
  texts(): readonly string[];
  /** The platform takes our next answer, and the connection breaks before it can say so. */
  loseNextResponse(): void;
  /** The shop's account may no longer answer. */
  forbidAnswers(): void;
  close(): Promise<void>;
}

/** The bookshop's page on the made-up Facebook. */
export async function openFacebook(clock: Clock): Promise<MadeUpPlatform> {
  const fake = new FacebookFake({ clock });
  const page = fake.addPage('Книгарня «Ліхтар»');
  const { baseUrl } = await fake.listen();
  const settings = fake.settingsOf(page.id);
  return {
    baseUrl,
    settings,
    secrets: [settings['pageToken'], settings['appSecret']].filter((each) => each !== undefined),
    post: (author, text) => fake.addPost({ pageId: page.id, author: { name: author }, text }),
    reply: (postId, author, text) => void fake.addComment({ postId, author: { name: author }, text }),
    thread: (id) =>
      fake.thread(id).map(({ at, text, from }) => {
        return { at: new Date(at), text, byBrand: from.id === page.id };
      }),
    texts: () => [...fake.world.posts, ...fake.world.comments].map(({ text }) => text),
    loseNextResponse: () => fake.failNext(1, 'lost', /^POST /u),
    forbidAnswers: () => fake.dropPermission(page.id, 'pages_manage_engagement'),
    close: () => fake.close(),
  };
}
