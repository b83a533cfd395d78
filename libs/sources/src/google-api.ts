import { Fault, isFault, type Clock } from '@heard/core';
import type { HttpClient, HttpRequest, HttpResponse } from '@heard/http';
import type { CallPace } from './budgeted-http.js';
import { googleFault, tokenFault, type GoogleFailure, type GoogleWords } from './google-faults.js';
import type { GoogleGrant } from './google-grants.js';
import { type HeldToken, type HeldTokens, TokensInMemory } from './held-tokens.js';
import { TheirClock } from './their-clock.js';
import { countOf, textOf, wireOf, type Wire } from './wire.js';

/** What the calls need of the process. */
export interface GoogleContext {
  readonly http: HttpClient;
  readonly baseUrl: string;
  readonly oauthUrl: string;
  readonly clock: Clock;
  readonly tokens?: HeldTokens;
  readonly pace?: CallPace;
}

/** How one account is reached over Google's APIs. */
export interface GoogleAccess {
  /** Absent where an API key is enough. */
  readonly grant?: GoogleGrant;
  /** Goes into the address, as Google has it. */
  readonly apiKey?: string;
  readonly words: GoogleWords;
  /** Judges what is peculiar to this API; undefined leaves it to the common judgement. */
  readonly judge?: (failure: GoogleFailure, now: Date) => Fault | undefined;
}

type Call = Pick<HttpRequest, 'method' | 'query' | 'json' | 'purpose' | 'headers'>;

/** A part of a file, and how long the whole file is. */
export interface FilePiece {
  readonly bytes: Buffer;
  readonly total: number;
}

/** An access token is renewed a minute before it ends. */
const RENEW_BEFORE_MS = 60_000;

/** Calls of one of Google's APIs: access tokens made of a grant, every failure a fault. */
export class GoogleApi {
  private held?: HeldToken;
  private readonly tokens: HeldTokens;
  private readonly theirClock: TheirClock;

  constructor(
    private readonly access: GoogleAccess,
    private readonly context: GoogleContext,
  ) {
    this.tokens = context.tokens ?? new TokensInMemory();
    this.theirClock = new TheirClock(context.clock);
  }

  /** Calls a path below the host. */
  async call(path: string, call: Call, signal: AbortSignal): Promise<Wire> {
    return bodyOf(await this.answer(path, call, signal));
  }

  /** A part of a file: large ones are not taken at once. */
  async piece(
    path: string,
    query: Call['query'],
    { offset, length }: { readonly offset: number; readonly length: number },
    signal: AbortSignal,
  ): Promise<FilePiece> {
    const headers = { range: `bytes=${offset}-${offset + length - 1}` };
    const call = { method: 'GET', query, headers, purpose: 'backfill' } as const;
    const { status, bytes, headers: told } = await this.answer(path, call, signal);
    const total = Number(/\/(\d+)$/u.exec(told['content-range'] ?? '')?.[1]);
    if (status === 206 && !Number.isNaN(total)) return { bytes, total };
    // Who does not know ranges gives all of it.
    return { bytes: bytes.subarray(offset, offset + length), total: bytes.length };
  }

  private async answer(path: string, call: Call, signal: AbortSignal): Promise<HttpResponse> {
    const { grant } = this.access;
    if (grant === undefined) return await this.send(path, call, undefined, signal);
    const token = await this.token(grant, undefined, signal);
    try {
      return await this.send(path, call, token, signal);
    } catch (error) {
      if (!isFault(error) || error.code !== 'token_invalid') throw error;
      // A token may be withdrawn before its time: one fresh one is tried.
      return await this.send(path, call, await this.token(grant, token, signal), signal);
    }
  }

  private async send(
    path: string,
    call: Call,
    token: string | undefined,
    signal: AbortSignal,
  ): Promise<HttpResponse> {
    const { grant, apiKey, words, judge } = this.access;
    const response = await this.context.http.request({
      ...call,
      url: `${this.context.baseUrl.replace(/\/$/, '')}/${path}`,
      ...(token !== undefined && { headers: { ...call.headers, authorization: `Bearer ${token}` } }),
      ...(apiKey !== undefined && { query: { ...call.query, key: apiKey } }),
      signal,
    });
    if (isGood(response)) return response;
    const body = bodyOf(response);
    const now = this.context.clock.now();
    const secrets = [...(grant?.secrets ?? []), token, apiKey].filter((secret) => secret !== undefined);
    throw judge?.({ ...response, body }, now) ?? googleFault({ ...response, body }, words, now, secrets);
  }

  /** A token that lives; another one than `refused`, where one was refused. */
  private async token(grant: GoogleGrant, refused: string | undefined, signal: AbortSignal): Promise<string> {
    signal.throwIfAborted();
    const now = this.context.clock.now();
    const isGood = (held: HeldToken | undefined): held is HeldToken =>
      held !== undefined && held.token !== refused && held.until > now;
    if (!isGood(this.held)) this.held = await this.tokens.find(grant.name);
    if (isGood(this.held)) return this.held.token;
    const body = await this.askForToken(grant, signal);
    const token = textOf(body['access_token']);
    if (token === undefined)
      throw new Fault('unavailable', 'Google gave no access token', { code: 'unexpected_shape' });
    const until = new Date(now.getTime() + countOf(body['expires_in']) * 1000 - RENEW_BEFORE_MS);
    this.held = { token, until };
    await this.tokens.keep(grant.name, this.held);
    return token;
  }

  private async askForToken(grant: GoogleGrant, signal: AbortSignal): Promise<Wire> {
    const url = `${this.context.oauthUrl.replace(/\/$/, '')}/token`;
    const ask = async (): Promise<HttpResponse> => {
      const form = await grant.form(this.theirClock.now());
      return await this.context.http.request({ method: 'POST', url, form, signal });
    };
    let response = await ask();
    const refused = isGood(response) ? undefined : bodyOf(response);
    if (refused?.['error'] === 'invalid_grant' && grant.isDated) {
      // What was signed by a wrong clock is signed again by theirs.
      this.theirClock.learn(response.headers['date']);
      response = await ask();
    }
    const body = bodyOf(response);
    if (isGood(response)) return body;
    throw tokenFault({ ...response, body }, this.access.words, this.context.clock.now(), grant.secrets);
  }
}

function isGood({ status }: HttpResponse): boolean {
  return status === 200 || status === 206;
}

/** A failing or redirecting server may answer anything; a good answer is JSON. */
function bodyOf(response: HttpResponse): Wire {
  if (!isGood(response) && !response.text.trimStart().startsWith('{')) return {};
  return wireOf(response.json());
}
