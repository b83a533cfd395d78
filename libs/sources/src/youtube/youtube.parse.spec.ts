import { readFileSync } from 'node:fs';
import { listOf, wireOf } from '../wire.js';
import { parseThread } from './youtube.parse.js';

const page = wireOf(JSON.parse(readFileSync(new URL('fixtures/threads.json', import.meta.url), 'utf8')));
const read = listOf(page['items'], 'list').map((wire) => parseThread(wire, 'UC1'));

describe('reading threads of YouTube', () => {
  it('reads a comment that was edited, with some of its replies', () => {
    expect(read[0]).toMatchObject({
      replyCount: 6,
      comment: {
        kind: 'comment',
        externalId: 'Ug1',
        author: { externalId: 'UCx', displayName: '@oleg', isBrand: false },
        text: 'Заказ так и не пришёл',
        url: 'https://www.youtube.com/watch?v=vid1&lc=Ug1',
        postedAt: new Date('2026-11-20T08:00:00Z'),
        editedAt: new Date('2026-11-20T09:00:00Z'),
        platformState: 'visible',
      },
      replies: [
        {
          kind: 'reply',
          externalId: 'Ug1.9abc',
          parentExternalId: 'Ug1',
          rootExternalId: 'Ug1',
          author: { isBrand: true },
        },
      ],
    });
    expect(read[0]?.replies[0]).not.toHaveProperty('editedAt');
  });

  it('reads a comment of nobody that waits for a look', () => {
    expect(read[1]).toMatchObject({
      comment: { author: { isBrand: false }, platformState: 'hidden' },
      replies: [],
    });
  });

  it('leaves out a thread without a comment', () => {
    expect(read[2]).toBeUndefined();
  });
});
