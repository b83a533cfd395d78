import { readFileSync } from 'node:fs';
import { parseJson } from '@heard/http';
import { listOf, wireOf, type Wire } from '../wire.js';
import { canonicalCommentId, parseComment, parsePost } from './facebook.parse.js';

function fixture(name: string): Wire[] {
  const file = new URL(`./fixtures/${name}.json`, import.meta.url);
  return listOf(wireOf(parseJson(readFileSync(file, 'utf8')))['data'], 'list');
}

describe('reading the feed', () => {
  const [visitor, own, unpublished] = fixture('feed').map((wire) => parsePost(wire, '500600'));

  it("keeps a visitor's post with its author, time, address and comment counter", () => {
    expect(visitor?.mention).toMatchObject({
      kind: 'post',
      externalId: '500600_9005',
      author: { externalId: '6600000001', displayName: 'Олена Приходько', isBrand: false },
      url: 'https://www.facebook.com/500600/posts/9005',
      postedAt: new Date('2026-11-21T19:40:00Z'),
      platformState: 'visible',
    });
    expect(visitor?.comments).toBe(2);
  });

  it("marks the page's own post, and a hidden one", () => {
    expect(own?.mention).toMatchObject({ author: { isBrand: true }, platformState: 'hidden' });
  });

  it('tells an unpublished post', () => {
    expect(unpublished?.published).toBe(false);
  });

  it.each([
    [{ message: 'Своє' }, 'Своє'],
    [{}, 'Новий магазин\nПодол, 12'],
    [{ attachments: undefined }, 'Олена поділилася спогадом'],
    [{ message: ' ', attachments: { data: [{ title: '' }] } }, 'Олена поділилася спогадом'],
    [{ attachments: undefined, story: undefined }, ''],
  ])('of a post without words reads what is attached, else what Facebook says: %j', (wire, text) => {
    const attachments = { data: [{ title: 'Новий магазин', description: 'Подол, 12' }] };
    const post = { id: '1_2', story: 'Олена поділилася спогадом', attachments, ...wire };
    expect(parsePost(post, '500600')?.mention.text).toBe(text);
  });

  it('passes over an object without an id', () => {
    expect(parsePost({ message: 'x' }, '500600')).toBeUndefined();
  });
});

describe('reading comments', () => {
  const [reply, anonymous, sticker] = fixture('comments').map((wire) =>
    parseComment(wire, '500600', '500600_9001'),
  );

  it("takes the page's reply under a comment for the brand's own", () => {
    expect(reply).toMatchObject({
      kind: 'reply',
      externalId: '3002',
      parentExternalId: '3001',
      rootExternalId: '500600_9001',
      author: { isBrand: true },
    });
  });

  it('keeps a comment whose author Facebook does not show', () => {
    expect(anonymous).toMatchObject({ kind: 'comment', externalId: '3001', parentExternalId: '500600_9001' });
    expect(anonymous?.author).toEqual({ isBrand: false });
  });

  it('keeps a comment that is only a sticker, without text', () => {
    expect(sticker).toMatchObject({ externalId: '3000', text: '', platformState: 'hidden' });
  });

  it.each([
    ['9001_3001', '3001'],
    ['3001', '3001'],
    ['500600_9001_3001', '3001'],
  ])('knows %s as %s', (id, canonical) => {
    expect(canonicalCommentId(id)).toBe(canonical);
  });
});
