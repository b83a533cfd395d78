import { fixKinds, roles } from '@heard/core';

/** The words of the fields, as lists for the document. */
export const words = {
  role: roles,
  fixKind: fixKinds,
  interfaceLanguage: ['ru', 'uk', 'en'],
  language: ['ru', 'uk', 'en', 'other'],
  sentiment: ['negative', 'neutral', 'positive'],
  intent: ['complaint', 'question', 'suggestion', 'praise', 'other'],
  urgency: ['critical', 'high', 'normal', 'low', 'none'],
  mentionKind: ['post', 'comment', 'review', 'message', 'reply'],
  platformState: ['visible', 'hidden', 'deleted', 'unknown'],
  caseStatus: ['open', 'closed'],
  promiseState: ['open', 'kept', 'broken'],
  fixState: ['offered', 'accepted', 'done', 'declined', 'withdrawn'],
  answerState: ['queued', 'sent', 'visible', 'rejected', 'lost'],
  answerChannel: ['public', 'private', 'phone', 'email', 'in_person'],
  verdict: ['recovered', 'partly', 'not_recovered', 'unknown'],
  behaviour: ['rating_up', 'praise', 'came_back', 'left', 'silent'],
  closedBecause: ['fixed', 'refused', 'customer_word'],
  alertKind: ['urgent_case', 'promise_broken', 'promise_repeated', 'source_state', 'answer_failed'],
  alertState: ['firing', 'taken', 'resolved'],
  sourceState: ['ok', 'waiting', 'throttled', 'failing', 'needs_reconnect', 'permission_missing', 'paused'],
} as const;
