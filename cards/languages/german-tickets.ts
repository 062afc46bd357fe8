/** German of the tickets that notes go to: which one a case has, what became of a note, and who can mend it. The note itself stays English. */
export const GERMAN_TICKETS = {
  'the ticket that my notes go to; ticket shows it, ticket off takes it away':
    'das Ticket, in das meine Notizen gehen; ticket zeigt es, ticket off entfernt es',
  'Post to ticket': 'Ins Ticket',
  'No ticket system is set up here.': 'Hier ist kein Ticketsystem eingerichtet.',
  'Whoever runs me can: the README, "Notes in your tickets", says how.':
    'Wer mich betreibt, kann das: wie, steht im README unter „Notes in your tickets“.',
  'Its first diagnosis goes to the ticket.': 'Die erste Diagnose geht in das Ticket.',
  'This case is made up, so nothing of it goes to a ticket.':
    'Dieser Fall ist erfunden, also geht nichts davon in ein Ticket.',
  'The note for {0} is on its way.': 'Die Notiz für {0} ist unterwegs.',
  'No note was made for {0}.': 'Für {0} wurde keine Notiz geschrieben.',
  'The last note for {0} says the same, so I wrote none.':
    'Die letzte Notiz für {0} sagt dasselbe, also schreibe ich keine.',
  'This case has no ticket.': 'Dieser Fall hat kein Ticket.',
  'Case {0} has no ticket.': 'Fall {0} hat kein Ticket.',
  'Case {0} has no ticket any more.': 'Fall {0} hat kein Ticket mehr.',
  'Write the number behind the word: ticket {0}.': 'Die Nummer hinter das Wort schreiben: ticket {0}.',
  'Write it like this: ticket {0}.': 'So schreiben: ticket {0}.',
  '"{0}" is no ticket number of {1?}.': '„{0}“ ist keine Ticketnummer von {1}.',
  'Case {0} has the ticket {1} in {2?}.': 'Fall {0} hat das Ticket {1} in {2}.',
  'Case {0} has the ticket {1} in {2?} now.': 'Fall {0} hat jetzt das Ticket {1} in {2}.',
  'Case {0} has the ticket {1} in {2?}, which stands in the title.':
    'Fall {0} hat das Ticket {1} in {2}; es steht im Titel.',
  'Case {0} has the ticket {1} in {2?}, which stands in the name of the channel.':
    'Fall {0} hat das Ticket {1} in {2}; es steht im Namen des Kanals.',
  'Case {0} has the ticket {1} in {2?}, which stood in a message.':
    'Fall {0} hat das Ticket {1} in {2}; es stand in einer Nachricht.',
  'Case {0} has the ticket {1} in {2?}, as somebody said here.':
    'Fall {0} hat das Ticket {1} in {2}; jemand hat es hier genannt.',
  'Case {0} has the ticket {1} in {2?}, which did not take my last note.':
    'Fall {0} hat das Ticket {1} in {2}; meine letzte Notiz wurde dort nicht angenommen.',
  'No note was made for this case yet.': 'Für diesen Fall wurde noch keine Notiz geschrieben.',
  'One note was made for this case.': 'Für diesen Fall wurde eine Notiz geschrieben.',
  '{0#} notes were made for this case.': 'Für diesen Fall wurden {0} Notizen geschrieben.',
  'Write ticket off to take it away.': 'ticket off entfernt es.',
  'Its first note is written when something fails.': 'Die erste Notiz wird geschrieben, wenn etwas scheitert.',
  'I look after the note for {0}.': 'Um die Notiz für {0} kümmere ich mich.',
  // refused
  'the webhook': 'Webhook',
  '{0?} did not take my sign-in (401), so the note for {1} is not written.':
    '{0} hat meine Anmeldung nicht angenommen (401), also ist die Notiz für {1} nicht geschrieben.',
  'Whoever runs me must check TUNNEL_TRIAGE_TICKET_USER and TUNNEL_TRIAGE_TICKET_SECRET.':
    'Wer mich betreibt, muss TUNNEL_TRIAGE_TICKET_USER und TUNNEL_TRIAGE_TICKET_SECRET prüfen.',
  '{0?} does not let me write to {1} (403), so the note is not written.':
    '{0} lässt mich nicht in {1} schreiben (403), also ist die Notiz nicht geschrieben.',
  'Whoever runs {0?} must give my account the right to read the ticket and to add internal notes.':
    'Wer {0} betreibt, muss meinem Konto das Recht geben, das Ticket zu lesen und interne Notizen hinzuzufügen.',
  '{0?} shows me no ticket {1} (404): there is none, or my account may not see it.':
    '{0} zeigt mir kein Ticket {1} (404): es gibt keines, oder mein Konto darf es nicht sehen.',
  'The note is not written.': 'Die Notiz ist nicht geschrieben.',
  'Write ticket and the right number to bind this case to another.':
    'ticket und die richtige Nummer verbindet diesen Fall mit einem anderen.',
  '{0?} refused the note for {1} (400), most often because my account may not comment there.':
    '{0} hat die Notiz für {1} abgelehnt (400), meist weil mein Konto dort nicht kommentieren darf.',
  'Whoever runs {0?} must look at its rights.': 'Wer {0} betreibt, muss seine Rechte ansehen.',
  '{0?} refused the note for {1} ({2}).': '{0} hat die Notiz für {1} abgelehnt ({2}).',
  'Whoever runs me must check TUNNEL_TRIAGE_TICKET_URL and the rights of my account.':
    'Wer mich betreibt, muss TUNNEL_TRIAGE_TICKET_URL und die Rechte meines Kontos prüfen.',
  '{0?} did not take the note for {1} ({2}), and I have stopped trying.':
    '{0} hat die Notiz für {1} nicht angenommen ({2}), und ich versuche es nicht mehr.',
  'Then press Post to ticket.': 'Danach Ins Ticket drücken.',
} as const satisfies Readonly<Record<string, string>>;
