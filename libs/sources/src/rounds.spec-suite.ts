import type { CollectedMention } from '@heard/core';
import { RIG_TIME } from './contract.spec-suite.js';
import type { Cursor, ReplyTarget, Source, WholeList } from './source.js';

const MAX_CALLS = 200;

/** A round of collecting, as a listener would do it. */
export async function readRound(
  source: Source,
  from?: Cursor,
): Promise<{ mentions: CollectedMention[]; cursor: Cursor; whole: WholeList[] }> {
  const { signal } = new AbortController();
  const mentions: CollectedMention[] = [];
  const whole: WholeList[] = [];
  let cursor = from;
  for (let call = 0; call < MAX_CALLS; call += 1) {
    const page = await source.collect(cursor, signal);
    mentions.push(...page.mentions);
    whole.push(...(page.whole ?? []));
    cursor = page.cursor;
    if (!page.more) return { mentions, cursor, whole };
  }
  throw new Error('the round does not end');
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
