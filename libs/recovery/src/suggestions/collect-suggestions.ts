import { type Assessment, type Clock, heard, type SuggestionEvent, suggestedIn } from '@heard/core';
import { newId, type Transaction } from '@heard/database';
import type { NewEntry, SuggestionBook } from '@heard/registers';
import { mentionsWithVoice } from './store/voices.js';

/** A text that was just understood. */
export interface HeardText {
  readonly mentionId: string;
  readonly revision: number;
  readonly text: string;
  readonly isBrand: boolean;
  readonly postedAt: Date;
  readonly assessment: Assessment;
  readonly caseId?: string;
  readonly brandId?: string;
  readonly locationId?: string;
  readonly demo: boolean;
}

/** Enters what customers suggest into the register, in the transaction that stores their texts. */
export class CollectSuggestions {
  constructor(
    private readonly book: SuggestionBook,
    private readonly clock: Clock,
  ) {}

  /** Whole batches in a bounded number of statements; a text whose suggestion is known adds nothing. */
  async run(tx: Transaction, texts: readonly HeardText[]): Promise<void> {
    const found = texts.flatMap((each) => {
      if (each.isBrand || each.text.trim() === '') return [];
      const suggested = suggestedIn(each.text, each.assessment);
      return suggested ? [{ ...each, suggested }] : [];
    });
    const edited = found.filter(({ revision }) => revision > 1).map(({ mentionId }) => mentionId);
    const known = await mentionsWithVoice(tx, edited);
    const fresh = found.filter(({ mentionId }) => !known.has(mentionId));
    await this.book.appendAll(
      tx,
      [],
      fresh.map((each) => this.entry(each)),
    );
  }

  private entry(
    each: HeardText & { readonly suggested: NonNullable<ReturnType<typeof suggestedIn>> },
  ): NewEntry<SuggestionEvent> {
    const { mentionId, postedAt, assessment, caseId, brandId, locationId, demo, suggested } = each;
    const voice = {
      id: newId(),
      mentionId,
      places: suggested.places,
      language: assessment.language,
      saidAt: postedAt,
      ...(caseId === undefined ? {} : { caseId }),
      ...(suggested.unheard ? { unheard: true as const } : {}),
    };
    const made: SuggestionEvent = {
      type: 'suggestion.made',
      category: assessment.category,
      ...(brandId === undefined ? {} : { brandId }),
      ...(locationId === undefined ? {} : { locationId }),
      voices: [voice],
      at: this.clock.now(),
      by: heard,
    };
    return { id: newId(), demo, events: [made] };
  }
}
