import { checkWhatAlwaysHolds } from './always.js';
import { openBookshop } from './bookshop.js';
import { settle } from './clockwork.js';
import { Desk } from './desk.js';
import { at, type Wall } from './when.js';

/** A story with many hours of poll after poll takes its time on a slow machine. */
const longestMs = 180_000;

/**
 * Tells what a customer and the staff live through, with the whole of Heard: the real database, platforms over HTTP,
 * letters by SMTP, on a clock of its own. Afterwards it is checked what always holds.
 */
export function story(
  name: string,
  tell: (desk: Desk) => Promise<void>,
  { pollSeconds = 120, opensAt = '09:50' }: { readonly pollSeconds?: number; readonly opensAt?: Wall } = {},
): void {
  test(
    name,
    async () => {
      const shop = await openBookshop(at(opensAt), pollSeconds);
      try {
        const desk = new Desk(shop);
        await tell(desk);
        await readEverything(desk, pollSeconds);
        await checkWhatAlwaysHolds(desk);
      } finally {
        await shop.close();
      }
    },
    longestMs,
  );
}

/** One more turn of every source, so that the last words of the story are read too. */
async function readEverything({ shop }: Desk, pollSeconds: number): Promise<void> {
  shop.clock.advanceTo(new Date(shop.clock.now().getTime() + pollSeconds * 1_000));
  await settle(shop);
}

/**
 * Several stories of one day in one bookshop, told one after another: their customers are different people, and time only
 * goes forward. After the last one it is checked what always holds.
 */
export function storiesOf(
  theme: string,
  tell: (story: (name: string, tell: (desk: Desk) => Promise<void>) => void) => void,
  { pollSeconds = 300, opensAt = '09:00' }: { readonly pollSeconds?: number; readonly opensAt?: Wall } = {},
): void {
  describe(theme, () => {
    let desk: Desk;
    beforeAll(async () => {
      desk = new Desk(await openBookshop(at(opensAt), pollSeconds));
    }, longestMs);
    afterAll(() => desk.shop.close());

    tell((name, one) => test(name, () => one(desk), longestMs));

    test(
      'and afterwards all holds that always holds',
      async () => {
        await readEverything(desk, pollSeconds);
        await checkWhatAlwaysHolds(desk);
      },
      longestMs,
    );
  });
}
