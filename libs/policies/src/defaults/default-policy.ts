import type { Policy } from '@heard/core';
import { defaultFixes } from './fixes.js';
import { defaultLimits } from './limits.js';
import { defaultMoney } from './money.js';
import { defaultOutcome } from './outcome.js';
import { defaultPlaybooks } from './playbooks/index.js';
import { defaultPromises } from './promises.js';

/** The policy that every workspace starts with, in UAH; see {@link forCurrency}. */
export const defaultPolicy: Policy = {
  ...defaultLimits,
  promises: defaultPromises,
  outcome: defaultOutcome,
  money: defaultMoney,
  fixes: defaultFixes,
  playbooks: defaultPlaybooks,
};
