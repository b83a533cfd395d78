import type { Clock } from '@heard/core';
import type { HttpClient, HttpResponse } from '@heard/http';
import { Webhook } from 'standardwebhooks';
import type { Notice, Receiver } from '../receiver.js';
import { faultOfCall, faultOfStatus } from './webhook.faults.js';
import { webhookPayload } from './webhook.payload.js';

/** Where a call goes, and the `whsec_...` secret it is signed with. */
export interface WebhookTo {
  readonly url: string;
  readonly secret: string;
}

const usualTimeoutMs = 10_000;

/** Calls a program, signed as Standard Webhooks says; `webhook-id` is the notification's id on every attempt. */
export class WebhookReceiver implements Receiver<WebhookTo> {
  constructor(
    private readonly http: HttpClient,
    private readonly clock: Clock,
    private readonly timeoutMs = usualTimeoutMs,
  ) {}

  async send(notice: Notice, to: WebhookTo): Promise<void> {
    const body = JSON.stringify(webhookPayload(notice));
    const at = this.clock.now();
    const headers = {
      'content-type': 'application/json',
      'webhook-id': notice.id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
      'webhook-signature': new Webhook(to.secret).sign(notice.id, at, body),
    };
    const { status } = await this.call(to.url, headers, body);
    const fault = faultOfStatus(status);
    if (fault) throw fault;
  }

  private async call(url: string, headers: Record<string, string>, body: string): Promise<HttpResponse> {
    try {
      const signal = AbortSignal.timeout(this.timeoutMs);
      return await this.http.request({ method: 'POST', url, headers, body, signal });
    } catch (error) {
      throw faultOfCall(error);
    }
  }
}
