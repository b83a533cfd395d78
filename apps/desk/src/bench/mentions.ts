import type { CollectedMention } from '@heard/core';
import { texts } from './texts.js';

/** Shares of a usual day: of a hundred texts six are urgent, and as many as these complaints altogether. */
const urgentShare = 0.06;
const complaintShare = 0.35;
/** Every tenth text is of somebody who wrote before. */
const repeatShare = 0.1;

/** Makes up mentions, the same ones for the same seed; each with an id and, nine times of ten, an author of its own. */
export function* inventMentions(seed: number, startedAt: Date): Generator<CollectedMention, never> {
  const random = randomOf(seed);
  for (let number = 1; ; number++) {
    const chance = random();
    const kind = chance < urgentShare ? 'urgent' : chance < complaintShare ? 'complaint' : 'calm';
    const pool = texts[kind];
    const text = pool[Math.floor(random() * pool.length)] ?? '';
    const repeats = number > 1 && random() < repeatShare;
    const author = repeats ? 1 + Math.floor(random() * (number - 1)) : number;
    yield {
      kind: 'review',
      externalId: `${seed}-${number}`,
      author: { externalId: `${seed}-a${author}`, displayName: `Reader ${author}`, isBrand: false },
      text: text.replace('{n}', String(100_000 + number)),
      rating: { value: kind === 'calm' ? 5 : 1, scale: 5 },
      url: `https://reviews.example/${seed}/${number}`,
      postedAt: new Date(startedAt.getTime() - 3_600_000 + number),
      platformState: 'visible',
      raw: { id: `${seed}-${number}`, stars: kind === 'calm' ? 5 : 1 },
    };
  }
}

/** Numbers from 0 to 1 that look random and repeat for a seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
