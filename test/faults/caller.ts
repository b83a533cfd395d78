/** What came back: the status, and the body as text and as JSON. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: Record<string, unknown>;
}

/** One caller of the API, by the cookie of a session or by a key. */
export class Caller {
  constructor(
    readonly address: string,
    readonly headers: Readonly<Record<string, string>>,
  ) {}

  static async signIn(address: string, email: string, password: string): Promise<Caller> {
    const answer = await new Caller(address, {}).call('POST', '/api/v1/session', { email, password });
    if (answer.status !== 200) throw new Error(`sign-in: ${answer.status} ${answer.text}`);
    const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
    return new Caller(address, { cookie, 'sec-fetch-site': 'same-origin' });
  }

  /** Sends a body as JSON; a string is sent as it is. */
  async call(method: string, path: string, body?: unknown, headers: object = {}): Promise<Answer> {
    const leaving = new AbortController();
    const answer = await fetch(`${this.address}${path}`, {
      method,
      redirect: 'manual',
      signal: leaving.signal,
      headers: {
        ...this.headers,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const type = answer.headers.get('content-type') ?? '';
    // A stream of events never ends by itself.
    if (type.includes('event-stream')) leaving.abort();
    const text = type.includes('event-stream') ? '' : await answer.text();
    return {
      status: answer.status,
      headers: answer.headers,
      text,
      json: type.includes('json') && text !== '' ? (JSON.parse(text) as Record<string, unknown>) : {},
    };
  }

  get(path: string): Promise<Answer> {
    return this.call('GET', path);
  }

  post(path: string, body: unknown = {}): Promise<Answer> {
    return this.call('POST', path, body);
  }

  /** Makes a key with these scopes and returns its holder. */
  async keyHolder(...scopes: string[]): Promise<Caller> {
    const { json } = await this.post('/api/v1/keys', { name: scopes.join(' '), scopes });
    return new Caller(this.address, { authorization: `Bearer ${String(json['key'])}` });
  }
}
