import type { AlertKind } from '../alert.js';
import { excerptCharacters, nameCharacters } from '../excerpt.js';
import { oneLine, webLink } from '../plain-text.js';
import type { Notice } from '../receiver.js';

/** The body of a call, version 1: fields are added, never changed. Absent facts are left out. */
export interface WebhookPayload {
  readonly type: 'alert.raised' | 'alert.escalated';
  readonly v: 1;
  /** When the message was queued, ISO 8601 in UTC. */
  readonly timestamp: string;
  readonly data: {
    readonly alertId: string;
    readonly kind: AlertKind;
    readonly level: number;
    readonly urgency: string;
    readonly reasons: readonly string[];
    readonly demo: boolean;
    readonly raisedAt: string;
    readonly url: string;
    readonly case?: { readonly id: string; readonly number: number };
    readonly incident?: { readonly id: string; readonly cases: number };
    readonly customer?: string;
    readonly excerpt?: string;
    readonly postUrl?: string;
    readonly postedAt?: string;
    readonly source?: { readonly id: string; readonly platform: string; readonly name: string };
  };
}

/** What a program is told: ids and facts; the same for every attempt as long as the facts are. */
export function webhookPayload({ level, escalated, queuedAt, facts, links }: Notice): WebhookPayload {
  const { mention, source, customer, incident } = facts;
  return {
    type: escalated ? 'alert.escalated' : 'alert.raised',
    v: 1,
    timestamp: queuedAt.toISOString(),
    data: {
      alertId: facts.alertId,
      kind: facts.kind,
      level,
      urgency: facts.urgency,
      reasons: facts.reasons,
      demo: facts.demo,
      raisedAt: facts.raisedAt.toISOString(),
      url: links.open,
      case: facts.case,
      incident: incident && { id: incident.id, cases: incident.cases },
      customer: customer === undefined ? undefined : oneLine(customer, nameCharacters),
      excerpt: mention && oneLine(mention.text, excerptCharacters),
      postUrl: webLink(mention?.url),
      postedAt: mention?.postedAt.toISOString(),
      source: source && { id: source.id, platform: source.platform, name: source.name },
    },
  };
}
