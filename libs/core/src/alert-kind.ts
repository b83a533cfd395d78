/** What an alert is about. */
export type AlertKind =
  | 'urgent_case'
  | 'promise_broken'
  | 'promise_repeated'
  | 'promise_near'
  | 'step_overdue'
  | 'case_lost'
  | 'lease_lost'
  | 'case_pinned'
  | 'cause_recurred'
  | 'source_state'
  | 'source_expiring'
  | 'source_silent'
  | 'answer_failed'
  | 'bad_verdict'
  | 'outcome_to_ask'
  | 'incident_proposed';
