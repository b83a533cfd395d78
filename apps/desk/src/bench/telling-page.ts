import { createHmac } from 'node:crypto';
import * as http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PushDelivery } from '@heard/sources';

const appSecret = 'only-for-this-measure';
const pageId = '500600';

/** As much of a page on Facebook as it takes to tell of posts and to be asked for them. */
export class TellingPage {
  readonly settings = { pageId, pageToken: 'only-for-this-measure', appId: '700800', appSecret };
  private readonly server = http.createServer((request, response) => {
    const id = /\/(\d+_\d+)(?:\?|$)/u.exec(request.url ?? '')?.[1];
    const from = { id: '9001', name: 'Olena' };
    const post = { id, message: `Where is my book? ${id}`, created_time: new Date().toISOString(), from };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(id === undefined ? { data: [] } : { ...post, is_published: true }));
  });
  private told = 0;

  async listen(): Promise<string> {
    await new Promise<void>((ready) => this.server.listen(0, '127.0.0.1', ready));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** The delivery for one more post, signed as Meta signs. */
  tell(): PushDelivery {
    this.told += 1;
    const value = {
      item: 'status',
      verb: 'add',
      post_id: `${pageId}_${this.told}`,
      message: 'Where is my book?',
    };
    const entry = [{ id: pageId, time: this.told, changes: [{ field: 'feed', value }] }];
    const body = Buffer.from(JSON.stringify({ object: 'page', entry }));
    const signature = createHmac('sha256', appSecret).update(body).digest('hex');
    const headers = { 'content-type': 'application/json', 'x-hub-signature-256': `sha256=${signature}` };
    return { method: 'POST', query: {}, headers, body };
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }
}
