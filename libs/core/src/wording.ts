import type { AnswerChannel } from './case.js';

/** A promise in a text of ours. Offsets are UTF-16 code units, end exclusive, over the whole clause with its time. */
export interface FoundPromise {
  readonly start: number;
  readonly end: number;
  /** Absent when vague: "as soon as we know". */
  readonly due?: Date;
  readonly vague: boolean;
}

/** Why an answer is held back before it is sent. */
export type HeldReason =
  | 'courtesy_only'
  | 'ignores_point'
  | 'repeats_previous'
  | 'same_as_to_others'
  | 'points_to_tried'
  | 'refusal_without_reason'
  | 'unfit_offer'
  | 'moves_channel_only'
  | 'repromise';

/** How the customer raised a point. */
export type PointKind = 'asked' | 'reported' | 'suggested';

/** What became of a point in an answer. */
export type PointHandled = 'answered' | 'dated' | 'refused' | 'open';

/** Something the customer raised, with its place in their text (UTF-16 code units, end exclusive). */
export interface RaisedPoint {
  readonly kind: PointKind;
  readonly start: number;
  readonly end: number;
}

/** What is held against an answer, or nothing. */
export interface SubstanceCheck {
  readonly held: boolean;
  /** In the order of their weight; empty when not held. */
  readonly reasons: readonly HeldReason[];
  /** What the customer raised, and what the answer does with each. */
  readonly points: readonly (RaisedPoint & { readonly handled: PointHandled })[];
}

/** What a customer's text says about the recovery itself, beside the signals of its assessment. */
export type NoteCode =
  /** They name the channel on which they want to be answered. */
  | 'channel_asked'
  /** They were cut off while they explained. */
  | 'interrupted_feedback'
  /** They were told an excuse, without an alternative. */
  | 'excuse'
  /** Our record says one thing, they see another. */
  | 'record_contradicted'
  /** They had to go to another person or number themselves. */
  | 'redirected'
  /** They say which steps they tried already. */
  | 'already_tried'
  /** They reached only a robot. */
  | 'robot_only'
  /** Internal discipline was all they were told of. */
  | 'discipline_only';

/** A note and its place: UTF-16 code units of the text as stored, end exclusive. */
export interface Note {
  readonly code: NoteCode;
  readonly start: number;
  readonly end: number;
  /** Of `channel_asked`: the channel. */
  readonly channel?: AnswerChannel;
  /** Of `channel_asked`: the number or address they gave. */
  readonly contact?: string;
}

/** What a customer tells us once and must not be asked again. */
export type ToldKind = 'phone' | 'email' | 'order' | 'sum' | 'address' | 'waited';
