import type { AnswerView, MentionView } from '@heard/insight';
import { conversationOf, matterOf } from './conversation.js';

const mention = (text: string, postedAt: string, more: Partial<MentionView> = {}) =>
  ({
    id: text,
    externalId: `p-${text}`,
    text,
    postedAt,
    isBrand: false,
    caseId: 'c1',
    ...more,
  }) as MentionView;
const answer = (text: string, queuedAt: string, more: Partial<AnswerView> = {}) =>
  ({ id: text, text, queuedAt, channel: 'public', state: 'queued', ...more }) as AnswerView;
const assessed = (intent: string) => ({ intent }) as MentionView['assessment'];

const lines = (thread: readonly MentionView[], answers: readonly AnswerView[]) =>
  conversationOf({ id: 'c1', thread, answers }).map((line) =>
    line.kind === 'said' ? `${line.voice}: ${line.mention.text}` : `answer: ${line.answer.text}`,
  );

describe('the conversation of a case', () => {
  it('is in order of time, with what was said by phone in its place', () => {
    expect(
      lines(
        [mention('no books', '2026-11-22T10:00:00Z'), mention('thank you', '2026-11-22T13:00:00Z')],
        [
          answer('we bring them', '2026-11-22T10:20:00Z'),
          answer('called', '2026-11-22T11:00:00Z', { channel: 'phone' }),
        ],
      ),
    ).toEqual(['customer: no books', 'answer: we bring them', 'answer: called', 'customer: thank you']);
  });

  it('shows an answer once by its id on the platform, whatever the platform made of its words', () => {
    const back = mention('we bring them…', '2026-11-22T10:21:00Z', { isBrand: true, externalId: 'p-7' });
    const ours = answer('we bring them', '2026-11-22T10:20:00Z', { externalId: 'p-7' });
    expect(lines([back], [ours])).toEqual(['answer: we bring them']);
  });

  it('keeps what the brand wrote by other ways, also in the words of an answer', () => {
    const elsewhere = mention('sorry', '2026-11-22T09:00:00Z', { isBrand: true });
    const ours = answer('sorry', '2026-11-22T10:20:00Z', { externalId: 'p-7' });
    expect(lines([elsewhere], [ours])).toEqual(['ours: sorry', 'answer: sorry']);
  });

  it('tells the customer of the case from others on the same page', () => {
    const passer = mention('me too', '2026-11-22T10:01:00Z', {
      caseId: 'c2',
      assessment: assessed('complaint'),
    });
    expect(lines([mention('no books', '2026-11-22T10:00:00Z'), passer], [])).toEqual([
      'customer: no books',
      'other: me too',
    ]);
  });

  it('does not repeat the reply of a review that stands there as our visible answer', () => {
    const review = mention('one star', '2026-11-22T10:00:00Z');
    const shows = (state: AnswerView['state']) =>
      conversationOf({
        id: 'c1',
        thread: [review],
        answers: [answer('sorry', '2026-11-22T11:00:00Z', { mentionId: review.id, state })],
      })[0];
    expect(shows('visible')).toMatchObject({ showsReply: false });
    expect(shows('sent')).toMatchObject({ showsReply: true });
  });
});

describe('what a case is about', () => {
  const complaint = mention('no books', '2026-11-22T10:00:00Z', { assessment: assessed('complaint') });
  const praise = mention('thank you', '2026-11-22T13:00:00Z', { assessment: assessed('praise') });
  const stranger = mention('me too', '2026-11-22T14:00:00Z', {
    caseId: 'c2',
    assessment: assessed('complaint'),
  });

  it('is the newest complaint of its customer, not a later praise or the complaint of another', () => {
    expect(matterOf({ id: 'c1', thread: [complaint, praise, stranger] })).toBe(complaint);
  });

  it('is the newest text where none is a complaint', () => {
    expect(matterOf({ id: 'c1', thread: [praise] })).toBe(praise);
  });
});
