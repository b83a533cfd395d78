export { catalog, realBaseUrls } from './catalog.js';
export type { CheckedSettings, PlatformEntry, SourceBaseUrls, SourceContext } from './catalog.js';
export type { FacebookSettings } from './facebook/facebook.settings.js';
export type { GoogleSettings } from './google/google.settings.js';
export type { InstagramFlavour, InstagramSettings } from './instagram/instagram.settings.js';
export { InstagramSource } from './instagram/instagram.source.js';
export type { MentionHint } from './instagram/instagram.source.js';
export type { SettingError, SettingField, Validated } from './settings.js';
export type { CheckResult, Cursor, Page, ReplyTarget, SeenReply, Source } from './source.js';
