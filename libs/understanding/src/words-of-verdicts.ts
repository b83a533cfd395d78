import type {
  Assessment,
  AssessmentInput,
  Category,
  Intent,
  SignalCode,
  TextPlace,
  UrgencyReason,
  WordsOfVerdicts,
} from '@heard/core';
import { type Evidence, gather } from './evidence.js';
import type { Finding } from './knowledge.js';
import type { Cue } from './lexicon/lexicon.js';
import { wordsBehind } from './model/because.js';
import { weights } from './model/weights.js';
import { isTrouble } from './blame.js';
import { categoryOfSignal } from './verdict.js';

/** What the verdicts are explained from. */
type Explained = Pick<Assessment, 'sentiment' | 'intent' | 'urgencyReasons' | 'category'>;

/**
 * The words of a text that its verdicts rest on, found anew: nothing of this is stored. What only a title or the stars
 * say has no place in the text.
 */
export function wordsOfVerdicts(
  { text }: Pick<AssessmentInput, 'text'>,
  { sentiment, intent, urgencyReasons, category }: Explained,
): WordsOfVerdicts {
  const evidence = gather({ text });
  const behind = wordsBehind(evidence.reading.slots, sentiment, weights());
  const all: Required<WordsOfVerdicts> = {
    sentiment: behind,
    intent: [...(intent === 'complaint' || intent === 'praise' ? behind : []), ...ofIntent(evidence, intent)],
    urgency: urgencyReasons.flatMap((reason) => ofReason(evidence, reason)),
    category: ofCategory(evidence, category),
  };
  return Object.fromEntries(
    Object.entries(all).flatMap(([verdict, places]) =>
      places.length === 0 ? [] : [[verdict, joined(places)] as const],
    ),
  );
}

function ofIntent(evidence: Evidence, intent: Intent): readonly TextPlace[] {
  switch (intent) {
    case 'complaint':
      return evidence.signals.filter(({ code }) => isTrouble(code));
    case 'question':
      return ofCues(evidence, ['ask', 'blocked', 'stuck']);
    case 'suggestion':
      return ofSignals(evidence, ['suggestion']);
    case 'other':
      return ofCues(evidence, ['news', 'report', 'reply', 'advert', 'condolence', 'order']);
    case 'praise':
      return [];
  }
}

/** Reasons of an urgency that are no signals, by what they rest on. */
const restsOn: Partial<
  Record<UrgencyReason, { readonly cues?: readonly Cue[]; readonly signals?: readonly SignalCode[] }>
> = {
  legal: { cues: ['danger'], signals: ['legal'] },
  vulnerable_person: { cues: ['vulnerable'] },
  child_affected: { cues: ['child'] },
  ill_affected: { cues: ['ill'] },
  elderly_affected: { cues: ['elderly'] },
  stranded: { cues: ['stranded'] },
  violence: { cues: ['violence'] },
  stuck_now: { cues: ['stuck'] },
  money_taken: { signals: ['unauthorized_charge', 'fraud'] },
  definite_breach: { cues: ['breach'] },
  mild: { cues: ['mild'] },
  blocked_question: { cues: ['blocked', 'stuck'] },
};

function ofReason(evidence: Evidence, reason: UrgencyReason): readonly TextPlace[] {
  const { cues = [], signals = [reason as SignalCode] } = restsOn[reason] ?? {};
  return [...ofSignals(evidence, signals), ...ofCues(evidence, cues)];
}

function ofCategory(evidence: Evidence, category: Category): readonly TextPlace[] {
  const signals = evidence.signals.filter(({ code }) => categoryOfSignal(code) === category);
  return [...signals, ...found(evidence, (each) => each.kind === 'category' && each.category === category)];
}

const ofSignals = ({ signals }: Evidence, codes: readonly SignalCode[]): readonly TextPlace[] =>
  signals.filter(({ code }) => codes.includes(code));

const ofCues = (evidence: Evidence, cues: readonly Cue[]): readonly TextPlace[] =>
  found(evidence, (each) => each.kind === 'cue' && cues.includes(each.cue));

function found({ reading }: Evidence, says: (finding: Finding) => boolean): readonly TextPlace[] {
  const { matches, slots } = reading;
  return matches.flatMap(({ output, from, to }) => {
    const [first, last] = [slots[from], slots[to]];
    // A breach that is denied is none.
    if (!first || !last || !says(output) || (isBreach(output) && first.isNegated)) return [];
    return [{ start: first.start, end: last.end }];
  });
}

const isBreach = (finding: Finding): boolean => finding.kind === 'cue' && finding.cue === 'breach';

/** In the order of the text; what overlaps is one place. */
function joined(places: readonly TextPlace[]): readonly TextPlace[] {
  const apart: { start: number; end: number }[] = [];
  for (const { start, end } of places.toSorted((a, b) => a.start - b.start)) {
    const last = apart.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else apart.push({ start, end });
  }
  return apart;
}
