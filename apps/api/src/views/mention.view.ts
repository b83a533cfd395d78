import type {
  Category,
  Intent,
  Language,
  MentionKind,
  PlatformState,
  Sentiment,
  SignalCode,
  Urgency,
  UrgencyReason,
} from '@heard/core';
import type * as shape from '@heard/insight';
import { At, Bool, Int, Key, ListOf, Num, Of, Str, Strs, Texts, Word } from './shown.js';
import { words } from './words.js';

/** Where something was said. */
export class SourceRef implements shape.SourceRef {
  @Key() id: string;
  @Str() platform: string;
  @Str() name: string;
  @Bool() demo: boolean;
}

/** A signal and its place in the text, in UTF-16 code units, end exclusive. */
export class SignalView {
  @Str() code: SignalCode;
  @Int() start: number;
  @Int() end: number;
}

/** What Heard understood of a text. */
export class AssessmentView implements shape.AssessmentView {
  @Word(words.language) language: Language;
  @Word(words.sentiment) sentiment: Sentiment;
  @Num() pNegative: number;
  @Word(words.intent) intent: Intent;
  @Word(words.urgency) urgency: Urgency;
  @Strs() urgencyReasons: UrgencyReason[];
  @Str() category: Category;
  @ListOf(() => SignalView) signals: SignalView[];
  @Str() model: string;
}

/** Who wrote it, as the platform shows them. */
export class AuthorView {
  @Str({ optional: true }) externalId?: string;
  @Str({ optional: true }) name?: string;
}

/** A rating with its scale. */
export class RatingView {
  @Num() value: number;
  @Num() scale: number;
}

/** A text before an edit. */
export class EarlierView {
  @Int() revision: number;
  @Str() text: string;
  @At() seenAt: string;
}

/** One public text. */
export class MentionView implements shape.MentionView {
  @Key() id: string;
  @Of(() => SourceRef) source: SourceRef;
  @Word(words.mentionKind) kind: MentionKind;
  @Str() externalId: string;
  @Str({ optional: true }) parentExternalId?: string;
  @Of(() => AuthorView, { optional: true }) author?: AuthorView;
  @Bool() isBrand: boolean;
  @Str() text: string;
  @Str({ optional: true }) title?: string;
  @Of(() => RatingView, { optional: true }) rating?: RatingView;
  @Str({ optional: true }) url?: string;
  @At() postedAt: string;
  @At() firstSeenAt: string;
  @At({ optional: true }) editedAt?: string;
  @Word(words.platformState) platformState: PlatformState;
  @Int() revision: number;
  @ListOf(() => EarlierView) earlier: EarlierView[];
  @Of(() => AssessmentView, { optional: true }) assessment?: AssessmentView;
  @Key({ optional: true }) caseId?: string;
  @Bool() demo: boolean;
}

/** Mentions, newest posted first. */
export class MentionPage {
  @ListOf(() => MentionView) items: MentionView[];
  @Str({ optional: true }) nextCursor?: string;
}

/** An element that was not taken. */
export class RejectedView {
  @Int({ about: 'Its place in the list, from 0.' }) index: number;
  @Str() error: string;
}

/** What became of the mentions handed to us. */
export class PushedView {
  @Int() accepted: number;
  @Int() duplicates: number;
  @ListOf(() => RejectedView) rejected: RejectedView[];
}

/** How a source is. */
export class SourceView implements shape.SourceView {
  @Key() id: string;
  @Str() platform: string;
  @Str() name: string;
  @Key({ optional: true }) brandId?: string;
  @Word(words.sourceState) state: shape.SourceView['state'];
  @Str({ optional: true }) reason?: string;
  @Strs({ optional: true }) missing?: string[];
  @At() stateSince: string;
  @At({ optional: true }) lastCollectedAt?: string;
  @At({ optional: true }) lastOkAt?: string;
  @At({ optional: true, about: 'From when new mentions may have been missed.' }) blindSince?: string;
  @At({ optional: true }) nextDueAt?: string;
  @Int() mentions: number;
  @Bool() canReply: boolean;
  @Texts({ about: 'Settings that are no secrets.' }) settings: Record<string, string>;
  @Strs({ about: 'Which secrets are stored; never their values.' }) secretsSet: string[];
  @Bool() demo: boolean;
}

/** Sources, in the order of connecting. */
export class SourcePage {
  @ListOf(() => SourceView) items: SourceView[];
  @Str({ optional: true }) nextCursor?: string;
}

/** Whether a connection works. */
export class CheckedView {
  @Bool() ok: boolean;
  @Strs({ optional: true, about: 'What a person must mend, in plain words.' }) missing?: string[];
}

/** A label in the three languages. */
export class LabelView {
  @Str() ru: string;
  @Str() uk: string;
  @Str() en: string;
}

/** What connecting a platform asks for. */
export class SettingView {
  @Str() key: string;
  @Of(() => LabelView) label: LabelView;
  @Bool() secret: boolean;
  @Bool() required: boolean;
  @Str({ optional: true }) pattern?: string;
  @Of(() => LabelView, { optional: true }) help?: LabelView;
}

/** A platform Heard can listen to. */
export class PlatformView {
  @Str() platform: string;
  @Str() title: string;
  @Bool() canReply: boolean;
  @ListOf(() => SettingView) settings: SettingView[];
}

/** Platforms. */
export class PlatformPage {
  @ListOf(() => PlatformView) items: PlatformView[];
}
