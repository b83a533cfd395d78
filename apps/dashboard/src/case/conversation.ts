import type { AnswerView, CaseView, MentionView } from '@heard/insight';

/** A line of the conversation: what somebody wrote in public, or what we said. */
export type Line =
  | { readonly kind: 'said'; readonly at: string; readonly mention: MentionView; readonly ours: boolean }
  | { readonly kind: 'answered'; readonly at: string; readonly answer: AnswerView };

const words = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The conversation in order of time. A public answer that was read back from the platform appears once. */
export function conversationOf(view: Pick<CaseView, 'thread' | 'answers'>): readonly Line[] {
  const given = new Set(
    view.answers.filter((each) => each.channel === 'public').map((each) => words(each.text)),
  );
  const said = view.thread
    .filter((mention) => !(mention.isBrand && given.has(words(mention.text))))
    .map((mention) => ({ kind: 'said', at: mention.postedAt, mention, ours: mention.isBrand }) as const);
  const answered = view.answers.map((answer) => ({ kind: 'answered', at: answer.queuedAt, answer }) as const);
  return [...said, ...answered].toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
}
