import type { Story } from '../story.js';

/** Stories told in English. */
export const englishStories: readonly Story[] = [
  {
    name: 'Round and round',
    sayings: [
      {
        key: 'circles',
        after: 14,
        platform: 'facebook',
        kind: 'post',
        author: 'Hannah Whitlock',
        intent: 'complaint',
        language: 'en',
        text: 'I have now been sent from chat to phone, from phone to email and from email back to chat. Four people, four times the same story, and still nobody can tell me where my order is. Three weeks! Does anyone at your place actually own a problem?',
        afterAnswer: {
          text: 'Right, so one name and one number at last. Thank you. I will hold you to it, Oksana.',
        },
      },
    ],
  },
  {
    name: 'Somebody else’s address',
    sayings: [
      {
        key: 'leak',
        after: 15,
        platform: 'facebook',
        kind: 'post',
        author: 'Callum Reyes',
        intent: 'complaint',
        language: 'en',
        text: 'Opened my account on your site this morning and it shows ANOTHER customer’s name, home address and phone number, plus her order history. So who is looking at mine?? This is a data leak, my personal data is exposed. Fix it now.',
        afterAnswer: {
          text: 'Ok, logged out everywhere as you said and it shows my own details again. Still waiting for that written explanation.',
        },
      },
    ],
  },
  {
    name: 'One star',
    sayings: [
      {
        key: 'one-star',
        after: 12,
        platform: 'google',
        kind: 'review',
        stars: 1,
        author: 'Priya N.',
        intent: 'complaint',
        language: 'en',
        text: 'Paid for gift wrapping, got the book in a torn plastic bag with the price tag still on. Emailed twice, no reply. Very disappointing birthday.',
        afterAnswer: {
          stars: 4,
          text: 'Update: they called, apologised and sent a new copy properly wrapped, with a card. Fair play.',
        },
      },
    ],
  },
  {
    name: 'A lovely Saturday',
    sayings: [
      {
        key: 'praise-en',
        after: 11,
        platform: 'instagram',
        kind: 'comment',
        under: 'own-instagram',
        author: 'bookish.nell',
        intent: 'praise',
        language: 'en',
        text: 'Spent the whole Saturday here, such a lovely place and the staff are wonderful! Best coffee in town too 😍📚',
        afterAnswer: { text: 'Aww, see you next Saturday then! ☕' },
      },
    ],
  },
  {
    name: 'Followers for sale',
    sayings: [
      {
        key: 'spam-en',
        after: 10,
        platform: 'facebook',
        kind: 'comment',
        under: 'own-festival',
        author: 'Boost Your Page 24',
        intent: 'other',
        language: 'en',
        text: '🔥 10k real followers in 24h, first 500 free 🔥 Visit https://followers.example/now and use promo code BOOK',
      },
    ],
  },
];
