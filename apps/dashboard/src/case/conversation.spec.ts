import type { AnswerView, MentionView } from '@heard/insight';
import { conversationOf } from './conversation.js';

const mention = (text: string, postedAt: string, isBrand = false) =>
  ({ id: text, text, postedAt, isBrand }) as MentionView;
const answer = (text: string, queuedAt: string, channel: AnswerView['channel'] = 'public') =>
  ({ id: text, text, queuedAt, channel }) as AnswerView;

const lines = (thread: readonly MentionView[], answers: readonly AnswerView[]) =>
  conversationOf({ thread, answers }).map((line) =>
    line.kind === 'said' ? line.mention.text : `we: ${line.answer.text}`,
  );

describe('the conversation of a case', () => {
  it('is in order of time, with what was said by phone in its place', () => {
    expect(
      lines(
        [mention('no books', '2026-11-22T10:00:00Z'), mention('thank you', '2026-11-22T13:00:00Z')],
        [answer('we bring them', '2026-11-22T10:20:00Z'), answer('called', '2026-11-22T11:00:00Z', 'phone')],
      ),
    ).toEqual(['no books', 'we: we bring them', 'we: called', 'thank you']);
  });

  it('shows a public answer once, although the platform gives it back', () => {
    expect(
      lines(
        [
          mention('no books', '2026-11-22T10:00:00Z'),
          mention('we  bring them ', '2026-11-22T10:21:00Z', true),
        ],
        [answer('we bring them', '2026-11-22T10:20:00Z')],
      ),
    ).toEqual(['no books', 'we: we bring them']);
  });

  it('keeps what the brand wrote by other ways', () => {
    expect(lines([mention('we are closed', '2026-11-22T09:00:00Z', true)], [])).toEqual(['we are closed']);
  });
});
