/** German of the actions on a case and of the message action: buttons, forms, dialogs, and what a press is answered with. */
export const GERMAN_ACTIONS = {
  // buttons
  'Show proof': 'Belege',
  'Not this': 'Das nicht',
  'Take back': 'Zurück',
  'More actions': 'Mehr',
  'Remind me': 'Erinnern',
  'Set server': 'Server',
  'Show case': 'Fall zeigen',
  // the box
  'If it is in a file, leave this empty: I say how to send it.':
    'Steht sie in einer Datei, dies leer lassen: ich sage, wie sie zu senden ist.',
  // more actions
  'What shall I do?': 'Was soll ich tun?',
  'These are all the actions of case {0}.': 'Das sind alle Aktionen zu Fall {0}.',
  'Those of case {0} that have no button on its card.': 'Was zu Fall {0} keinen Knopf auf der Karte hat.',
  'Set the public addresses of the server': 'Die öffentlichen Adressen des Servers angeben',
  'The command shows an error': 'Der Befehl zeigt einen Fehler',
  'Remind me of the output later': 'Später an die Ausgabe erinnern',
  'Show all the proof': 'Alle Belege zeigen',
  'See every step': 'Alle Schritte sehen',
  'Get the script that gathers everything': 'Das Skript, das alles sammelt',
  'The case is solved': 'Der Fall ist gelöst',
  'Begin another case': 'Einen neuen Fall beginnen',
  'Close this case without a question': 'Diesen Fall ohne Frage schließen',
  // reminder
  'When shall I ask again?': 'Wann soll ich wieder fragen?',
  'For the output that case {0} waits for.': 'Nach der Ausgabe, auf die Fall {0} wartet.',
  'An hour from now': 'In einer Stunde',
  'On the next working morning': 'Am nächsten Arbeitsmorgen',
  'Or at a time of your own': 'Oder zu einer eigenen Zeit',
  'On your own clock; on that of {0} where Teams tells me none of yours.':
    'Nach der eigenen Uhr; nach der von {0}, wo Teams keine nennt.',
  'On the clock of {0}.': 'Nach der Uhr von {0}.',
  Day: 'Tag',
  Time: 'Uhrzeit',
  'In quiet hours I wait until they are over.': 'In Ruhezeiten warte ich, bis sie vorbei sind.',
  'Choose a day and a time, then press Remind me.': 'Tag und Uhrzeit wählen, dann auf Erinnern drücken.',
  '"{0}" is no time.': '„{0}“ ist keine Zeit.',
  '{0} at {1} has passed ({2}).': '{0} um {1} ist vorbei ({2}).',
  'Choose a later time, then press Remind me.': 'Eine spätere Zeit wählen, dann auf Erinnern drücken.',
  'I keep a case for {0#} days, so I can remind you until {1} at the latest.':
    'Ein Fall bleibt {0} Tage, erinnern kann ich also bis spätestens {1}.',
  'Choose an earlier day.': 'Einen früheren Tag wählen.',
  // server
  'Addresses of the server': 'Adressen des Servers',
  'which public IPv4 addresses does the DirectAccess server have?':
    'Welche öffentlichen IPv4-Adressen hat der DirectAccess-Server?',
  'Addresses of the server: which public IPv4 addresses does the DirectAccess server have?':
    'Adressen des Servers: Welche öffentlichen IPv4-Adressen hat der DirectAccess-Server?',
  'The tunnel endpoints follow from them where the rules of the client were not sent.':
    'Aus ihnen folgen die Tunnelendpunkte, wo die Regeln des Clients nicht gesendet wurden.',
  'First public IPv4 address of the DirectAccess server': 'Erste öffentliche IPv4-Adresse des DirectAccess-Servers',
  'Second one, if it is not the next address': 'Die zweite, wenn sie nicht die nächste ist',
  'Like 131.107.0.2': 'Etwa 131.107.0.2',
  'Like 131.107.0.3': 'Etwa 131.107.0.3',
  'Write the first public address of the server, then press Save.':
    'Die erste öffentliche Adresse des Servers eintragen, dann speichern.',
  'I need the first address too: {0} alone does not tell it.':
    'Die erste Adresse fehlt noch: aus {0} allein folgt sie nicht.',
  'Write it like 131.107.0.2.': 'So schreiben: 131.107.0.2.',
  'I take these addresses.': 'Diese Adressen gelten jetzt.',
  'What follows from them is below.': 'Was daraus folgt, steht unten.',
  // proof
  'Proof: {0!}': 'Belege: {0}',
  'Proof: {0!} of case {1}.': 'Belege: {0} zu Fall {1}.',
  'Why I say what I say in case {0}, step by step.': 'Worauf sich Fall {0} stützt, Schritt für Schritt.',
  // set aside
  'Set aside: it is not this': 'Beiseitegelegt: das ist es nicht',
  'Set aside by a person': 'Von einem Menschen beiseitegelegt',
  'Confirmed by {0}, line {1#}, and set aside by a person':
    'Bestätigt durch {0}, Zeile {1}, und von einem Menschen beiseitegelegt',
  'Confirmed by {0}, record {1#}, and set aside by a person':
    'Bestätigt durch {0}, Datensatz {1}, und von einem Menschen beiseitegelegt',
  'Confirmed by {0}, and set aside by a person': 'Bestätigt durch {0}, und von einem Menschen beiseitegelegt',
  'A person set this cause aside, so nothing here counts on it: {0?}':
    'Ein Mensch hat diese Ursache beiseitegelegt, hier zählt sie nicht: {0}',
  'Write help.': 'hilfe schreiben.',
  'Case {0} was closed meanwhile, so nothing was changed in it.':
    'Fall {0} wurde inzwischen geschlossen, daran hat sich also nichts geändert.',
  // what a press is answered with
  'Attach the file to your next message here, and I read it as the answer.':
    'Die Datei an die nächste Nachricht hier anhängen, und ich lese sie als Antwort.',
  'Post the file here, then choose Analyze with Tunnel Triage in the menu of that message.':
    'Die Datei hier posten, dann im Menü dieser Nachricht Mit Tunnel Triage analysieren wählen.',
  'Pasted text I take in the box.': 'Eingefügten Text nehme ich im Feld.',
  'I set that aside.': 'Das liegt jetzt beiseite.',
  'What I ask for now is below.': 'Wonach ich jetzt frage, steht unten.',
  'I count on it again.': 'Das zählt wieder.',
  'How the case stands now is below.': 'Wie der Fall jetzt steht, steht unten.',
  'The proof is below.': 'Die Belege stehen unten.',
  'All the actions are below.': 'Alle Aktionen stehen unten.',
  'Choose below when I ask again.': 'Unten wählen, wann ich wieder frage.',
  'Write the addresses below.': 'Die Adressen unten eintragen.',
  'There is no proof yet: nothing was read in case {0}.':
    'Es gibt noch keine Belege: in Fall {0} wurde nichts gelesen.',
  'This card was old.': 'Diese Karte war alt.',
  'The case stands like this now; its buttons are on its newest card.':
    'So steht der Fall jetzt; seine Knöpfe sind auf der neuesten Karte.',
  'It ended like this.': 'So ging er aus.',
  'Case {0} is closed, so there is nothing more to do.': 'Fall {0} ist geschlossen, es bleibt nichts zu tun.',
  'This takes longer than usual.': 'Das dauert länger als sonst.',
  'I go on with it, and the card changes when it is done.': 'Ich bleibe daran, und die Karte ändert sich danach.',
  // message action
  'Analyze with Tunnel Triage': 'Mit Tunnel Triage analysieren',
  'Reads the files and the text of a message, or what you paste':
    'Liest Dateien und Text einer Nachricht, oder was Sie einfügen',
  Analyze: 'Analysieren',
  'Paste what a DirectAccess client printed.': 'Einfügen, was ein DirectAccess-Client ausgegeben hat.',
  'I name the step that failed and what to run next.': 'Ich nenne den gescheiterten Schritt und den nächsten Befehl.',
  'I read the message of {0}: {1}, and one line of text.':
    'Zu lesen ist die Nachricht von {0}: {1}, und eine Zeile Text.',
  'I read the message of {0}: {1}, and {2#} lines of text.':
    'Zu lesen ist die Nachricht von {0}: {1}, und {2} Zeilen Text.',
  'I read the message of {0}: one line of text.': 'Zu lesen ist die Nachricht von {0}: eine Zeile Text.',
  'I read the message of {0}: {1#} lines of text.': 'Zu lesen ist die Nachricht von {0}: {1} Zeilen Text.',
  'I read the message of {0}: {1}.': 'Zu lesen ist die Nachricht von {0}: {1}.',
  'The message of {0} has no text and no file that Teams hands to me.':
    'Die Nachricht von {0} hat keinen Text und keine Datei, die Teams herausgibt.',
  'Paste the output here.': 'Die Ausgabe hier einfügen.',
  'Where the server is, if you know it': 'Wo der Server ist, wenn es bekannt ist',
  'The tunnel endpoints follow from its addresses.': 'Aus seinen Adressen folgen die Tunnelendpunkte.',
  'Without them I read what I can.': 'Ohne sie lese ich, was sich lesen lässt.',
  'There is nothing to read yet.': 'Noch gibt es nichts zu lesen.',
  'Paste the output, all of it.': 'Die Ausgabe einfügen, die ganze.',
  'I am reading it.': 'Ich lese es.',
  'The answer comes into this conversation.': 'Die Antwort kommt in diese Unterhaltung.',
  'I am still reading': 'Ich lese noch',
  'Look again in a moment.': 'Gleich noch einmal nachsehen.',
  'A large file takes a while.': 'Eine große Datei dauert.',
  'Nothing is lost: look again in a moment.': 'Nichts geht verloren: gleich noch einmal nachsehen.',
  'Look again': 'Nachsehen',
  'Tunnel Triage is not in this conversation, so the answer stands only here.':
    'Tunnel Triage ist nicht in dieser Unterhaltung, die Antwort steht also nur hier.',
  'Add the app to the conversation, and it answers in its thread.':
    'Wird die App hinzugefügt, antwortet sie in der Unterhaltung.',
  'Teams does not tell at the moment whether Tunnel Triage is in this conversation, so the answer stands here too.':
    'Teams sagt gerade nicht, ob Tunnel Triage in dieser Unterhaltung ist, die Antwort steht also auch hier.',
  'Open the message action again, or send the output in a chat with me.':
    'Die Aktion noch einmal öffnen, oder die Ausgabe im Chat mit mir senden.',
  'This dialog belongs to another conversation.': 'Dieser Dialog gehört zu einer anderen Unterhaltung.',
  'Open it again.': 'Noch einmal öffnen.',
  '{0} is kept in SharePoint, where I may not read it.': '{0} liegt in SharePoint, wo ich nicht lesen darf.',
  'Send it in a chat with me, or paste its text.': 'Im Chat mit mir senden, oder den Text einfügen.',
} as const;
