import type { MentionKind, PlatformState } from '@heard/core';
import type * as shape from '@heard/insight';
import { AssessmentView } from './assessment.view.js';
import { PersonView } from './people.view.js';
import { At, Bool, Int, Key, ListOf, Num, Of, Str, Strs, Texts, Word } from './shown.js';
import { words } from './words.js';

/** Where something was said. */
export class SourceRef implements shape.SourceRef {
  @Key() id: string;
  @Str() platform: string;
  @Str() name: string;
  @Bool() demo: boolean;
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

/** A call that nobody answered. */
export class MissedContactView {
  @Str({ about: 'The number of the caller.' }) phone: string;
  @Int() tries: number;
  @Str({ optional: true, about: 'The number or shop that was called.' }) called?: string;
}

/** A text before an edit. */
export class EarlierView {
  @Int() revision: number;
  @Str() text: string;
  @At() seenAt: string;
}

/** The same text in another place. */
export class SameTextView implements shape.SameTextView {
  @Key() id: string;
  @Of(() => SourceRef) source: SourceRef;
  @Str({ optional: true }) author?: string;
  @At() postedAt: string;
  @Str({ optional: true }) url?: string;
  @Key({ optional: true }) caseId?: string;
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
  @At({ optional: true }) goneAt?: string;
  @Bool({ optional: true, about: 'Its words and its author were taken out.' }) wiped?: true;
  @Of(() => MissedContactView, { optional: true }) missed?: MissedContactView;
  @Of(() => PersonView, { optional: true, about: 'The person of the staff who told of it.' })
  reportedBy?: PersonView;
  @Int() revision: number;
  @ListOf(() => EarlierView) earlier: EarlierView[];
  @Of(() => AssessmentView, { optional: true }) assessment?: AssessmentView;
  @Key({ optional: true }) caseId?: string;
  @Key({ optional: true, about: 'The location it is about.' }) locationId?: string;
  @ListOf(() => SameTextView) sameText: SameTextView[];
  @Bool() demo: boolean;
}

/** Mentions, newest posted first. */
export class MentionPage {
  @ListOf(() => MentionView) items: MentionView[];
  @Str({ optional: true }) nextCursor?: string;
}

/** A letter that nobody could read as a mention. */
export class UnreadLetterView implements shape.UnreadLetterView {
  @Key() id: string;
  @Of(() => SourceRef) source: SourceRef;
  @Word(['unknown_sender', 'not_authentic', 'not_understood', 'unreadable'])
  because: shape.UnreadLetterView['because'];
  @Str({ optional: true }) from?: string;
  @Str() subject: string;
  @Str() text: string;
  @At() receivedAt: string;
}

/** Letters, those that wait longest first. */
export class UnreadLetterPage {
  @ListOf(() => UnreadLetterView) items: UnreadLetterView[];
  @Str({ optional: true }) nextCursor?: string;
}

/** What became of what a person pasted. */
export class PastedView {
  @Key() mentionId: string;
  @Key({ optional: true, about: 'Absent when it reads as no complaint.' }) caseId?: string;
  @Bool({ about: 'It was stored already, here or by a source that listens.' }) known: boolean;
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

/** The address that the platform may tell what happens, and how that goes. */
export class WebhookView implements shape.WebhookView {
  @Str() url: string;
  @At({ optional: true, about: 'When it first spoke.' }) since?: string;
  @At({ optional: true }) lastAt?: string;
  @Int({ about: 'Mentions since then that only polling found.' }) missed: number;
}

/** How a source is. */
export class SourceView implements shape.SourceView {
  @Key() id: string;
  @Str() platform: string;
  @Str() name: string;
  @Key({ optional: true }) brandId?: string;
  @Key({ optional: true }) locationId?: string;
  @Word(words.sourceState) state: shape.SourceView['state'];
  @Str({ optional: true }) reason?: string;
  @Strs({ optional: true }) missing?: string[];
  @At() stateSince: string;
  @At({ optional: true }) lastCollectedAt?: string;
  @At({ optional: true }) lastOkAt?: string;
  @At({ optional: true, about: 'From when new mentions may have been missed.' }) blindSince?: string;
  @At({ optional: true, about: 'When the access was last checked.' }) checkedAt?: string;
  @At({ optional: true, about: 'When the access ends by itself.' }) accessEndsAt?: string;
  @At({ optional: true, about: 'It is read, and nothing came for three times its usual gap.' })
  silentSince?: string;
  @At({ optional: true }) nextDueAt?: string;
  @Int() mentions: number;
  @Bool() canReply: boolean;
  @Texts({ about: 'Settings that are no secrets.' }) settings: Record<string, string>;
  @Strs({ about: 'Which secrets are stored; never their values.' }) secretsSet: string[];
  @Of(() => WebhookView, { optional: true }) webhook?: WebhookView;
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
  @Strs({ optional: true, about: 'What may be granted too; all else works without it.' }) optional?: string[];
}

/** A label in the three languages. */
export class LabelView {
  @Str() ru: string;
  @Str() uk: string;
  @Str() en: string;
}

/** One of the values that a setting can have. */
export class SettingChoiceView {
  @Str() value: string;
  @Of(() => LabelView) label: LabelView;
}

/** What connecting a platform asks for. */
export class SettingView {
  @Str() key: string;
  @Of(() => LabelView) label: LabelView;
  @Bool() secret: boolean;
  @Bool() required: boolean;
  @Str({ optional: true, about: 'A regular expression for the whole value.' }) pattern?: string;
  @ListOf(() => SettingChoiceView, { optional: true, about: 'All values that are taken.' })
  choices?: SettingChoiceView[];
  @Str({ optional: true, about: 'What holds where nothing is given.' }) defaultValue?: string;
}

/** A platform Heard can listen to. */
export class PlatformView {
  @Str() platform: string;
  @Str() title: string;
  @Bool() canReply: boolean;
  @Bool({ about: 'Accounts can be chosen by consent at the platform.' }) byConsent: boolean;
  @ListOf(() => SettingView) settings: SettingView[];
}

/** Platforms. */
export class PlatformPage {
  @ListOf(() => PlatformView) items: PlatformView[];
}
