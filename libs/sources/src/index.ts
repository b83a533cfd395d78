export type { CheckResult, Cursor, Page, ReplyTarget, SeenReply, Source } from './source.js';
