import type { Playbook } from '@heard/core';
import { brokenPromise } from './broken-promise.js';
import { chargedWithoutConsent } from './charged-without-consent.js';
import { dataLeak } from './data-leak.js';
import { defectiveProduct } from './defective-product.js';
import { noAnswer } from './no-answer.js';
import { notDelivered } from './not-delivered.js';
import { other } from './other.js';
import { refundRefused } from './refund-refused.js';
import { rudeStaff } from './rude-staff.js';
import { sentInCircles } from './sent-in-circles.js';
import { unsafeProduct } from './unsafe-product.js';

/** One playbook for each kind of failure, the gravest first. */
export const defaultPlaybooks: readonly Playbook[] = [
  unsafeProduct,
  dataLeak,
  chargedWithoutConsent,
  refundRefused,
  notDelivered,
  defectiveProduct,
  rudeStaff,
  brokenPromise,
  sentInCircles,
  noAnswer,
  other,
];
