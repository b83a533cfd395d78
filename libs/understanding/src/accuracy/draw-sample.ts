import { type Actor, type Clock, Fault, type Language } from '@heard/core';
import { newId, type Transaction } from '@heard/database';
import { allocate, allStrata } from './strata.js';
import {
  countPopulation,
  drawnUntil,
  keepDraw,
  lockDraws,
  partsOf,
  type Population,
  type Quota,
  type Window,
} from './store/draw-rows.js';

const dayMs = 86_400_000;
/** The first draw looks so far back. */
const firstDrawMs = 90 * dayMs;
/** Of fewer texts of a language nothing can be said that is worth the checking. */
export const fewestForDraw = 20;
const languages: readonly Language[] = ['ru', 'uk', 'en', 'other'];

/** Draws texts at random for people to check: each text is in the population of one draw, and none is drawn twice. */
export class DrawSample {
  constructor(private readonly clock: Clock) {}

  /** What could be drawn from: what was first seen since the last draw. */
  async waiting(tx: Transaction): Promise<readonly Population[]> {
    return countPopulation(tx, await this.window(tx));
  }

  /** Draws so many texts of each language that has enough; refused where none has. */
  async run(tx: Transaction, size: number, by: Actor): Promise<void> {
    await lockDraws(tx);
    const window = await this.window(tx);
    const counted = await countPopulation(tx, window);
    const quotas = languages.flatMap((language) => quotasOf(counted, language, size));
    if (quotas.length === 0) {
      throw new Fault('refused', 'There are too few new texts to draw from.', { code: 'too_few_texts' });
    }
    await keepDraw(tx, { id: newId(), ...window, by, quotas });
  }

  private async window(tx: Transaction): Promise<Window> {
    const until = this.clock.now();
    return { after: (await drawnUntil(tx)) ?? new Date(until.getTime() - firstDrawMs), until };
  }
}

/**
 * The texts of a language that has too few are in no population: what is new of it by the next draw is drawn from
 * alone, and the figures of the language speak of that.
 */
function quotasOf(counted: readonly Population[], language: Language, size: number): Quota[] {
  const parts = partsOf(counted, language);
  const texts = allStrata.reduce((sum, each) => sum + parts[each], 0);
  if (texts < fewestForDraw) return [];
  const drawn = allocate(parts, size);
  return allStrata
    .filter((stratum) => parts[stratum] > 0)
    .map((stratum) => ({ language, stratum, texts: parts[stratum], drawn: drawn[stratum] }));
}
