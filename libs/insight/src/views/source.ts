import type { Instant } from '../instant.js';

/** The address that the platform may tell what happens, and how that goes. */
export interface WebhookView {
  readonly url: string;
  /** When it first spoke; absent while it never did. */
  readonly since?: Instant;
  readonly lastAt?: Instant;
  /** Mentions since then that only polling found. */
  readonly missed: number;
}

/** How a source is. `blindSince` says from when new mentions may have been missed. */
export interface SourceView {
  readonly id: string;
  readonly platform: string;
  readonly name: string;
  readonly brandId?: string;
  readonly locationId?: string;
  readonly state:
    | 'ok'
    | 'waiting'
    | 'throttled'
    | 'failing'
    | 'needs_reconnect'
    | 'permission_missing'
    | 'plan_missing'
    | 'blocked'
    /** It works, and its access ends within 30 days. */
    | 'expiring'
    | 'paused';
  /** Why, in plain words; for people. */
  readonly reason?: string;
  readonly missing?: readonly string[];
  readonly stateSince: Instant;
  readonly lastCollectedAt?: Instant;
  readonly lastOkAt?: Instant;
  readonly blindSince?: Instant;
  /** When the last check of the access ended. */
  readonly checkedAt?: Instant;
  /** When the access ends by itself, where the platform tells. */
  readonly accessEndsAt?: Instant;
  /** It is read, and nothing came for three times its usual gap. */
  readonly silentSince?: Instant;
  readonly nextDueAt?: Instant;
  readonly mentions: number;
  readonly canReply: boolean;
  /** Settings that are no secrets. */
  readonly settings: Readonly<Record<string, string>>;
  /** Which secrets are stored; never their values. */
  readonly secretsSet: readonly string[];
  /** Absent where the platform has no webhooks. */
  readonly webhook?: WebhookView;
  readonly demo: boolean;
}
