export { catalog, findPlatform, realBaseUrls } from './catalog.js';
export type { CheckedSettings, PlatformEntry, SourceBaseUrls, SourceContext } from './platform-entry.js';
export { personOfSignedRequest } from './signed-request.js';
export type { HeldToken, HeldTokens } from './held-tokens.js';
export type { Connectable, ConsentApp, ConsentDoor } from './consent.js';
export type { PushAnswer, PushContext, PushDelivery, PushDoor, PushEvent } from './push.js';
export { pushAddress } from './push.js';
export type { FacebookSettings } from './facebook/facebook.settings.js';
export type { GoogleSettings } from './google/google.settings.js';
export type { InstagramFlavour, InstagramSettings } from './instagram/instagram.settings.js';
export { InstagramSource } from './instagram/instagram.source.js';
export type { MentionHint } from './instagram/instagram.source.js';
export type { Label, SettingError, SettingField, Validated } from './settings.js';
export { outboundProxy, validateFields } from './settings.js';
export type {
  CheckResult,
  Cursor,
  GoneMention,
  Page,
  Pushed,
  ReplyTarget,
  SeenReply,
  Source,
  UnreadLetter,
  WholeList,
} from './source.js';
export { expectedComments, learnRate, shareUntil } from './comment-rate.js';
export {
  type Allowance,
  isHeadDue,
  isWholeDue,
  nextThread,
  pauseMs,
  spend,
  startRound,
  waitingIn,
  withLikely,
  withReread,
} from './plan-round.js';
export { emptyWatch, trimWatched, watch, type WatchState } from './watch-list.js';
export { threadDone } from './watched-threads.js';
export { BudgetedHttp, type BudgetedCalls, type CallPace } from './budgeted-http.js';
export {
  type BudgetNode,
  type BudgetTree,
  budgetTree,
  type CallBudget,
  type CallLimits,
  type CallPurpose,
  shareOf,
  type Taken,
  type ToldOfNode,
} from './call-limits.js';
