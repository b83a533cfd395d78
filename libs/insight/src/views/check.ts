import type { Language } from '@heard/core';
import type { Instant } from '../instant.js';
import type { MentionView } from './mention.js';

/** Texts that a person is asked about, the newest first. */
export interface ChecksView {
  readonly items: readonly MentionView[];
  readonly nextCursor?: string;
  /** How many wait in all; counting ends at 1000. */
  readonly waiting: number;
}

/** What one width of the unsure band costs and brings; shares from 0 to 1. */
export interface UnsureOptionView {
  readonly width: number;
  /** Of all texts, those that a person is asked about. */
  readonly asked: number;
  /** Of the texts nobody is asked about, those where it is wrong about negative or not. */
  readonly wrong: number;
  /** Of all negative texts, those taken for something else that nobody is asked about. */
  readonly missed: number;
}

/** How close is too close to call, with what each choice costs and brings. */
export interface UnsureBandView {
  readonly width: number;
  readonly options: readonly UnsureOptionView[];
  /** Whether `asked` is of the workspace's own newest texts, or of those that the model was tested on. */
  readonly askedFrom: 'own' | 'tested';
  /** Whether `wrong` and `missed` are of the workspace's own checked sample, or of those that the model was tested on. */
  readonly errorFrom: 'own' | 'tested';
  /** How many texts `asked` and the errors rest on. */
  readonly askedOf: number;
  readonly errorOf: number;
  /** Who chose it last, and when; absent while nobody did. */
  readonly changed?: { readonly at: Instant; readonly by?: string };
}

/** Drawn texts that wait to be checked, in the order of their turn, without what the model made of them. */
export interface SampleView {
  readonly items: readonly MentionView[];
  /** How many are open in all. */
  readonly open: number;
}

/** A figure with its bounds, 95 %, and how many checked texts it rests on. */
export interface EstimateView {
  readonly value: number;
  readonly from: number;
  readonly to: number;
  readonly of: number;
}

/** How right the model is about one thing; a figure is absent where too little was checked to tell. */
export interface RightnessView {
  /** Of what it says to be so, how much is. */
  readonly precision?: EstimateView;
  /** Of what is so, how much it says to be. */
  readonly recall?: EstimateView;
}

/** What people said of texts that they came upon: where the model errs, not how often. */
export interface FoundVerdictsView {
  readonly texts: number;
  /** Called negative by the model: kept by people, and taken back. */
  readonly negativeKept: number;
  readonly negativeTakenBack: number;
  /** Negative by people, and not by the model. */
  readonly negativeOverlooked: number;
  readonly urgentKept: number;
  readonly urgentTakenBack: number;
  readonly urgentOverlooked: number;
}

/** How right the model is about one language. */
export interface AccuracyOfLanguageView {
  readonly language: Language;
  /** The texts that the sample stands for. */
  readonly texts: number;
  readonly drawn: number;
  readonly checked: number;
  readonly cannotTell: number;
  /** Drawn, and nobody said anything yet. */
  readonly open: number;
  readonly negative: RightnessView;
  readonly urgent: RightnessView;
  readonly found?: FoundVerdictsView;
}

/** How right the model is, from what people checked. */
export interface AccuracyView {
  readonly days: number;
  /** The language with the most texts first. */
  readonly languages: readonly AccuracyOfLanguageView[];
  /** New texts since the last draw, that could be drawn from. */
  readonly newTexts: number;
  /** So many of one language are needed for a draw. */
  readonly neededTexts: number;
}
