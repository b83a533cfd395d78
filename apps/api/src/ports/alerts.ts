import type { Actor } from '@heard/core';
import type { AlertLinkView, AlertView, PageOf } from '@heard/insight';
import type { PageAsked } from './page.js';

/** A program that is told of alerts. */
export interface ReceiverView {
  readonly id: string;
  readonly kind: 'webhook';
  readonly name: string;
  readonly url: string;
}

/** Alerts, the links in their letters, and receivers. */
export interface AlertsPart {
  list(
    workspaceId: string,
    asked: PageAsked & { readonly state: AlertView['state'] | 'all' },
  ): Promise<PageOf<AlertView>>;
  get(workspaceId: string, alertId: string): Promise<AlertView | undefined>;
  take(workspaceId: string, alertId: string, by: Actor): Promise<AlertView>;
  /** Undefined for a token that was never given, is too old, or whose alert is gone. */
  byLink(token: string): Promise<AlertLinkView | undefined>;
  takeByLink(token: string): Promise<AlertLinkView | undefined>;
  receivers(workspaceId: string): Promise<readonly ReceiverView[]>;
  addReceiver(
    workspaceId: string,
    asked: { readonly name: string; readonly url: string },
    by: Actor,
  ): Promise<ReceiverView & { readonly secret: string }>;
  removeReceiver(workspaceId: string, receiverId: string, by: Actor): Promise<void>;
}
