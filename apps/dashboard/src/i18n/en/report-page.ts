/** Texts of the report to a customer. */
export const reportPage = {
  title: 'Report',
  live: 'This page always shows how things stand now.',
  until: 'The link works until {{date}}.',
  gone: 'This report is not available any more',
  goneHint: 'The link has expired or was withdrawn. Ask the person who sent it to you for a new one.',
  card: {
    title: 'Report to the customer',
    none: 'No report has been sent yet.',
    sentList: 'Reports that were sent',
    open: 'Read and send',
    read: 'Read',
    copyLink: 'Copy the link',
    revoke: 'Revoke the link',
    revoked: 'The link was revoked',
    until: 'The link works until',
    ended: 'The link ended',
  },
  send: {
    language: 'Language of the report',
    channel: 'How it reaches the customer',
    note: 'A few words from you, above the report',
    publicWarning:
      'In public anybody can open the link. The page then leaves out the customer’s words, addresses and sums; still, a private way is better. This will be posted:',
    make: 'Make the report with its link',
    sendPublic: 'Post the link in public',
    made: 'The report is written down as sent. Now send the customer this text: Heard does not send it on this channel.',
    wentOut: 'The link is on its way to the platform.',
    text: 'Text to send',
    copyText: 'Copy the text',
  },
};
