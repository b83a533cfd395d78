import { definePlatform } from '../platform-entry.js';
import { mailFields, validateMail } from './mail.settings.js';
import { MailSource } from './mail.source.js';

/** A mailbox that platforms without an API for reviews send their notifications to. */
export const mail = definePlatform({
  platform: 'mail',
  title: 'E-mail (IMAP)',
  settings: mailFields,
  // Every mailbox is on a host of its own.
  hosts: {},
  canReply: false,
  validate: validateMail,
  open: (settings, context) => new MailSource(settings, context),
});
