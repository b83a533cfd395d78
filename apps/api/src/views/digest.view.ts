import { failureKinds } from '@heard/core';
import type * as core from '@heard/core';
import type * as shape from '@heard/insight';
import { MoneySum } from './report.view.js';
import { At, Bool, Int, ListOf, Num, Of, Str, Word } from './shown.js';

/** How authors were answered whom few follow. */
export class SmallAuthors {
  @Int() cases: number;
  @Int() unanswered: number;
  @Num({ optional: true, about: 'Milliseconds until half of them had an answer; absent while fewer have.' })
  answerMs?: number;
}

/** What a week was like. */
export class WeekFigures implements core.WeekFigures {
  @Int({ about: 'Complaints posted in it.' }) cases: number;
  @Int({ about: 'Open at its end, without an answer that counts.' }) unanswered: number;
  @Int() promisesKept: number;
  @Int() promisesBroken: number;
  @Of(() => MoneySum, { about: 'As it stood at the end.' }) atRisk: MoneySum;
  @Of(() => MoneySum, { about: 'Contacts that were lost in it.' }) lost: MoneySum;
  @Of(() => MoneySum) saved: MoneySum;
  @Int() costMinor: number;
  @Num({ optional: true }) answerMs?: number;
  @Of(() => SmallAuthors) small: SmallAuthors;
}

/** How often a kind of failure was the matter. */
export class FailureToMend {
  @Word(failureKinds) key: core.FailureKind;
  @Int() cases: number;
  @Int({ about: 'The week before.' }) before: number;
}

/** How often a place or a cause was the matter. */
export class NamedToMend implements core.ToMend {
  @Str() key: string;
  @Str({ optional: true }) name?: string;
  @Int() cases: number;
  @Int({ about: 'The week before.' }) before: number;
}

/** What the director was told of a week. */
export class DigestView implements shape.DigestView {
  @Str({ about: 'The Monday of the week.' }) week: string;
  @Str() timeZone: string;
  @Str() currency: string;
  @Bool({ about: 'Nothing real is there yet: this is about the cases of the demo.' }) demo: boolean;
  @Of(() => WeekFigures) now: WeekFigures;
  @Of(() => WeekFigures) before: WeekFigures;
  @ListOf(() => FailureToMend) failures: FailureToMend[];
  @ListOf(() => NamedToMend) locations: NamedToMend[];
  @ListOf(() => NamedToMend) causes: NamedToMend[];
  @At() madeAt: string;
}

/** A week that has a digest. */
export class DigestListItem implements shape.DigestListItem {
  @Str() week: string;
  @At() madeAt: string;
}

/** Weeks that have a digest, newest first. */
export class DigestPage {
  @ListOf(() => DigestListItem) items: DigestListItem[];
  @Str({ optional: true }) nextCursor?: string;
}
