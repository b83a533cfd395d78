import { RecoveryPolicyView } from '../views/policy.view.js';
import { Whole } from './fields.js';
import { Described } from './free-fields.js';

/** A policy that takes the place of the newest one. */
export class ChangePolicyDto {
  @Whole({
    min: 1,
    max: 1_000_000,
    about: 'The version that it was made from; refused with `policy_changed` when there is a newer one.',
  })
  basedOn: number;

  @Described(() => RecoveryPolicyView, {
    about:
      'The whole policy. What is wrong is refused with its place, such as `playbooks[3].steps[0].hint.uk`.',
  })
  policy: object;
}
