import type { Urgency, UrgencyReason } from '@heard/core';
import type { AlertKind } from '../../alert.js';

/** Everything a letter says by itself, in one language; the same words as in the dashboard. */
export interface LetterWords {
  readonly demo: string;
  readonly kind: Readonly<Record<AlertKind, string>>;
  /** The first sentence. */
  readonly opening: Readonly<Record<AlertKind, string>>;
  readonly escalated: string;
  readonly urgency: Readonly<Record<Urgency, string>>;
  readonly reason: Readonly<Record<UrgencyReason, string>>;
  readonly sourceState: Readonly<Record<string, string>>;
  readonly label: {
    readonly customer: string;
    readonly assignee: string;
    readonly where: string;
    readonly postedAt: string;
    readonly urgency: string;
    readonly reasons: string;
    readonly promise: string;
    readonly due: string;
    readonly answerReason: string;
    readonly state: string;
    readonly stateReason: string;
    readonly missing: string;
    readonly accessEnds: string;
    readonly silentSince: string;
    readonly words: string;
    readonly complaints: string;
    readonly shared: string;
    readonly example: string;
    readonly beware: string;
    readonly post: string;
    readonly take: string;
    readonly openCase: (number: number) => string;
    readonly open: string;
  };
  readonly unknownCustomer: string;
  /** Of an incident that looks like a flood by bots. */
  readonly coordinated: string;
  readonly footer: string;
}
