export type { AlertFacts, AlertKind, AlertState } from './alert.js';
export { type AlertLink, AlertLinks } from './alert-links.js';
export { Escalate, type EscalateParts } from './escalate.js';
export { type EscalationPolicy, isEscalationTarget, readPolicy, usualPolicy } from './escalation.js';
export { type LetterCarrier, type LetterToQueue, QueueLetters, SendLetter } from './letters/send-letter.js';
export { MailReceiver, type MailSettings, type MailTo } from './mail/mail.receiver.js';
export type {
  EscalationFollower,
  EscalationStep,
  EscalationTarget,
  LetterLanguage,
  OnCall,
  StaffRef,
  ToldPerson,
} from './ports.js';
export {
  type EscalateJob,
  escalateQueue,
  type LetterJob,
  letterQueue,
  type NotifyJob,
  notifyQueue,
} from './queues.js';
export { type AlertToRaise, RaiseAlert } from './raise-alert.js';
export type { Notice, NoticeLinks, Receiver } from './receiver.js';
export { notNeeded, SendNotification, type SendParts } from './send-notification.js';
export { MarkTaken, SettleAlerts, type Settlement } from './settle-alerts.js';
export { type AddsJobs, TellReceivers } from './tell-receivers.js';
export { WebhookReceivers, type WebhookReceiverView } from './webhook-receivers.js';
export { WebhookReceiver, type WebhookTo } from './webhook/webhook.receiver.js';
