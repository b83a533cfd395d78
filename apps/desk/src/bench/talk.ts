import { randomOf } from './mentions.js';

/** A post of the made-up page; its comments in the order in which they were written, in minutes of the simulation. */
export interface TalkedPost {
  readonly id: string;
  readonly createdMin: number;
  readonly commentsMin: readonly number[];
}

/** What people say on a page. */
export interface Talk {
  readonly posts: readonly TalkedPost[];
  /** Posts that live at this minute, newest first. */
  postsAt(minute: number): readonly TalkedPost[];
}

const dayMin = 1_440;
const lifeMin = 14 * dayMin;
const meanComments = 12;
/** Most posts have few comments, some have hundreds: the logarithm spreads by so much. */
const spreadOfPosts = 1.2;
/** Half of the comments come in the first quarter of an hour, every hundredth after more than a day. */
const medianDelayMin = 13;
const spreadOfDelays = 2;
/** Some come whenever somebody finds the post, however old it is. */
const strayShare = 0.05;

/** Makes up a page with so many live posts: the same one for the same seed. Its delays are of a shape that no policy knows. */
export function inventTalk(seed: number, livePosts: number, days: number): Talk {
  const random = randomOf(seed);
  const everyMin = lifeMin / livePosts;
  const posts: TalkedPost[] = [];
  for (let nth = -livePosts; nth * everyMin < days * dayMin; nth += 1) {
    const createdMin = (nth + random()) * everyMin;
    const count = Math.round(meanComments * logNormal(random, spreadOfPosts, -(spreadOfPosts ** 2) / 2));
    const commentsMin = Array.from({ length: count }, () => createdMin + delayMin(random))
      .filter((at) => at < createdMin + lifeMin)
      .sort((a, b) => a - b);
    posts.push({ id: `p${nth + livePosts}`, createdMin, commentsMin });
  }
  posts.sort((a, b) => b.createdMin - a.createdMin);
  const isLive = (minute: number) => (post: TalkedPost) =>
    post.createdMin <= minute && post.createdMin > minute - lifeMin;
  return { posts, postsAt: (minute) => posts.filter(isLive(minute)) };
}

function delayMin(random: () => number): number {
  if (random() < strayShare) return random() * lifeMin;
  return medianDelayMin * logNormal(random, spreadOfDelays);
}

function logNormal(random: () => number, spread: number, middle = 0): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return Math.exp(middle + spread * normal);
}
