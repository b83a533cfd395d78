import type { Transaction } from '@heard/database';
import type { AlertKind } from './alert.js';
import { resolveOfCase, takeOfCase, takeOne } from './store/alert-rows.js';

/** How alerts of a case end. */
export interface Settlement {
  readonly state: 'taken' | 'resolved';
  readonly by?: string;
  readonly at: Date;
  /** Only urgent cases when absent; a closed case settles every kind. */
  readonly kinds?: readonly AlertKind[];
  /** Why it is resolved, where that is not the end of the case. */
  readonly because?: 'corrected';
}

/** Ends alerts of a case in the caller's transaction: their escalation stops, messages not yet sent are dropped. */
export class SettleAlerts {
  /** How many alerts it ended; taking what is taken already changes nothing. */
  run(tx: Transaction, caseId: string, how: Settlement): Promise<number> {
    const kinds = how.kinds ?? ['urgent_case'];
    return how.state === 'taken'
      ? takeOfCase(tx, caseId, kinds, how.by, how.at)
      : resolveOfCase(tx, caseId, { kinds, at: how.at, because: how.because });
  }
}

/** Takes one alert, e.g. one without a case; false when somebody has it already. */
export class MarkTaken {
  run(tx: Transaction, alertId: string, staffId: string, at: Date): Promise<boolean> {
    return takeOne(tx, alertId, staffId, at);
  }
}
