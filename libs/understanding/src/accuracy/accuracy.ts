import type { Clock, Language } from '@heard/core';
import type { Transaction } from '@heard/database';
import { type CheckedStratum, isKnown, type Rightness, rightness } from './estimate.js';
import { strata } from './strata.js';
import { type CheckedPart, checkedParts, type FoundVerdicts, foundVerdicts } from './store/checked-rows.js';

/** How right the model is about one language in one workspace, and what that rests on. */
export interface AccuracyOfLanguage {
  readonly language: Language;
  /** The texts that the sample stands for. */
  readonly texts: number;
  readonly drawn: number;
  readonly checked: number;
  readonly cannotTell: number;
  readonly open: number;
  readonly negative: Rightness;
  readonly urgent: Rightness;
  /** What people said of texts that they came upon; absent where they said nothing. */
  readonly found?: FoundVerdicts;
}

const dayMs = 86_400_000;

/** Says how right the model is, from what people checked. */
export class Accuracy {
  constructor(private readonly clock: Clock) {}

  /** Over the draws of so many days, the language with the most texts first. */
  async run(tx: Transaction, days: number): Promise<AccuracyOfLanguage[]> {
    const since = new Date(this.clock.now().getTime() - days * dayMs);
    const parts = await checkedParts(tx, since);
    const found = await foundVerdicts(tx, since);
    return languages
      .map((language) =>
        ofLanguage(
          language,
          parts.filter((part) => part.language === language),
          found.find((each) => each.language === language),
        ),
      )
      .filter(({ texts, found: said }) => texts > 0 || said)
      .toSorted((a, b) => b.texts - a.texts);
  }
}

const languages: readonly Language[] = ['ru', 'uk', 'en', 'other'];

function ofLanguage(
  language: Language,
  parts: readonly CheckedPart[],
  found: FoundVerdicts | undefined,
): AccuracyOfLanguage {
  const sum = (some: readonly CheckedPart[], of: (part: CheckedPart) => number): number =>
    some.reduce((total, part) => total + of(part), 0);
  const known = checkedEnough(parts);
  return {
    language,
    texts: sum(known, ({ population }) => population),
    drawn: sum(parts, ({ drawn }) => drawn),
    checked: sum(parts, ({ judged }) => judged),
    cannotTell: sum(parts, ({ cannotTell }) => cannotTell),
    open: sum(parts, ({ open }) => open),
    negative: rightness(known.map((part) => checkedStratum(part, 'negative'))),
    urgent: rightness(known.map((part) => checkedStratum(part, 'urgent'))),
    ...(found && { found }),
  };
}

/** A draw that people have only begun to check must not take away what the draws before it said. */
function checkedEnough(parts: readonly CheckedPart[]): readonly CheckedPart[] {
  const begun = new Set(
    parts
      .filter(({ population, judged, cannotTell }) => !isKnown({ population, checked: judged + cannotTell }))
      .map(({ drawId }) => drawId),
  );
  const known = parts.filter(({ drawId }) => !begun.has(drawId));
  return known.length > 0 ? known : parts;
}

/** A text that nobody can tell says nothing of those that somebody can: its share of the part is left out. */
function checkedStratum(part: CheckedPart, what: 'negative' | 'urgent'): CheckedStratum {
  const { population, judged, cannotTell } = part;
  const answered = judged + cannotTell;
  return {
    said: strata[part.stratum][what],
    population: answered === 0 ? population : Math.round((population * judged) / answered),
    checked: judged,
    are: part[what],
  };
}
