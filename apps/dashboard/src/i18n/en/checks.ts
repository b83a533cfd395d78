/** Texts of the page "Please check". */
export const checks = {
  title: 'Please check',
  lead: 'Posts that Heard could not tell for sure. Say what each one is: your word counts at once, and a complaint gets its case.',
  toSetting: 'How many come here is a setting.',
  empty: 'Nothing to check',
  emptyHint: 'Posts that are too close to call appear here by themselves.',
  waiting_one: '{{count}} post waits for you',
  waiting_other: '{{count}} posts wait for you',
  textOf: 'Written by {{name}}',
  unsure: 'It is too close to call whether this is a complaint: say what it is beside the text.',
  question: 'What is it?',
  is: {
    urgent_complaint: 'Urgent complaint',
    complaint: 'Complaint',
    question: 'Question',
    praise: 'Praise',
    other: 'Something else',
    cannot_tell: 'Nobody can tell',
  },
  means: {
    urgent_complaint: 'Something went wrong, and somebody has to act today',
    complaint: 'Something went wrong for this person',
    question: 'They want to know something and are not displeased',
    praise: 'They are pleased',
    other: 'News, an advert, talk among themselves, or anything else that needs nobody',
    cannot_tell: 'Not even a person can tell from this text; it is not asked again',
  },
};
