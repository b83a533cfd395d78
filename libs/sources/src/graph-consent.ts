import { Fault } from '@heard/core';
import type { ConsentApp, ConsentAsked, ConsentGiven } from './consent.js';
import { GraphApi, nextLinkOf } from './graph-api.js';
import { hostUrl, type SourceContext } from './platform-entry.js';
import { listOf, textOf, wireOf, type Wire } from './wire.js';

/** The version that consent is asked in; a source then keeps its own. */
const API_VERSION = 'v26.0';
const MOST_PAGES = 50;

/** A page that a person may manage, with its lasting token. */
export interface ManagedPage {
  readonly id: string;
  readonly name: string;
  readonly token: string;
  readonly tasks: readonly string[];
  readonly wire: Wire;
}

/**
 * Where Meta asks a person for their consent to these permissions, and to sending messages where the app may: Meta refuses
 * whoever asks for a permission that the app has not.
 */
export function metaAuthorizeUrl(
  app: ConsentApp,
  { redirectUri, state }: ConsentAsked,
  scopes: readonly string[],
  toMessage: string,
  context: Pick<SourceContext, 'baseUrls'>,
): string {
  const url = new URL(`${hostUrl(context, 'facebookDialog')}/${API_VERSION}/dialog/oauth`);
  const query = {
    client_id: app.clientId,
    redirect_uri: redirectUri,
    state,
    response_type: 'code',
    scope: [...scopes, ...(app.messages === true ? [toMessage] : [])].join(','),
    // Who had refused a permission is asked again.
    auth_type: 'rerequest',
  };
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url.href;
}

/** The pages of a person: the code becomes a short token, that a long one, and that the pages' own, which last. */
export async function managedPages(
  app: ConsentApp,
  { code, redirectUri }: ConsentGiven,
  fields: string,
  context: SourceContext,
  signal: AbortSignal,
): Promise<ManagedPage[]> {
  const baseUrl = hostUrl(context, 'facebook');
  const graphOf = (token: string): GraphApi =>
    new GraphApi(
      context.http,
      { baseUrl, apiVersion: API_VERSION, token, appSecret: app.clientSecret },
      context.clock,
    );
  const exchange = async (form: Record<string, string>): Promise<string> => {
    const own = { client_id: app.clientId, client_secret: app.clientSecret };
    // By POST, so that neither the secret nor the code stands in any address.
    const { body } = await graphOf(`${app.clientId}|${app.clientSecret}`).post(
      'oauth/access_token',
      { ...own, ...form },
      signal,
    );
    const token = textOf(body['access_token']);
    if (token === undefined)
      throw new Fault('unavailable', 'Facebook gave no token', { code: 'unexpected_shape' });
    return token;
  };
  const short = await exchange({ code, redirect_uri: redirectUri });
  const long = await exchange({ grant_type: 'fb_exchange_token', fb_exchange_token: short });
  return pagesOf(graphOf(long), fields, signal);
}

async function pagesOf(graph: GraphApi, fields: string, signal: AbortSignal): Promise<ManagedPage[]> {
  const pages: ManagedPage[] = [];
  let answer = await graph.get('me/accounts', { fields, limit: 100 }, signal);
  for (let read = 0; read < MOST_PAGES; read += 1) {
    pages.push(...listOf(answer.body['data'], 'list of pages').flatMap(pageOf));
    const next = nextLinkOf(answer.body);
    if (next === undefined) break;
    answer = await graph.follow(next, signal);
  }
  return pages;
}

function pageOf(wire: Wire): ManagedPage[] {
  const id = textOf(wire['id']);
  const token = textOf(wire['access_token']);
  if (id === undefined || token === undefined) return [];
  const tasks = Array.isArray(wire['tasks']) ? wire['tasks'].map(String) : [];
  return [{ id, name: textOf(wire['name']) ?? id, token, tasks, wire: wireOf(wire) }];
}
