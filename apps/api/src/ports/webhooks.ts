/** A call of a platform's webhook, as it came. */
export interface WebhookCall {
  readonly method: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
}

/** What a webhook answers. */
export interface WebhookAnswer {
  readonly status: number;
  readonly type?: string;
  readonly body: string;
}

/** What became of a request to be forgotten. */
export interface ErasureShown {
  readonly askedAt: Date;
  readonly doneAt?: Date;
  /** Texts that were wiped. */
  readonly mentions?: number;
}

/** The doors of platforms that tell us what happens. */
export interface WebhooksPart {
  /** Forgets a person whom Meta names; undefined when the request is not genuine. */
  forget(sourceId: string, signedRequest: string): Promise<{ url: string; code: string } | undefined>;
  /** A person took their consent back; false when the request is not genuine. */
  takeConsentBack(sourceId: string, signedRequest: string): Promise<boolean>;
  erasure(code: string): Promise<ErasureShown | undefined>;
  deliver(platform: string, sourceId: string, call: WebhookCall): Promise<WebhookAnswer>;
}
