import type { AlertFacts } from './alert.js';

/** One message about an alert, for one receiver. */
export interface Notice {
  /** The same on every attempt: receivers drop what they have seen. */
  readonly id: string;
  /** 0 for the first one told, higher for each step of the escalation. */
  readonly level: number;
  /** Nobody took the alert before; false for those told when it was raised. */
  readonly escalated: boolean;
  readonly queuedAt: Date;
  readonly facts: AlertFacts;
  readonly links: NoticeLinks;
}

/** Addresses in the dashboard. */
export interface NoticeLinks {
  readonly open: string;
  /** To take the alert; only in letters to one person. */
  readonly take?: string;
}

/**
 * A way to tell somebody. `send` ends when the other side has accepted the message, and faults otherwise: `rejected`
 * when it never will, anything else when a later attempt may succeed. Fault texts are shown to people and hold neither
 * secrets nor a customer's words.
 */
export interface Receiver<To> {
  send(notice: Notice, to: To): Promise<void>;
}
