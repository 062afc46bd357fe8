/** What a person is told where a note could not be written: what was refused, who can mend it, and how the note is asked for again. */

/** `why` is the status of the answer, or a code. */
export function refusalSentence(title: string, ticket: string, why: string): string {
  const name = title.charAt(0).toUpperCase() + title.slice(1);
  switch (why) {
    case '401':
      return `${name} did not take my sign-in (401), so the note for ${ticket} is not written. Whoever runs me must check TUNNEL_TRIAGE_TICKET_USER and TUNNEL_TRIAGE_TICKET_SECRET. ${AGAIN}`;
    case '403':
      return `${name} does not let me write to ${ticket} (403), so the note is not written. Whoever runs ${title} must give my account the right to read the ticket and to add internal notes. ${AGAIN}`;
    case '404':
      return `${name} shows me no ticket ${ticket} (404): there is none, or my account may not see it. The note is not written. Write ticket and the right number to bind this case to another.`;
    case '400':
      return `${name} refused the note for ${ticket} (400), most often because my account may not comment there. Whoever runs ${title} must look at its rights. ${AGAIN}`;
    default:
      return /^[34]\d\d$/.test(why) && why !== '429'
        ? `${name} refused the note for ${ticket} (${why}). Whoever runs me must check TUNNEL_TRIAGE_TICKET_URL and the rights of my account. ${AGAIN}`
        : `${name} did not take the note for ${ticket} (${why}), and I have stopped trying. ${AGAIN}`;
  }
}

const AGAIN = 'Then press Post to ticket.';

/** For whoever starts the bot, where the sign-in does not hold; `why` as above. */
export function checkSentence(title: string, why: string): string {
  const name = title.charAt(0).toUpperCase() + title.slice(1);
  if (why === '401') {
    return `${name} did not take the sign-in (401): check TUNNEL_TRIAGE_TICKET_USER and TUNNEL_TRIAGE_TICKET_SECRET. The bot runs; notes are not written until it is mended.`;
  }
  if (why === '403') {
    return `${name} lets the account do nothing (403): give it the rights that the README names, or check TUNNEL_TRIAGE_TICKET_USER. The bot runs; notes are not written until it is mended.`;
  }
  if (/^[34]\d\d$/.test(why)) {
    return `${name} answered ${why} at TUNNEL_TRIAGE_TICKET_URL: check that address. The bot runs; notes are not written until it is mended.`;
  }
  return `${name} does not answer at TUNNEL_TRIAGE_TICKET_URL (${why}). The bot runs, and tries each note again for hours.`;
}
