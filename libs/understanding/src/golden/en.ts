import type { Golden } from './golden.js';

/** English golden cases: every signal, level, intent and category at least once. */
export const en: readonly Golden[] = [
  {
    text: 'My daughter got food poisoning from your chicken salad and is in hospital.',
    signals: ['safety'],
    urgency: 'critical',
    category: 'safety',
    intent: 'complaint',
  },
  {
    text: 'You leaked my personal data: a stranger called me by name and read out my address.',
    signals: ['privacy'],
    urgency: 'critical',
    category: 'privacy',
  },
  {
    text: 'This shop is a scam, they stole money from my card.',
    signals: ['fraud'],
    urgency: 'critical',
    sentiment: 'negative',
  },
  {
    text: 'The lamp is broken, you refuse to take it back, so my lawyer will see you in court.',
    signals: ['legal'],
    urgency: 'critical',
  },
  {
    text: 'Horrible service. I am going to tell the local newspaper how you treat people.',
    signals: ['press'],
    urgency: 'critical',
  },
  {
    text: 'The waiter was rude and then the manager yelled at us.',
    signals: ['rude_staff'],
    urgency: 'normal',
    category: 'staff',
  },
  {
    text: 'The guard refused to let me in because of my skin colour. Disgusting racism.',
    signals: ['discrimination'],
    urgency: 'critical',
  },
  {
    text: 'My parcel never arrived and the courier is silent.',
    signals: ['undelivered'],
    urgency: 'high',
    category: 'delivery',
  },
  {
    text: 'I paid for the ticket but never received anything.',
    signals: ['paid_not_received'],
    urgency: 'high',
  },
  {
    text: 'They charged me twice for one subscription, an unauthorized payment!',
    signals: ['unauthorized_charge'],
    urgency: 'high',
    category: 'billing',
  },
  {
    text: 'I have been waiting for 5 days and the sofa is still not here.',
    signals: ['waiting'],
    intent: 'complaint',
  },
  { text: 'This mess cost me 120 dollars, unacceptable.', signals: ['money'], sentiment: 'negative' },
  {
    text: 'I have called three times about the same broken boiler.',
    signals: ['repeat_contact'],
    urgency: 'high',
  },
  {
    text: 'You promised a repair on Monday and nothing happened.',
    signals: ['broken_promise'],
    urgency: 'high',
  },
  {
    text: 'Terrible. I am sent from one department to another, round and round in circles.',
    signals: ['sent_in_circles'],
    category: 'support',
  },
  {
    text: 'No one answers the phone, your support is useless.',
    signals: ['no_answer'],
    urgency: 'high',
    category: 'support',
  },
  {
    text: 'All I got was a canned response, it does not help.',
    signals: ['empty_reply'],
    intent: 'complaint',
  },
  { text: 'Awful food, we will never come back here again.', signals: ['churn'], urgency: 'high' },
  { text: 'The jacket is defective, I want my money back.', signals: ['refund_demand'], urgency: 'normal' },
  {
    text: 'It would be nice to have a bench near the entrance.',
    signals: ['suggestion'],
    intent: 'suggestion',
    urgency: 'none',
  },
  {
    text: 'Thanks for nothing, my connection is gone and I slept on the floor.',
    signals: ['sarcasm'],
    sentiment: 'negative',
  },
  { text: 'The soup is a bit bland, I expected more.', urgency: 'low' },
  { text: 'Do you sell gift cards?', intent: 'question', urgency: 'none', sentiment: 'neutral' },
  { text: 'How do I log in? I cannot access my account.', intent: 'question', urgency: 'high' },
  {
    text: 'Wonderful staff, thank you so much!',
    intent: 'praise',
    sentiment: 'positive',
    urgency: 'none',
    category: 'staff',
  },
  {
    text: 'The company announced its results for the third quarter http://news.example/1',
    intent: 'other',
    sentiment: 'neutral',
    category: 'other',
  },
  { text: 'The app crashes at every login, horrible.', category: 'app' },
  { text: 'Prices are ridiculous, far too expensive for such a fare.', category: 'price' },
  { text: 'Still no refund, no compensation and the return was weeks ago.', category: 'refund' },
  { text: 'Annoying: the kettle is out of stock again, unavailable everywhere.', category: 'availability' },
  { text: 'Dirty tables, a long queue and a filthy toilet.', category: 'place' },
  { text: 'The battery is faulty and the screen is cracked.', category: 'product', urgency: 'normal' },
];
