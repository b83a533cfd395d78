import { Fault } from '@heard/core';
import { redact } from '@heard/http';
import { countOf, textOf, wireOf, type Wire } from '../wire.js';

/** An answer of the Bot API that is not a success. */
export interface TelegramFailure {
  readonly status: number;
  readonly body: Wire;
}

const PAUSE_MS = 60_000;
const NEW_TOKEN = 'A living bot token: this one was revoked or mistyped; ask @BotFather for it (/token)';
const ONE_RECEIVER =
  'The only receiver: this bot has a webhook elsewhere. Remove it (the method deleteWebhook, or the program that set it), or choose “webhook” here';
const ONE_ASKER =
  'The only receiver: another program asks Telegram for the messages to this bot, and takes a part of them away. Stop it, or have the token changed by @BotFather (/revoke) and write the new one here';
const BACK_INTO_CHAT = 'The bot in that chat: it was removed or blocked; add it again';
const GONE =
  /chat not found|message to be replied not found|message to reply not found|message not found|PEER_ID_INVALID/i;

/** Judges a failed answer by its status and words, and says what to do next. */
export function telegramFault(
  { status, body }: TelegramFailure,
  now: Date,
  secrets: readonly string[],
): Fault {
  const words = redact(textOf(body['description']) ?? 'no reason given', secrets).slice(0, 300);
  const message = `Telegram answered ${status}: ${words}`;
  switch (status) {
    case 400:
      if (GONE.test(words)) return new Fault('missing', message);
      return new Fault('bug', message, { code: 'bad_request' });
    case 401:
    case 404:
      return new Fault('disconnected', message, { code: 'token_invalid', missing: [NEW_TOKEN] });
    case 403:
      return new Fault('rejected', message, { code: 'forbidden', missing: [BACK_INTO_CHAT] });
    case 409:
      // Another request for updates, e.g. of a process that has just died, ends by itself; a webhook does not.
      if (!/webhook/i.test(words)) return new Fault('unavailable', message, { code: 'conflict' });
      return new Fault('disconnected', message, { code: 'webhook_set', missing: [ONE_RECEIVER] });
    case 429: {
      const seconds = countOf(wireOf(body['parameters'])['retry_after']);
      const pauseMs = seconds > 0 ? seconds * 1000 : PAUSE_MS;
      return new Fault('throttled', message, { retryAt: new Date(now.getTime() + pauseMs) });
    }
    default:
      return new Fault(status >= 500 || status < 400 ? 'unavailable' : 'bug', message, {
        code: 'telegram_failed',
      });
  }
}

/** Somebody else goes on asking for what is meant for us. */
export function otherReceiver(): Fault {
  const message = "Another program keeps asking Telegram for this bot's updates";
  return new Fault('disconnected', message, { code: 'other_receiver', missing: [ONE_ASKER] });
}

/** An answer that Telegram will not take, for a person to read; what may pass by itself stays as it is. */
export function whenWriting(fault: Fault): Fault {
  if (fault.code !== 'bad_request') return fault;
  return new Fault('rejected', fault.message, { code: fault.code, cause: fault });
}
