import { definePlatform } from '../platform-entry.js';
import { feedFields, validateFeed } from './feed.settings.js';
import { FeedSource } from './feed.source.js';

/** A feed of somebody's site. */
export const feed = definePlatform({
  platform: 'feed',
  title: 'RSS, Atom, JSON Feed',
  settings: feedFields,
  // Every feed is a host of its own.
  hosts: {},
  canReply: false,
  validate: validateFeed,
  open: (settings, context) => new FeedSource(settings, context),
});
