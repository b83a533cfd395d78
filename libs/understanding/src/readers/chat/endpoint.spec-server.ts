import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the stand-in was asked. */
export interface AskedOfEndpoint {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: {
    readonly model: string;
    readonly messages: readonly { readonly role: string; readonly content: string }[];
    readonly max_tokens?: number;
    readonly response_format: { readonly json_schema: { readonly strict: boolean } };
  };
  /** The post inside the message, as the endpoint sees it. */
  readonly post: string;
}

/** How the stand-in answers one call: a verdict, a body of its own, or never. */
export type EndpointAnswer =
  | { readonly content: string; readonly usage?: object; readonly finish?: string }
  | { readonly status: number; readonly body: string }
  | 'never';

/** A local stand-in for an OpenAI-compatible endpoint, over real HTTP. */
export async function startEndpoint(answer: (asked: AskedOfEndpoint) => EndpointAnswer) {
  const asked: AskedOfEndpoint[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = JSON.parse(Buffer.concat(parts).toString('utf8')) as AskedOfEndpoint['body'];
      const { post } = JSON.parse(body.messages.at(-1)?.content ?? '{}') as { post: string };
      const call = { path: request.url ?? '', headers: request.headers, body, post };
      asked.push(call);
      const given = answer(call);
      if (given === 'never') return;
      const isVerdict = 'content' in given;
      response.writeHead(isVerdict ? 200 : given.status, { 'content-type': 'application/json' });
      response.end(
        isVerdict
          ? JSON.stringify({
              choices: [{ finish_reason: given.finish ?? 'stop', message: { content: given.content } }],
              ...(given.usage && { usage: given.usage }),
            })
          : given.body,
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { asked, origin, close };
}
