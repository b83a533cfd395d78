import {
  type AnswerChannel,
  type Category,
  causeStates,
  type CauseState,
  type FailureKind,
  failureKinds,
  type Language,
  suggestionStates,
  type SuggestionState,
} from '@heard/core';
import { words } from '../views/words.js';
import { PromiseInTextDto } from './case.dto.js';
import { InnerList, OneOf, SomeOf, Text, Token, Uuid, Uuids } from './fields.js';
import { PageDto } from './page.dto.js';

const long = { max: 5_000 } as const;
const title = { max: 300 } as const;
const somebody = {
  optional: true,
  pattern: /^(me|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/u,
  about: 'The id of a person, or `me`.',
} as const;

/** Which suggestions to list. */
export class SuggestionsQuery extends PageDto {
  @OneOf(['open', 'all', ...suggestionStates], {
    optional: true,
    about: '`open` when absent: something is left to decide, to do or to tell.',
  })
  state?: SuggestionState | 'open' | 'all';

  @Token(somebody)
  assignee?: string;

  @Uuid({ optional: true })
  brand?: string;

  @Uuid({ optional: true, about: 'Those that were made in this case.' })
  case?: string;
}

/** Keeps a suggestion that somebody of the staff heard. */
export class SuggestionDto {
  @Text({ ...title, about: 'In our words.' })
  title: string;

  @Text({ ...long, optional: true, about: 'What the customer said.' })
  words?: string;

  @Text({ max: 200, optional: true, about: 'Who said it; of a case its customer.' })
  who?: string;

  @Uuid({ optional: true, about: 'The case in which they said it.' })
  caseId?: string;

  @OneOf(words.language, { optional: true })
  language?: Language;

  @OneOf(words.category, { optional: true })
  category?: Category;

  @Uuid({ optional: true })
  brandId?: string;

  @Uuid({ optional: true })
  locationId?: string;
}

/** Names something in our words. */
export class TitleDto {
  @Text(title)
  title: string;
}

/** Gives something to a person. */
export class ToPersonDto {
  @Uuid()
  to: string;
}

/** Decides about a suggestion. */
export class DecisionDto {
  @OneOf(['accepted', 'declined'])
  decision: 'accepted' | 'declined';

  @Text({ ...long, about: 'Told to the people who suggested it.' })
  reason: string;
}

/** What was done. */
export class DoneDto {
  @Text({ ...long, about: 'Told to the people who suggested it.' })
  what: string;
}

/** Makes a suggestion a part of another. */
export class GroupDto {
  @Uuid({ about: 'The suggestion that stays.' })
  into: string;
}

/** Splits sayings off. */
export class SplitDto {
  @Uuids({ about: 'The sayings that meant something else.' })
  voices: string[];
}

/** Answers one of the people who suggested it. */
export class TellDto {
  @OneOf(['public', 'private', 'phone', 'email', 'in_person'])
  channel: AnswerChannel;

  @Text({ max: 10_000 })
  text: string;

  @Text({ ...long, optional: true, about: 'What shows that it reached them; needed unless it is public.' })
  evidence?: string;

  @InnerList(() => PromiseInTextDto, {
    optional: true,
    min: 0,
    max: 20,
    about: 'As for an answer of a case.',
  })
  promises?: PromiseInTextDto[];

  @Text({ ...long, optional: true, about: 'Why it is sent although it is held back (`answer_held`).' })
  overrule?: string;
}

/** What somebody who was cut off wanted to say. */
export class HeardOutDto {
  @Text({ ...long, about: 'In the words of the customer.' })
  words: string;
}

/** Which causes to list. */
export class CausesQuery extends PageDto {
  @OneOf(['all', ...causeStates], { optional: true, about: '`all` when absent.' })
  state?: CauseState | 'all';

  @Token(somebody)
  answerable?: string;

  @Uuid({ optional: true, about: 'The cause of this case.' })
  case?: string;
}

/** Enters a root cause. */
export class CauseDto {
  @Text(title)
  title: string;

  @SomeOf(failureKinds, { about: 'The kinds of failure it leads to.' })
  failures: FailureKind[];

  @Uuid({ about: 'The one person answerable for it.' })
  answerable: string;

  @Uuid({ optional: true })
  brandId?: string;

  @Uuid({ optional: true })
  locationId?: string;

  @Uuid({ optional: true, about: 'The case that shows it; it gets this cause.' })
  caseId?: string;
}

/** What is being done about a cause. */
export class PlanDto {
  @Text(long)
  plan: string;
}

/** What was changed, and what shows it. */
export class CauseFixDto {
  @Text({ ...long, about: 'What was changed.' })
  what: string;

  @Text({ ...long, about: 'What shows it: an order, a photo, a version number.' })
  evidence: string;
}

/** The cause of a case. */
export class CauseOfCaseDto {
  @Uuid()
  causeId: string;
}
