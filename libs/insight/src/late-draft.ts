import { inLanguage, type Language, type Policy, type PromiseMade } from '@heard/core';
import { fillIn } from '@heard/policies';

/** Who speaks, to whom, and by which wall. */
export interface DraftAbout {
  readonly customer?: string;
  readonly manager: string;
  readonly language: Language;
  readonly timeZone: string;
}

/** The honest words about a promise that is late or about to be, in the customer's language; undefined while none are needed. */
export function lateDraftOf(promise: PromiseMade, policy: Policy, about: DraftAbout): string | undefined {
  const isLate = promise.state === 'broken' || (promise.state === 'open' && promise.warnedAt !== undefined);
  if (!isLate) return undefined;
  const language = about.language === 'other' ? 'en' : about.language;
  return fillIn(inLanguage(policy.promises.lateDraft, about.language), {
    ...(about.customer !== undefined && { customer: about.customer }),
    promise: withoutEnd(promise.what),
    due: wallText(promise.due, language, about.timeZone),
    manager: about.manager,
  });
}

/** The quotation marks around it bring their own end. */
function withoutEnd(what: string): string {
  return what.trim().replace(/[.!…]+$/u, '');
}

/** A moment as the customer reads it: day, month and time, on the wall of the workspace. */
function wallText(at: Date, language: 'ru' | 'uk' | 'en', timeZone: string): string {
  const locale = language === 'en' ? 'en-GB' : language;
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone }).format(at);
  const time = new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  }).format(at);
  return `${time}, ${day}`;
}
