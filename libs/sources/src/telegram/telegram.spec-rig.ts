import { createHttpClient } from '@heard/http';
import { RIG_TIME } from '../contract.spec-suite.js';
import { TelegramFake } from './telegram.fake.js';
import { validateTelegram } from './telegram.settings.js';
import { TelegramSource } from './telegram.source.js';

/** The group that discusses the channel of the made-up bookshop. */
export const GROUP = -1001234567890;
/** Its channel. */
export const CHANNEL = -1009876543210;

/** What connects by a webhook. */
export const BY_WEBHOOK = {
  receive: 'webhook',
  webhookUrl: 'https://heard.example/hooks/telegram/1',
  webhookSecret: 'sim-webhook-secret',
};

/** A made-up Telegram with one group, and the source that listens to it. */
export async function openTelegram(pageSize = 2, given: Record<string, string> = {}, waitSeconds = 0) {
  let now = RIG_TIME;
  const clock = { now: () => now };
  const fake = new TelegramFake({ clock, pageSize });
  fake.addChat({ id: CHANNEL, type: 'channel', title: 'Книжная лавка «Маяк»', username: 'mayak_books' });
  fake.addChat({ id: GROUP, type: 'supergroup', title: 'Маяк | чат', linkedId: CHANNEL });
  const { baseUrl } = await fake.listen();
  const http = createHttpClient({
    allowPrivateAddresses: [baseUrl],
    totalTimeoutMs: waitSeconds > 0 ? 30_000 : 2_500,
  });
  const open = (more: Record<string, string> = {}): TelegramSource => {
    const checked = validateTelegram({ ...fake.settings(), ...given, ...more });
    if (!checked.ok) throw new Error('settings refused');
    return new TelegramSource(checked.settings, { http, baseUrl, clock, waitSeconds });
  };
  const close = async (): Promise<void> => {
    http.close();
    await fake.close();
  };
  const later = (minutes: number): void => void (now = new Date(now.getTime() + minutes * 60_000));
  return { fake, source: open(), open, close, later };
}
