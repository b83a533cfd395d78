export { type ApiKey, ApiKeys, type KeyHolder, type Scope, scopes } from './api-keys.js';
export { ChangeStaff } from './change-staff.js';
export { type About, OnCall, type Told } from './on-call.js';
export type { InterfaceLanguage, NewPerson, Person, PersonChange } from './person.js';
export { hashPassword, makeUpPassword } from './secrets.js';
export { type OwnChange, sessionDays, Sessions, type SignedIn } from './sessions.js';
export { type FirstWorkspace, type SetUp, setUpWorkspace } from './set-up-workspace.js';
export { Audit, type AuditDetail } from './store/audit.js';
export { type DutyOf, DutyRota } from './store/duty-rota.js';
export { People } from './store/people.js';
export {
  type AlertTarget,
  defaultEscalationPolicy,
  type EscalationPolicy,
  type Workspace,
  Workspaces,
} from './store/workspaces.js';
