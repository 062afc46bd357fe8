/** German of the app as Teams lists it: its name, what it does, and the words that Teams offers above the message box (`manifest/`). */
export const GERMAN_APP = {
  'Tunnel Triage for DirectAccess': 'Tunnel Triage für DirectAccess',
  'Names the failed DirectAccess tunnel step and the next command.':
    'Nennt den Schritt, an dem DirectAccess scheitert, und den nächsten Befehl.',
  'Send what a DirectAccess client printed, as text or as a file.':
    'Senden Sie, was ein DirectAccess-Client ausgegeben hat, als Text oder als Datei.',
  'The app names the step of the two IPsec tunnels that failed, quotes the line that proves it, and gives the one command to run next.':
    'Die App nennt den Schritt der beiden IPsec-Tunnel, der gescheitert ist, zitiert die Zeile, die das belegt, und gibt den einen Befehl, der als Nächstes auszuführen ist.',
  'It keeps the lines that prove a step, not the files.':
    'Sie behält die Zeilen, die einen Schritt belegen, nicht die Dateien.',
  'In a team or a group chat, mention it and attach files or paste the output, or choose Analyze with Tunnel Triage in the menu of a message.':
    'In einem Team oder Gruppenchat erwähnen Sie die App und hängen Dateien an oder fügen die Ausgabe ein, oder wählen im Menü einer Nachricht „Mit Tunnel Triage analysieren“.',
  'Teams delivers every message there to it, which comes with the right to read one; those that are not addressed to it are dropped unread.':
    'Teams stellt ihr dort jede Nachricht zu, was zu dem Recht gehört, eine zu lesen; was nicht an sie gerichtet ist, verwirft sie ungelesen.',
  'It answers in English, or in German where Teams speaks German.':
    'Sie antwortet auf Deutsch, wo Teams Deutsch spricht, sonst auf Englisch.',
  'What I can read, and how to begin': 'Was ich lesen kann, und wie es losgeht',
  'The command to run now': 'Der Befehl, der jetzt auszuführen ist',
  'Every step of the tunnels as it stands': 'Alle Schritte der Tunnel und ihr Stand',
  'Everything that a client shows, gathered at once; script server does it on the server':
    'Alles, was ein Client zeigt, auf einmal; skript server macht es auf dem Server',
  'The note for the ticket': 'Die Notiz für das Ticket',
  'What a code means; write it behind the word: explain 13801':
    'Was ein Code bedeutet; er steht hinter dem Wort: erkläre 13801',
  'The case is solved: say what it was': 'Der Fall ist gelöst: sagen, woran es lag',
  'Close this case and begin another': 'Diesen Fall schließen und einen neuen beginnen',
  'The open cases, the oldest first': 'Die offenen Fälle, der älteste zuerst',
  'When I ask again, and in which hours': 'Wann ich nachfrage, und zu welchen Zeiten',
  'A made-up case, to look around': 'Ein erfundener Fall zum Umsehen',
} as const satisfies Readonly<Record<string, string>>;
