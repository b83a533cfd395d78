import { type ApprovalLimit, type CatalogueFix, failureKinds, fixKinds, type Role, roles } from '@heard/core';
import { type Place, type Read, wrong } from './place.js';
import { cost, minor } from './read-money.js';
import { inThreeLanguages } from './texts.js';
import { eachOnce, key, list, object, optional, wordOf } from './values.js';

const approvers: readonly Role[] = roles.filter((role) => role !== 'viewer');

const fields = object<CatalogueFix>({
  key,
  kind: wordOf(fixKinds, 'kind of fix'),
  title: inThreeLanguages(),
  failures: list(wordOf(failureKinds, 'kind of failure'), { least: 1, most: failureKinds.length }),
  cost: optional(cost),
  // Without a limit nobody could tell what may be given away.
  approval: list(object<ApprovalLimit>({ role: wordOf(approvers, 'role that approves'), upToMinor: minor }), {
    least: 1,
    most: approvers.length,
  }),
});

/** A fix of the catalogue that somebody may approve. */
export const readFix: Read<CatalogueFix> = (value, place) => {
  const fix = fields(value, place);
  eachOnce(fix.failures, (index) => `${place}.failures[${index}]`);
  eachOnce(
    fix.approval.map(({ role }) => role),
    (index) => `${place}.approval[${index}].role`,
  );
  checkApproval(fix, `${place}.approval`);
  return fix;
};

function checkApproval({ approval, cost: usual }: CatalogueFix, place: Place): void {
  const limits = approval.toSorted((a, b) => approvers.indexOf(a.role) - approvers.indexOf(b.role));
  limits.forEach((limit, index) => {
    const above = limits[index - 1];
    if (!above || above.upToMinor >= limit.upToMinor) return;
    throw wrong(
      `${place}[${approval.indexOf(above)}].upToMinor`,
      `the ${above.role} may approve less than the ${limit.role}`,
      `write at least ${limit.upToMinor}`,
      { mistake: 'approval_order' },
    );
  });
  const most = Math.max(0, ...limits.map(({ upToMinor }) => upToMinor));
  if (usual && usual.amountMinor > most) {
    throw wrong(
      place,
      `it usually costs ${usual.amountMinor}, and nobody may approve more than ${most}`,
      'raise a limit or lower the cost',
      { mistake: 'approval_low' },
    );
  }
}
