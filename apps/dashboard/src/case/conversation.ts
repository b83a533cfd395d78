import type { AnswerView, CaseView, MentionView } from '@heard/insight';

/** Who wrote a line: the customer of the case, we, or somebody else on the same page. */
export type Voice = 'customer' | 'ours' | 'other';

/** A line of the conversation: what somebody wrote in public, or what we said. */
export type Line =
  | {
      readonly kind: 'said';
      readonly at: string;
      readonly mention: MentionView;
      readonly voice: Voice;
      /** False where the reply that the platform shows beside it stands here as our answer already. */
      readonly showsReply: boolean;
    }
  | { readonly kind: 'answered'; readonly at: string; readonly answer: AnswerView };

type Said = Pick<CaseView, 'id' | 'thread' | 'answers'>;

function voiceOf(mention: MentionView, caseId: string): Voice {
  if (mention.isBrand) return 'ours';
  return mention.caseId === caseId ? 'customer' : 'other';
}

/** The conversation in order of time. An answer that was read back from the platform appears once: by its id there. */
export function conversationOf({ id, thread, answers }: Said): readonly Line[] {
  const given = new Set(answers.map((each) => each.externalId).filter((each) => each !== undefined));
  // A review has one reply, without an id of its own: it is our answer to that review once that is visible.
  // A decision without words of ours leaves the platform's own where they stand.
  const told = answers.filter(({ state, text }) => state === 'visible' && text !== '');
  const replied = new Set(told.map((each) => each.mentionId));
  const said = thread
    .filter((mention) => !(mention.isBrand && given.has(mention.externalId)))
    .map((mention): Line => {
      const showsReply = !replied.has(mention.id);
      return { kind: 'said', at: mention.postedAt, mention, voice: voiceOf(mention, id), showsReply };
    });
  const answered = answers.map((answer): Line => ({ kind: 'answered', at: answer.queuedAt, answer }));
  return [...said, ...answered].toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

/** The text that says what the case is about: the customer's newest complaint, else their newest assessed text. */
export function matterOf({ id, thread }: Pick<CaseView, 'id' | 'thread'>): MentionView | undefined {
  const theirs = thread.filter((each) => voiceOf(each, id) === 'customer' && each.assessment);
  return theirs.findLast((each) => each.assessment?.intent === 'complaint') ?? theirs.at(-1);
}
