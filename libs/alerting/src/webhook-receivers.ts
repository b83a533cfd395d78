import { randomBytes } from 'node:crypto';
import { type Clock, Fault } from '@heard/core';
import { newId, type SecretBox, type Transaction } from '@heard/database';
import { deleteReceiver, insertReceiver, listReceivers, type ReceiverRow } from './store/receiver-rows.js';

/** A webhook receiver as people see it: its secret was shown when it was added, and never again. */
export interface WebhookReceiverView {
  readonly id: string;
  readonly kind: 'webhook';
  readonly name: string;
  readonly url: string;
  readonly createdAt: Date;
}

const mostReceivers = 20;
const mostUrlCharacters = 2_000;
const mostNameCharacters = 100;
const secretBytes = 32;

const place = (id: string): string => `receiver:${id}`;

/** The signing secret of a receiver. */
export function openSecret(
  secretBox: SecretBox,
  row: { readonly id: string; readonly secretSealed: Buffer },
): string {
  return secretBox.open(row.secretSealed, place(row.id));
}

/** Programs that are told of every alert of the workspace. */
export class WebhookReceivers {
  constructor(
    private readonly secretBox: SecretBox,
    private readonly clock: Clock,
  ) {}

  /** Adds a receiver; the secret to verify its signatures with is in the answer and nowhere else in clear. */
  async add(
    tx: Transaction,
    asked: { readonly name: string; readonly url: string },
  ): Promise<WebhookReceiverView & { readonly secret: string }> {
    const [name, url] = [checkedName(asked.name), checkedUrl(asked.url)];
    if ((await listReceivers(tx)).length >= mostReceivers) {
      throw new Fault('refused', `A workspace has at most ${mostReceivers} receivers.`, {
        code: 'too_many_receivers',
      });
    }
    const id = newId();
    const secret = `whsec_${randomBytes(secretBytes).toString('base64')}`;
    const secretSealed = this.secretBox.seal(secret, place(id));
    const row = { id, name, url, secretSealed, createdAt: this.clock.now() };
    await insertReceiver(tx, row);
    return { ...view(row), secret };
  }

  async list(tx: Transaction): Promise<WebhookReceiverView[]> {
    return (await listReceivers(tx)).map(view);
  }

  /** Removes a receiver; what is on its way to it is not sent any more. */
  async remove(tx: Transaction, id: string): Promise<void> {
    if (!(await deleteReceiver(tx, id))) throw new Fault('missing', 'There is no such receiver.');
  }
}

function view({ id, name, url, createdAt }: ReceiverRow): WebhookReceiverView {
  return { id, kind: 'webhook', name, url, createdAt };
}

function checkedName(name: string): string {
  const trimmed = name.trim();
  if (trimmed === '' || trimmed.length > mostNameCharacters || /\p{Cc}/u.test(trimmed)) {
    throw new Fault('invalid', `A receiver has a name of 1 to ${mostNameCharacters} characters.`, {
      code: 'receiver_name',
    });
  }
  return trimmed;
}

/** Whether the address is a private one shows only when it is called: names change what they point to. */
function checkedUrl(text: string): string {
  const url = text.length <= mostUrlCharacters && URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.username !== '' || url.password !== '') {
    throw new Fault('invalid', 'A receiver has an http or https address without a name and password in it.', {
      code: 'receiver_url',
    });
  }
  return url.href;
}
