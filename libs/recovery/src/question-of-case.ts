import { type AnswerChannel, askFrom, lastSpokenOn, type OutcomeQuestion as Question } from '@heard/core';
import type { Transaction } from '@heard/database';
import { type CustomerLinks, linkPlaceholder } from './customer-links.js';
import { questionText } from './outcome-question.js';
import type { PolicyBook } from './ports.js';
import { readCase } from './read-case.js';

/** How it stands with asking the customer of a case what the recovery did. */
export interface QuestionOfCase {
  readonly state: 'not_closed' | 'waiting' | Question['state'];
  /** When Heard asks, while it waits. */
  readonly askAt?: Date;
  readonly question?: Question;
  readonly noContactAt?: Date;
  /** On which channel to ask, while a person has to. */
  readonly channel?: AnswerChannel;
  /** The text with its link, for the one who has to ask. */
  readonly text?: string;
  /** Their verdict, when they gave it by the link. */
  readonly said?: { readonly at: Date; readonly byPublicLink: boolean };
}

/** Reads how it stands; the link is shown only to the one who has to send it. */
export async function questionOfCase(
  tx: Transaction,
  caseId: string,
  {
    policies,
    links,
    shows,
  }: { policies: PolicyBook; links: CustomerLinks; shows: (assignee: string) => boolean },
): Promise<QuestionOfCase> {
  const { state, customer, brand } = await readCase(tx, caseId);
  const policy = await policies.get(tx, state.policyVersion);
  const { question, outcome, noContactAt } = state;
  const said =
    outcome?.from === 'customer'
      ? { said: { at: outcome.at, byPublicLink: outcome.publicLink === true } }
      : {};
  const known = { ...said, ...(noContactAt ? { noContactAt } : {}) };
  if (!question) {
    const askAt = askFrom(state, policy);
    return askAt ? { state: 'waiting', askAt, ...known } : { state: 'not_closed', ...known };
  }
  if (question.state !== 'to_ask') return { state: question.state, question, ...known };
  const channel = lastSpokenOn(state);
  if (!shows(state.assignee) || question.linkId === undefined) {
    return { state: 'to_ask', question, channel, ...known };
  }
  const text = questionText(policy, { language: state.language, customer, brand });
  const address = links.address('outcome', question.linkId);
  return { state: 'to_ask', question, channel, text: text.replaceAll(linkPlaceholder, address), ...known };
}
