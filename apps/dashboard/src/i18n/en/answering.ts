/** Texts of what an answer may be where it goes. */
export const answering = {
  length: {
    characters: '{{length}} of {{max}} characters',
    utf16: '{{length}} of {{max}} characters; an emoji counts as two',
    bytes: '{{length}} of {{max}} bytes; a Cyrillic letter takes two',
  },
  over: '{{over}} too many',
  moderated: 'The platform reads it first: it counts once it is shown.',
  noLinks: 'No links are taken here.',
  noContacts: 'No links, phone numbers or addresses are taken here.',
  edits_one: 'It can be corrected {{count}} time on the platform, within {{days}} days.',
  edits_other: 'It can be corrected {{count}} times on the platform, within {{days}} days.',
  cost: 'It costs {{units}} of the {{ofDaily}} units that the platform gives for a day.',
  stands: 'An answer of yours stands there already, and a new one takes its place:',
  replace: 'I have read it: replace it',
  private: {
    open: 'Answer in private',
    ends: 'the platform takes it once; its time ends',
    given: 'The one private answer to this comment was given.',
    over: 'The time for a private answer to this comment is over.',
    text: 'Your private answer',
    hint: 'It is one message and the only one: the customer has to reply before you can write again.',
    send: 'Send in private',
  },
} as const;
