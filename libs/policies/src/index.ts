export { changedSections, type PolicySection } from './changed-sections.js';
export { defaultPolicy } from './defaults/default-policy.js';
export { forCurrency } from './defaults/for-currency.js';
export { fillIn } from './fill-in.js';
export type { Mistake, MistakeCode } from './read/place.js';
export { readPolicy } from './read/read-policy.js';
export { Policies, type PolicyChange } from './store/policies.js';
