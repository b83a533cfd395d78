import { Fault, isFault, sameWords } from '@heard/core';
import { multipartOf } from '../multipart.js';
import type { ReplyTarget, SeenReply } from '../source.js';
import { countOf, listOf, textOf, wireOf, type Wire } from '../wire.js';
import type { WildberriesApi } from './wildberries.api.js';
import { WITHHELD } from './wildberries.faults.js';
import { claimIdOf, momentOf } from './wildberries.private-parse.js';

const MAX_MESSAGE = 1_000;
const MAX_PAGES = 20;
const SLACK_MS = 2_000;

/** Answers in private: in the chat with the buyer, a claim's in the chat about the same order. */
export class WildberriesChats {
  constructor(private readonly api: WildberriesApi) {}

  async reply(to: ReplyTarget, text: string, signal: AbortSignal): Promise<{ externalId: string }> {
    const { length } = text;
    if (text.trim() === '' || length > MAX_MESSAGE) {
      const message = `Wildberries takes messages of 1 to ${MAX_MESSAGE} characters; this one has ${length}`;
      throw new Fault('rejected', message, { code: length > MAX_MESSAGE ? 'too_long' : 'too_short' });
    }
    const chat = await this.chatOf(to, signal);
    // Each chat has a signature of its own; without it nothing is sent.
    const form = multipartOf({ replySign: textOf(chat['replySign']) ?? '', message: text });
    const body = await this.call('POST', 'message', { form }, signal);
    const chatId = textOf(chat['chatID']) ?? '';
    return { externalId: `${chatId}/${textOf(wireOf(body['result'])['addTime']) ?? 'message'}` };
  }

  /** Reads the events since then for our own words in this chat. */
  async find(
    to: ReplyTarget,
    text: string,
    since: Date,
    signal: AbortSignal,
  ): Promise<SeenReply | undefined> {
    const chatId = textOf((await this.chatOf(to, signal))['chatID']);
    let next = since.getTime() - SLACK_MS;
    for (let page = 0; page < MAX_PAGES; page += 1) {
      const body = await this.call('GET', 'events', { query: { next } }, signal);
      const result = wireOf(body['result']);
      if (countOf(result['totalEvents']) === 0) return undefined;
      const ours = listOf(result['events'], 'list of events').find(
        (event) => textOf(event['chatID']) === chatId && isOurs(event, text, since),
      );
      const externalId = textOf(ours?.['eventID']);
      if (externalId !== undefined) return { externalId, state: 'visible' };
      const onward = countOf(result['next']);
      if (onward <= next) return undefined;
      next = onward;
    }
    return undefined;
  }

  private async chatOf(to: ReplyTarget, signal: AbortSignal): Promise<Wire> {
    const claimId = claimIdOf(to.externalId);
    const order = claimId === undefined ? undefined : await this.orderOf(claimId, to.raw, signal);
    const chats = listOf((await this.call('GET', 'chats', {}, signal))['result'], 'list of chats');
    const found = chats.find((chat) =>
      claimId === undefined
        ? textOf(chat['chatID']) === to.rootExternalId
        : order !== undefined && textOf(wireOf(chat['goodCard'])['rid']) === order,
    );
    if (found !== undefined) return found;
    if (claimId === undefined) throw new Fault('missing', 'Wildberries shows no such chat');
    const words = `A claim takes a decision, not words alone, and there is no chat about its order: decide it on the page of its case`;
    throw new Fault('rejected', words, { code: 'decision_needed' });
  }

  /** The order that a claim is about. */
  private async orderOf(id: string, raw: unknown, signal: AbortSignal): Promise<string | undefined> {
    const known = textOf(wireOf(raw)['srid']);
    if (known !== undefined) return known;
    for (const archived of ['false', 'true']) {
      const call = { query: { is_archive: archived, id }, section: 'claims' } as const;
      const body = await this.api.call('GET', '/api/v1/claims', call, signal).catch(withheld('claims'));
      const order = textOf(listOf(body['claims'], 'list of claims')[0]?.['srid']);
      if (order !== undefined) return order;
    }
    return undefined;
  }

  private call(
    method: 'GET' | 'POST',
    name: string,
    more: Parameters<WildberriesApi['call']>[2],
    signal: AbortSignal,
  ): Promise<Wire> {
    const path = `/api/v1/seller/${name}`;
    return this.api.call(method, path, { ...more, section: 'chats' }, signal).catch(withheld('chats'));
  }
}

function isOurs(event: Wire, text: string, since: Date): boolean {
  const at = momentOf(event);
  const isNew = at === undefined || at.getTime() >= since.getTime() - SLACK_MS;
  return (
    event['sender'] === 'seller' && isNew && sameWords(textOf(wireOf(event['message'])['text']) ?? '', text)
  );
}

/** Who may not chat can still read and answer in public: the message is rejected, the source is not parked. */
function withheld(section: keyof typeof WITHHELD): (error: unknown) => never {
  return (error) => {
    if (isFault(error, 'bug'))
      throw new Fault('rejected', error.message, { code: 'not_taken', cause: error });
    if (!isFault(error, 'disconnected')) throw error;
    const details = { code: error.code, missing: [WITHHELD[section]], cause: error };
    throw new Fault('rejected', error.message, details);
  };
}
