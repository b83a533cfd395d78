import type {
  AgendaItem,
  CaseFlag,
  ClockMark,
  FixPart,
  LeavingRisk,
  NotCounted,
  Pin,
  PointHandled,
  PointHolds,
  PointKind,
  RecordClaim,
  RoundBecause,
  ScorePoint,
  ToldKind,
} from '@heard/core';
import type { Section, Texts } from './catalogue.js';

/** A text for each word that the rules of recovery say, and the texts around them. */
export interface RecoveryTexts extends Section {
  readonly agenda: Texts<AgendaItem['kind']>;
  readonly flag: Texts<CaseFlag>;
  readonly flagHint: Texts<CaseFlag>;
  readonly leaving: Texts<LeavingRisk['because'][number]>;
  readonly point: Texts<ScorePoint>;
  readonly holds: Texts<PointHolds>;
  readonly roundBecause: Texts<RoundBecause>;
  readonly clock: Texts<'customer' | 'working'>;
  readonly pointKind: Texts<PointKind>;
  readonly handled: Texts<PointHandled>;
  readonly toldKind: Texts<ToldKind>;
  readonly claim: Texts<RecordClaim>;
  readonly part: Texts<FixPart>;
  readonly pinBecause: Texts<Pin['because']>;
  readonly mark: Texts<ClockMark>;
  readonly notCounted: Texts<NotCounted>;
}
