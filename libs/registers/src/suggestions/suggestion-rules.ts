import { evolveSuggestion, type Suggestion, type SuggestionEvent } from '@heard/core';
import { RegisterBook } from '../register-book.js';
import type { AnnounceEntries } from '../register-record.js';
import { projectSuggestions } from './store/project-suggestions.js';

/** The book of suggestions. */
export type SuggestionBook = RegisterBook<Suggestion, SuggestionEvent>;

/** Opens the book of suggestions; whoever only reads has nothing to announce. */
export function suggestionBook(announce: AnnounceEntries = async () => undefined): SuggestionBook {
  return new RegisterBook<Suggestion, SuggestionEvent>(
    {
      register: 'suggestion',
      // `at` is when somebody was told, inside of what moves from one suggestion to another.
      moments: new Set(['saidAt', 'at']),
      evolve: evolveSuggestion,
      project: projectSuggestions,
    },
    announce,
  );
}
