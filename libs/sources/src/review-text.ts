/** The parts a marketplace splits a review into. */
export interface ReviewParts {
  readonly comment?: string;
  readonly pros?: string;
  readonly cons?: string;
}

/**
 * A review in one text: what was said first, then what was liked (`+`) and disliked (`−`). The platform's own headings
 * ("Недостатки") are left out: they are not the customer's words, and would be read as if they were.
 */
export function reviewText({ comment, pros, cons }: ReviewParts): string {
  const marked = (sign: string, part: string | undefined): string[] =>
    part === undefined || part.trim() === '' ? [] : [`${sign}${part.trim()}`];
  return [...marked('', comment), ...marked('+ ', pros), ...marked('− ', cons)].join('\n');
}
