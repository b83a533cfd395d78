import type { Case } from './case.js';
import type { CommandOf } from './case-command.js';
import type { CaseFact } from './case-event.js';
import type { Policy } from './policy.js';
import type { Refusal } from './refusal.js';
import type { Actor } from './staff.js';

type Decision = readonly CaseFact[] | Refusal;

const dayMs = 24 * 60 * 60 * 1000;

/** The customer gets a report of what was done; in public only its link is said, which answers nothing by itself. */
export function decideReport(
  command: CommandOf<'report_sent'>,
  by: Actor,
  policy: Policy,
  now: Date,
): Decision {
  const { channel, language, linkId, answer } = command;
  const until = new Date(now.getTime() + policy.report.linkDays * dayMs);
  const sent: CaseFact = {
    type: 'case.report_sent',
    channel,
    language,
    ...(linkId === undefined ? {} : { linkId, until }),
    ...(answer ? { answerId: answer.answerId } : {}),
  };
  if (!answer) return [sent];
  if (answer.text.trim() === '') return { refused: 'text_needed' };
  const human = by.kind === 'person';
  return [{ type: 'case.answer_queued', ...answer, human, substantive: false, linkId }, sent];
}

/** The link of a report shows nothing any more. */
export function decideRevokeReport(current: Case, { linkId }: CommandOf<'revoke_report'>): Decision {
  const report = current.reports.find((each) => each.linkId === linkId);
  if (!report) return { refused: 'no_such_report' };
  return report.revokedAt ? [] : [{ type: 'case.report_revoked', linkId }];
}
