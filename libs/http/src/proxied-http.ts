import type { HttpClient, HttpRequest, HttpResponse } from './http-client.js';

/** Calls through the proxy of one connection; everything else is as without it. */
export class ProxiedHttp implements HttpClient {
  constructor(
    private readonly http: HttpClient,
    /** With the user name and password, where it wants them: `https://user:password@host:port`. */
    readonly proxy: string,
  ) {}

  request(request: HttpRequest): Promise<HttpResponse> {
    return this.http.request({ ...request, proxy: this.proxy });
  }

  async addressOf(host: string, port: number): Promise<string> {
    const proxy = new URL(this.proxy);
    await this.http.addressOf(proxy.hostname, portOf(proxy));
    return this.http.addressOf(host, port);
  }

  close(): void {
    this.http.close();
  }
}

function portOf({ protocol, port }: URL): number {
  return port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port);
}
