import type { CollectedMention } from '@heard/core';
import { RIG_TIME } from './contract.spec-suite.js';
import type { Cursor, ReplyTarget, Source } from './source.js';

/** A round of collecting, as a listener would do it. */
export async function readRound(
  source: Source,
  from?: Cursor,
): Promise<{ mentions: CollectedMention[]; cursor: Cursor }> {
  const { signal } = new AbortController();
  const mentions: CollectedMention[] = [];
  for (let page = await source.collect(from, signal); ; page = await source.collect(page.cursor, signal)) {
    mentions.push(...page.mentions);
    if (!page.more) return { mentions, cursor: page.cursor };
  }
}

/** So many minutes before the time the rig stands at. */
export function ago(minutes: number): Date {
  return new Date(RIG_TIME.getTime() - minutes * 60_000);
}

/** The mention that says this, as what to answer. */
export function targetOf(mentions: readonly CollectedMention[], text: string): ReplyTarget {
  const found = mentions.find((mention) => mention.text === text);
  if (found === undefined) throw new Error(`no mention says ${text}`);
  return found;
}
