import type { CaseRecord } from '@heard/cases';
import { type Clock, askFrom, inLanguage, type Language, type Policy, type QuestionFacts } from '@heard/core';
import { newId, type Transaction } from '@heard/database';
import { findPlatform } from '@heard/sources';
import { wayToAsk } from './store/way-to-ask.js';

/** Puts the question how it was, in the customer's language, for the way on which they can be asked. */
export class OutcomeQuestion {
  constructor(private readonly clock: Clock) {}

  /** What a tick needs to ask; undefined while it is not time to. */
  async facts(tx: Transaction, record: CaseRecord, policy: Policy): Promise<QuestionFacts | undefined> {
    const due = askFrom(record.state, policy);
    const way = due && due <= this.clock.now() ? await wayToAsk(tx, record.state.id) : undefined;
    if (!way) return undefined;
    const platform = findPlatform(way.platform);
    // The question holds a link, and is no reason to take the place of the answer that stands there.
    const { links = true, replaces = false } = platform?.answers ?? {};
    const takesAnswers = platform?.supports.reply === true && links && !replaces && !way.sourceRemoved;
    return {
      linkId: newId(),
      answerId: newId(),
      text: questionText(policy, {
        language: record.state.language,
        customer: record.customer.name,
        brand: way.brand,
      }),
      ...(takesAnswers && way.mentionId !== undefined ? { mentionId: way.mentionId } : {}),
      gone: takesAnswers && way.gone,
    };
  }
}

/** The question as the policy words it; `{link}` stays for the address. */
export function questionText(
  policy: Policy,
  {
    language,
    customer = '',
    brand,
  }: { readonly language: Language; readonly customer?: string; readonly brand: string },
): string {
  const text = inLanguage(policy.outcome.question, language);
  const name = plain(customer);
  const named =
    name === ''
      ? capital(text.replaceAll(/\{customer\}[,:]?\s*/gu, ''))
      : text.replaceAll('{customer}', name);
  return named.replaceAll('{brand}', plain(brand));
}

/** A name is only a name: what looks like a placeholder in it stands for nothing. */
function plain(name: string): string {
  return name.replaceAll(/[{}]/gu, '').trim();
}

function capital(text: string): string {
  const [first = ''] = text;
  return first.toLocaleUpperCase() + text.slice(first.length);
}
