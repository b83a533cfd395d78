import type { Clock } from '@heard/core';
import type { HttpClient } from '@heard/http';

/** A call of a platform's webhook, as it came; nothing in it is to be trusted yet. */
export interface PushDelivery {
  readonly method: string;
  readonly query: Readonly<Record<string, string>>;
  /** By names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** The bytes that a signature was made over. */
  readonly body: Buffer;
}

/** What a webhook answers. */
export interface PushAnswer {
  readonly status: number;
  readonly type?: string;
  readonly body: string;
}

/** One thing that a webhook told of. */
export interface PushEvent {
  /** The same when the platform delivers it again. */
  readonly key: string;
  /** Whose it is, where one webhook serves several accounts. */
  readonly account?: string;
  /** Plain JSON for the source's `takePushed`. */
  readonly event: unknown;
}

type Values = Readonly<Record<string, string>>;

/** What it takes to ask a platform for its keys or its greeting. */
export interface PushContext {
  /** Ours, as the platform knows it: a signature may be for it alone. */
  readonly address: string;
  readonly http: HttpClient;
  readonly baseUrls: Readonly<Record<string, string>>;
  readonly clock: Clock;
}

/** The webhooks of one platform: pure functions over the request and the source's settings, secrets included. */
export interface PushDoor {
  /** The platform's handshake; undefined when the delivery is none. */
  greet?(delivery: PushDelivery, settings: Values): PushAnswer | undefined;
  /** The greeting as the platform expects it now, where it changes; the one given when that cannot be asked for. */
  greetAnew?(greeting: PushAnswer, settings: Values, context: PushContext): Promise<PushAnswer>;
  /** Checks who sent it, on the raw bytes and in constant time. What is not genuine is answered with 401 and not kept. */
  isGenuine(delivery: PushDelivery, settings: Values): boolean;
  /**
   * The rest of it, where a platform signs with keys that it has to be asked for. A fault when they cannot be had now, so
   * that it is delivered again.
   */
  isSigned?(delivery: PushDelivery, settings: Values, context: PushContext): Promise<boolean>;
  /** What a genuine delivery tells of. */
  events(delivery: PushDelivery): readonly PushEvent[];
  /** What the platform wants to hear; 200 and nothing, if absent. */
  readonly answer?: PushAnswer;
  /** The setting that the `account` of an event is compared with. */
  readonly accountSetting?: string;
}

/** Where the webhook of a source is reached. */
export function pushAddress(publicUrl: string, platform: string, sourceId: string): string {
  return `${publicUrl}/hooks/${platform}/${sourceId}`;
}
