import { type AnswerLimits, type Case, isGivenPrivately, limitsFor, privatelyUntil } from '@heard/core';
import { instant, present } from './instant.js';
import { brandReplyView, type MentionRow } from './store/mention-rows.js';
import type { AnsweringView, AnswerView, PrivateAnswerView } from './views.js';

interface Asked {
  readonly limits: AnswerLimits;
  readonly state: Case;
  readonly answers: readonly Pick<
    AnswerView,
    'mentionId' | 'channel' | 'state' | 'text' | 'visibleAt' | 'decision'
  >[];
  readonly now: Date;
}

/** The customer's texts that, for all we know, still stand there. */
export function textsStanding(thread: readonly MentionRow[], caseId: string): readonly MentionRow[] {
  return thread.filter(
    (each) =>
      each.case_id === caseId &&
      !each.is_brand &&
      (each.platform_state === 'visible' || each.platform_state === 'unknown'),
  );
}

/** What an answer may be where this case is, what stands there, and whether a private one is still taken. */
export function answeringOf(standing: readonly MentionRow[], asked: Asked): AnsweringView {
  const to = standing.at(-1);
  const {
    privately: _,
    messages: _messages,
    ...inPublic
  } = to ? limitsFor(asked.limits, to.kind) : asked.limits;
  return present({
    ...inPublic,
    standing: inPublic.replaces && to ? standingAnswer(to, asked) : undefined,
    privately: privateAnswer(standing, asked),
  });
}

/** Until the platform was read again, our own answer is what stands there. */
function standingAnswer(to: MentionRow, { answers }: Asked): AnsweringView['standing'] {
  const ours = answers.findLast(
    ({ mentionId, channel, state, decision }) =>
      mentionId === to.id && !decision && channel === 'public' && (state === 'sent' || state === 'visible'),
  );
  if (to.brand_reply !== null || !ours) return brandReplyView(to.brand_reply);
  const state = ours.state === 'visible' ? 'visible' : 'pending';
  return present({ text: ours.text, at: ours.visibleAt, state });
}

/** Of several comments the newest to which it can still be given. */
function privateAnswer(standing: readonly MentionRow[], asked: Asked): PrivateAnswerView | undefined {
  const { limits, state, now } = asked;
  const offers = standing.flatMap((mention): PrivateAnswerView[] => {
    const { id: mentionId, kind, posted_at: postedAt } = mention;
    const given = isGivenPrivately(state, mentionId);
    const until = privatelyUntil({ limits, kind, postedAt });
    if (!until || !limits.privately) return [];
    const { withinDays: _, ...length } = limits.privately;
    const is = until <= now ? 'over' : 'open';
    return [{ ...length, mentionId, until: instant(until), state: given ? 'given' : is }];
  });
  return offers.findLast((each) => each.state === 'open') ?? offers.at(-1);
}
