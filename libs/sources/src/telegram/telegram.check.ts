import { isFault } from '@heard/core';
import type { CheckResult } from '../source.js';
import { textOf, wireOf, type Wire } from '../wire.js';
import { ChatMoved, type TelegramApi } from './telegram.api.js';
import { hostOf, isFailing } from './telegram.receive.js';
import type { TelegramSettings } from './telegram.settings.js';

/** What a bot that was told of no group cannot know it needs: whether it sits in one is not to be asked. */
const GROUPS =
  'All messages of groups: make the bot an administrator there, or switch its privacy off with @BotFather (/setprivacy, Disable) and add it anew; until then it hears only what is said to it';

/** Proves the connection: the token lives, the bot hears every group that was named, and nobody else receives for it. */
export async function checkTelegram(
  api: TelegramApi,
  settings: TelegramSettings,
  signal: AbortSignal,
): Promise<CheckResult> {
  try {
    const me = wireOf(await api.call('getMe', {}, signal));
    const missing: string[] = [];
    for (const group of settings.groups) missing.push(...(await missingInGroup(api, group, me, signal)));
    const info = wireOf(await api.call('getWebhookInfo', {}, signal));
    missing.push(...missingOfWebhook(info, settings, api.now()));
    if (missing.length > 0) return { ok: false, missing };
    const hearsAll = me['can_read_all_group_messages'] === true || settings.groups.length > 0;
    return hearsAll ? { ok: true } : { ok: true, optional: [GROUPS] };
  } catch (error) {
    if (!isFault(error, 'disconnected')) throw error;
    return { ok: false, missing: error.missing ?? [error.message] };
  }
}

async function missingInGroup(
  api: TelegramApi,
  group: string,
  me: Wire,
  signal: AbortSignal,
): Promise<string[]> {
  const addIt = `The bot in the group ${group}: add it there as an administrator`;
  try {
    const params = { chat_id: group, user_id: me['id'] };
    const member = wireOf(await api.call('getChatMember', params, signal));
    const status = textOf(member['status']) ?? '';
    if (['left', 'kicked'].includes(status)) return [addIt];
    if (status === 'restricted' && member['can_send_messages'] !== true)
      return [`The right to write in the group ${group}: an administrator there grants it to the bot`];
    if (status === 'administrator' || me['can_read_all_group_messages'] === true) return [];
    return [
      `All messages of the group ${group}: make the bot an administrator there, or switch its privacy off with @BotFather (/setprivacy, Disable) and add it anew; until then it hears only what is said to it`,
    ];
  } catch (error) {
    if (error instanceof ChatMoved)
      return [
        `The new number of the group ${group}, which became a supergroup: write ${error.chatId} here in its place`,
      ];
    if (!isFault(error, 'missing', 'rejected', 'bug')) throw error;
    return [addIt];
  }
}

function missingOfWebhook(info: Wire, settings: TelegramSettings, now: Date): string[] {
  const url = textOf(info['url']);
  if (url !== undefined && url !== settings.webhookUrl) {
    return [
      `The only receiver: this bot delivers to a webhook at ${hostOf(url)}. Remove that one (deleteWebhook), or choose “webhook” here with its address`,
    ];
  }
  if (settings.receive === 'webhook' && isFailing(info, now)) {
    const words = (textOf(info['last_error_message']) ?? 'no reason given').slice(0, 200);
    return [
      `A webhook that Telegram can reach: it says “${words}”. It needs HTTPS on port 443, 80, 88 or 8443`,
    ];
  }
  return [];
}
