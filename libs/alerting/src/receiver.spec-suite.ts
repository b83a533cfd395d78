import { isFault } from '@heard/core';
import type { Notice } from './receiver.js';
import { notice } from './fixtures/notices.spec-suite.js';

/** A message as the other side got it. */
export interface Delivered {
  /** What the other side knows the message by, to drop what it has seen. */
  readonly id: string;
  readonly content: string;
}

/** How the other side behaves at the next attempt. */
export type Mood = 'well' | 'busy' | 'gone' | 'silent' | 'refuses_sign_in';

/** One receiver with a real other side over the network. */
export interface ReceiverRig {
  send(notice: Notice): Promise<void>;
  delivered(): readonly Delivered[];
  become(mood: Mood): void;
  /** Stops to listen, so that nobody answers. */
  stop(): Promise<void>;
  /** What must not be seen in any error. */
  readonly secrets: readonly string[];
  close(): Promise<void>;
}

/** What every receiver does, whatever it speaks. */
export function describeReceiver(name: string, makeRig: () => Promise<ReceiverRig>): void {
  describe(`${name} as a receiver`, () => {
    let rig: ReceiverRig;
    beforeEach(async () => {
      rig = await makeRig();
    });
    afterEach(() => rig.close());

    const failure = (sent: Notice): Promise<unknown> =>
      rig.send(sent).then(
        () => undefined,
        (error: unknown) => error,
      );

    test('what it says names the customer, their words, the post and the case', async () => {
      await rig.send(notice());
      const [message] = rig.delivered();
      for (const part of [
        'Марта Гончар',
        'дитина відкрила пакунок',
        'https://facebook.example/p/71',
        '/cases/',
      ]) {
        expect(message?.content).toContain(part);
      }
    });

    test('a message sent twice is known to the other side by the same id', async () => {
      await rig.send(notice());
      await rig.send(notice());
      const ids = rig.delivered().map((message) => message.id);
      expect(ids).toEqual([notice().id, notice().id]);
    });

    test.each<Mood>(['busy', 'silent'])(
      'a %s other side faults so that a later attempt is made',
      async (mood) => {
        rig.become(mood);
        expect(isFault(await failure(notice()), 'unavailable')).toBe(true);
        rig.become('well');
        await rig.send(notice());
        expect(rig.delivered().map((message) => message.id)).toEqual([notice().id]);
      },
    );

    test('when nobody listens it faults so that a later attempt is made', async () => {
      await rig.stop();
      expect(isFault(await failure(notice()), 'unavailable')).toBe(true);
    });

    test('an other side that is gone for good is told apart', async () => {
      rig.become('gone');
      expect(isFault(await failure(notice()), 'rejected')).toBe(true);
    });

    test('no error holds a secret or the words of the customer', async () => {
      const errors: unknown[] = [];
      for (const mood of ['busy', 'silent', 'gone', 'refuses_sign_in'] as const) {
        rig.become(mood);
        errors.push(await failure(notice()));
      }
      await rig.stop();
      errors.push(await failure(notice()));
      const texts = errors.map((error) => `${String(error)} ${JSON.stringify(error)} ${causeOf(error)}`);
      expect(texts).toHaveLength(5);
      for (const secret of [...rig.secrets, 'Марта', 'пакунок']) {
        for (const text of texts) expect(text).not.toContain(secret);
      }
    });
  });
}

function causeOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error ? cause.message : JSON.stringify(cause ?? '');
}
