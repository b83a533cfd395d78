import { ago } from '../rounds.spec-suite.js';
import { openFacebook } from './facebook.spec-rig.js';

describe('what a webhook of a Facebook Page tells of', () => {
  const { signal } = new AbortController();

  it.each([
    ['with', false],
    ['without', true],
  ])('is gone when Facebook says so %s a subcode before it was asked for', async (_, silent) => {
    const { fake, page, source, close } = await openFacebook();
    fake.world.silentOnGone = silent;
    const postId = fake.addPost({ pageId: page.id, text: 'Новини', at: ago(60) });
    const commentId = fake.addComment({ postId, author: { name: 'Роман Гай' }, text: 'Де?', at: ago(50) });
    const told = { postId, commentId, removed: false };
    expect((await source.takePushed(told, signal)).mentions).toMatchObject([{ text: 'Де?' }]);
    fake.remove(commentId);
    expect(await source.takePushed(told, signal)).toEqual({
      mentions: [],
      gone: [{ kind: 'comment', externalId: commentId.split('_')[1] }],
    });
    await close();
  });
});
