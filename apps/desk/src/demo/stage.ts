import { facebookPageId, instagramAccountId, type Simulator } from '../../../simulator/src/index.js';
import type { DemoPlatform, Saying } from './story.js';

/** Where one platform's sayings are put, and where our answers to them are seen. */
interface Stage {
  /** Puts it on the platform and returns the platform's id. */
  say(saying: Omit<Saying, 'under'>, underId: string | undefined, at: Date): string;
  /** Our public answer to it; undefined while there is none. */
  answerTo(id: string): string | undefined;
  /** The customer comes back to what they said, after our answer. */
  sayAfter(saying: Saying, id: string, answerId: string): void;
}

/** The stage of each platform. */
export type Stages = Readonly<Record<DemoPlatform, Stage>>;

/** Opens the made-up platforms as stages. */
export function stagesOf({ facebook, instagram, google }: Simulator): Stages {
  return {
    facebook: facebookStage(facebook),
    instagram: instagramStage(instagram),
    google: googleStage(google),
  };
}

function facebookStage(facebook: Simulator['facebook']): Stage {
  const isPost = (id: string): boolean => facebook.world.posts.some((post) => post.id === id);
  const threadOf = (id: string): { postId: string; topId?: string } => {
    if (isPost(id)) return { postId: id };
    const comment = facebook.comment(id);
    return { postId: comment.postId, topId: comment.parentId ?? comment.id };
  };
  return {
    say({ author, text }, underId, at) {
      const from = author === undefined ? undefined : { name: author };
      if (underId === undefined) return facebook.addPost({ pageId: facebookPageId, author: from, text, at });
      const { postId, topId } = threadOf(underId);
      return facebook.addComment({ postId, parentId: topId, author: from, text, at });
    },
    answerTo(id) {
      const { postId, topId } = threadOf(id);
      const since = isPost(id) ? facebook.post(id).at : facebook.comment(id).at;
      return facebook
        .thread(postId)
        .find(({ from, parentId, at }) => from.id === facebookPageId && parentId === topId && at >= since)
        ?.id;
    },
    sayAfter({ author, afterAnswer }, id, answerId) {
      if (!author || !afterAnswer) return;
      const { postId, topId } = threadOf(id);
      const parentId = topId ?? answerId;
      facebook.addComment({ postId, parentId, author: { name: author }, text: afterAnswer.text });
    },
  };
}

function instagramStage(instagram: Simulator['instagram']): Stage {
  const own = (): string => instagram.account(instagramAccountId).username;
  const isMedia = (id: string): boolean => instagram.world.media.some((media) => media.id === id);
  const topOf = (id: string): string => instagram.remark(id).parentId ?? id;
  return {
    say({ author, text }, underId, at) {
      if (underId === undefined) return instagram.addMedia({ accountId: instagramAccountId, text, at });
      if (isMedia(underId)) return instagram.addComment({ mediaId: underId, username: author, text, at });
      const { mediaId } = instagram.remark(underId);
      return instagram.addComment({ mediaId, parentId: underId, username: author, text, at });
    },
    answerTo(id) {
      if (isMedia(id)) return undefined;
      const { mediaId, at: since } = instagram.remark(id);
      return instagram
        .thread(mediaId)
        .find(({ username, parentId, at }) => username === own() && parentId === topOf(id) && at >= since)
        ?.id;
    },
    sayAfter({ author, afterAnswer }, id) {
      if (!author || !afterAnswer) return;
      const { mediaId } = instagram.remark(id);
      instagram.addComment({ mediaId, parentId: topOf(id), username: author, text: afterAnswer.text });
    },
  };
}

function googleStage(google: Simulator['google']): Stage {
  return {
    say: ({ author, text, stars = 5 }, _underId, at) => google.addReview({ author, stars, text, at }),
    answerTo: (id) => (google.review(id).reply?.state === 'APPROVED' ? id : undefined),
    sayAfter({ afterAnswer }, id) {
      if (afterAnswer) google.edit(id, afterAnswer);
    },
  };
}
