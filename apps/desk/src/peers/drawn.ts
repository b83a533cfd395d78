import { createHash } from 'node:crypto';

/** At most so many of the posts, drawn by a hash of their texts: the same ones each time. */
export function drawn<T extends { readonly text: string }>(posts: readonly T[], most: number): readonly T[] {
  if (posts.length <= most) return posts;
  return posts
    .map((post) => ({ post, at: createHash('sha256').update(post.text).digest().readUIntBE(0, 6) }))
    .toSorted((a, b) => a.at - b.at)
    .slice(0, most)
    .map(({ post }) => post);
}
