/** Texts of the question a customer gets. */
export const outcomePage = {
  title: 'How did it turn out?',
  lead: 'Not long ago you told {{brand}} what went wrong. Did what was done put it right?',
  choose: 'Is it put right?',
  verdict: {
    recovered: 'Yes, it is put right',
    partly: 'Only partly',
    not_recovered: 'No, it is not',
  },
  words: 'Anything you would like to add',
  wordsGood: 'What helped most? What could still be better?',
  wordsBad: 'What is still missing? The person answerable will read it.',
  send: 'Send',
  change: 'Change my answer',
  thanksTitle: 'Thank you!',
  thanks: 'Your answer has arrived. You can change it here while the link works.',
  thanksBad:
    'We are sorry that it did not work out. Your case is open again, and the person answerable has just been told.',
  until: 'The link works until {{date}}. No sign-in is needed, and we ask only once.',
  gone: 'This link does not work any more',
  goneHint:
    'It may have expired or been cut when it was copied. If something is still wrong, just write to the company again.',
  notSent: 'Your answer did not get through. Please try again in a moment.',
  notNow: 'Not reachable just now',
  notNowHint: 'Nothing is lost: please try again in a minute.',
  card: {
    title: 'Question to the customer',
    notClosed: 'After the case is closed the customer is asked once how it turned out.',
    waiting: 'The customer will be asked',
    toAsk:
      'Heard cannot ask here by itself. Send this where you last spoke to the customer; it holds their personal link.',
    toAskByAssignee: 'The assignee has to ask the customer: Heard cannot do it here by itself.',
    personalLink: '(the customer’s own link)',
    text: 'Text with the link',
    channel: 'Asked by',
    asked: 'I have asked',
    wasAsked: 'Asked',
    until: 'The link takes an answer until',
    said: 'The customer answered by the link',
    byPublicLink: 'By the public link: it could have been somebody else.',
    noContact: 'The customer wants to be left alone since',
    leaveAlone: 'Customer wants to be left alone',
    because: {
      no_way: 'Not asked: their text is gone, and nobody spoke to them elsewhere.',
      no_contact_wanted: 'Not asked: the customer wants to be left alone.',
    },
  },
};
