/** German sentences of the conversation: welcome, script, settings, and what the bot says in one sentence. */
export const GERMAN_CHAT = {
  // welcome
  'Send me the output of a DirectAccess client, and I name the tunnel step that failed and the command to run next.':
    'Die Ausgabe eines DirectAccess-Clients senden, und ich nenne den gescheiterten Tunnelschritt und den nächsten Befehl.',
  'Which tunnel step failed?': 'Welcher Tunnelschritt scheitert?',
  'Send me what a DirectAccess client printed.': 'Senden, was ein DirectAccess-Client ausgegeben hat.',
  'I name the step that failed, quote the line that proves it, and say what to run next.':
    'Ich nenne den gescheiterten Schritt, zitiere die Zeile, die ihn belegt, und sage, welcher Befehl der nächste ist.',
  'Start with this': 'Damit beginnen',
  'Paste the output here, or attach it as a file.': 'Die Ausgabe hier einfügen oder als Datei anhängen.',
  'One window with several outputs is fine.': 'Ein Fenster mit mehreren Ausgaben genügt.',
  'Write help for all else.': 'Alles Weitere sagt hilfe.',
  'Or collect everything at once': 'Oder alles auf einmal sammeln',
  'One script gathers all that I can use into one zip.': 'Ein Skript sammelt alles Brauchbare in einem Zip.',
  'It changes nothing on the client.': 'Es ändert nichts auf dem Client.',
  'What happens to your files': 'Was mit den Dateien geschieht',
  'They are read by this bot only.': 'Nur dieser Bot liest sie.',
  'I keep the lines that prove a step, not the files.':
    'Aufbewahrt werden die Zeilen, die einen Schritt belegen, nicht die Dateien.',
  // script
  'Two ways to gather everything that the client shows, at once.':
    'Zwei Wege, alles auf einmal zu sammeln, was der Client zeigt.',
  'Two ways to gather everything that the server shows, at once.':
    'Zwei Wege, alles auf einmal zu sammeln, was der Server zeigt.',
  'Gather everything at once': 'Alles auf einmal sammeln',
  'It only reads: no key, no password and no setting.':
    'Es liest nur: keinen Schlüssel, kein Kennwort und keine Einstellung.',
  'The outputs name the computer, its users, groups and addresses.':
    'Die Ausgaben nennen den Computer, seine Benutzer, Gruppen und Adressen.',
  'The script that gathers everything on a client.': 'Das Skript, das auf einem Client alles sammelt.',
  'The script that gathers everything on a server.': 'Das Skript, das auf einem Server alles sammelt.',
  'It only reads.': 'Es liest nur.',
  'One line to paste': 'Eine Zeile zum Einfügen',
  'It writes {0} to the desktop that all users share.': 'Sie schreibt {0} auf den gemeinsamen Desktop aller Benutzer.',
  'Send me that file.': 'Diese Datei senden.',
  'It leaves out what needs a name or an address.': 'Was einen Namen oder eine Adresse braucht, fehlt darin.',
  'The whole script, for one zip': 'Das ganze Skript, für ein Zip',
  'Save it as {0}.': 'Als {0} speichern.',
  'Its first lines say how to run it.': 'Seine ersten Zeilen sagen, wie es ausgeführt wird.',
  'Send me the zip that it makes.': 'Das Zip senden, das es erzeugt.',
  'This device shows no code.': 'Dieses Gerät zeigt keinen Code.',
  'Open this chat on a computer.': 'Diesen Chat auf einem Computer öffnen.',
  'The file stays here.': 'Die Datei bleibt hier.',
  'The line to paste gathers the same, without the zip.': 'Die Zeile zum Einfügen sammelt dasselbe, ohne Zip.',
  'Write: script, script server, script powershell, or script server powershell.':
    'Schreiben: skript, skript server, skript powershell oder skript server powershell.',
  // settings
  'Working hours': 'Arbeitszeit',
  'Working days': 'Arbeitstage',
  'Public holidays of': 'Feiertage von',
  'Quiet hours': 'Ruhezeit',
  'I ask': 'Ich frage',
  'Time zone': 'Zeitzone',
  'Working hours, like 09:00-17:00': 'Arbeitszeit, etwa 09:00-17:00',
  'Working days, like mon-fri, or mon, tue, thu': 'Arbeitstage, etwa mon-fri, oder mon, tue, thu',
  'Public holidays of, like DE or DE-BY, or none': 'Feiertage von, etwa DE oder DE-BY, oder none',
  'Quiet hours, like 20:00-07:00, or none': 'Ruhezeit, etwa 20:00-07:00, oder none',
  'I ask after, like 4h, 1d, 1d: working hours, then mornings; or off':
    'Ich frage nach, etwa 4h, 1d, 1d: Arbeitsstunden, dann Vormittage; oder off',
  'Time zone, like Europe/Berlin': 'Zeitzone, etwa Europe/Berlin',
  'As the operator has it': 'Wie vom Betreiber vorgegeben',
  'When I ask again: settings of this team.': 'Wann ich nachfrage: Einstellungen dieses Teams.',
  'For the cases of this team, where an output that I asked for does not come.':
    'Für die Fälle dieses Teams, wenn eine erbetene Ausgabe nicht kommt.',
  'I ask you again': 'Ich frage nach',
  'I do not ask you again': 'Ich frage nicht nach',
  'When an output that I asked you for does not come, I remind you at these times.':
    'Kommt eine erbetene Ausgabe nicht, erinnere ich zu diesen Zeiten.',
  'You told me to stop.': 'Das Nachfragen ist abgestellt.',
  'Your cases stay open, and what you send is read as before.':
    'Die Fälle bleiben offen, und was kommt, wird gelesen wie zuvor.',
  'A team sets its own times: write settings in its channel and mention me.':
    'Ein Team hat eigene Zeiten: im Kanal einstellungen schreiben und mich erwähnen.',
  '{0#} to {1#}': '{0} bis {1}',
  '{0!} to {1!}': '{0} bis {1}',
  'once more {0!}': 'noch einmal {0}',
  'not at all': 'gar nicht',
  none: 'keine',
  'none, every working day counts': 'keine, jeder Arbeitstag zählt',
  'on the next working morning': 'am nächsten Arbeitsvormittag',
  '{0#} working days later': '{0} Arbeitstage später',
  'after {0#} working hour': 'nach {0} Arbeitsstunde',
  'after {0#} working hours': 'nach {0} Arbeitsstunden',
  '{0!}, then {1!}': '{0}, dann {1}',
  '{0}, for whoever has told Teams none': '{0}, für alle, von denen Teams keine kennt',
  'Nothing was changed.': 'Nichts wurde geändert.',
  'How often I ask belongs to a team: write settings delays in one of its channels and mention me.':
    'Wie oft ich frage, gehört zum Team: in einem seiner Kanäle einstellungen delays schreiben und mich erwähnen.',
  'For yourself you can write stop asking, or ask me again.':
    'Für sich allein geht nicht mehr fragen oder wieder fragen.',
  '"{0}" is no setting with a value.': '„{0}“ ist keine Einstellung mit einem Wert.',
  'Write one of {0} and its value, for example settings hours 08:00-16:30, or my zone Europe/Berlin for yourself alone.':
    'Eines von {0} und seinen Wert schreiben, etwa einstellungen hours 08:00-16:30, oder my zone Europe/Berlin für sich allein.',
  '"{0}" does not do for {1}: it must be {2!}, for example {3}.':
    '„{0}“ passt nicht für {1}: gebraucht wird {2}, etwa {3}.',
  'the working hours of a day, an hour or more': 'die Arbeitszeit eines Tages, eine Stunde oder mehr',
  'the working days, as a range or with commas between them': 'die Arbeitstage, als Bereich oder mit Kommas',
  'a country, or a country and its part, whose public holidays are free, or none':
    'ein Land, oder ein Land mit Landesteil, dessen Feiertage frei sind, oder none',
  'the hours in which no prompt comes, or none': 'die Stunden ohne Nachfrage, oder none',
  'up to three delays, h for working hours and d for working mornings, with commas between them, or off':
    'bis zu drei Fristen, h für Arbeitsstunden und d für Arbeitsvormittage, mit Kommas, oder off',
  'a time zone of the IANA database, for people whose own is not known':
    'eine Zeitzone der IANA-Datenbank, für alle, deren eigene nicht bekannt ist',
  'The quiet hours leave less than an hour of the working hours {0}: make the quiet hours shorter, for example {1}.':
    'Die Ruhezeit lässt weniger als eine Stunde der Arbeitszeit {0}: die Ruhezeit kürzen, etwa {1}.',
  // answers to messages
  '"{0}" is no output that I know.': '„{0}“ ist keine bekannte Ausgabe.',
  'Send what a command printed, as text or as a file, or write help.':
    'Senden, was ein Befehl ausgegeben hat, als Text oder Datei, oder hilfe schreiben.',
  '"{0}" is no IPv4 address.': '„{0}“ ist keine IPv4-Adresse.',
  'Write it like this: server 131.107.0.2, with a second one after it if the next address is not it.':
    'So schreiben: server 131.107.0.2, mit einer zweiten dahinter, wenn es nicht die nächste Adresse ist.',
  'Case {0} is open, and case {1} is closed.': 'Fall {0} ist offen, Fall {1} geschlossen.',
  'Case {0} is open.': 'Fall {0} ist offen.',
  'Send an output to begin.': 'Mit einer Ausgabe beginnen.',
  'The next output opens another.': 'Die nächste Ausgabe öffnet einen neuen.',
  'A picture has no text that I can read.': 'Ein Bild hat keinen lesbaren Text.',
  'Paste the output, or save it as a text file and attach that.':
    'Die Ausgabe einfügen, oder als Textdatei speichern und anhängen.',
  'This card belongs to a case of another conversation.':
    'Diese Karte gehört zu einem Fall einer anderen Unterhaltung.',
  'Send the output here, and I begin one.': 'Die Ausgabe hier senden, und ein Fall beginnt.',
  'Case {0} is closed, so this card changes nothing.': 'Fall {0} ist geschlossen, also ändert diese Karte nichts.',
  'Case {0} is open: send outputs here in the chat.': 'Fall {0} ist offen: Ausgaben hier im Chat senden.',
  'Paste the output into the box first.': 'Erst die Ausgabe in das Feld einfügen.',
  'Paste the output into the box first, or attach it as a file.':
    'Erst die Ausgabe in das Feld einfügen, oder sie als Datei anhängen.',
  'I am reading what you pasted.': 'Das Eingefügte wird gelesen.',
  'One command shows whether it worked.': 'Ein Befehl zeigt, ob es gewirkt hat.',
  'Send the error as it stands.': 'Den Fehler senden, wie er dasteht.',
  'I am reading the sample case.': 'Der Beispielfall wird gelesen.',
  'The steps are below.': 'Die Schritte stehen unten.',
  'The note is below.': 'Die Notiz steht unten.',
  'The script is below.': 'Das Skript steht unten.',
  'This shows most at once.': 'Das zeigt am meisten auf einmal.',
  'Case {0} waits for one output.': 'Fall {0} wartet auf eine Ausgabe.',
  'Nothing is left to run: both tunnels are up.': 'Nichts mehr auszuführen: beide Tunnel stehen.',
  'There is nothing to note yet: nothing was read in case {0}.':
    'Noch gibt es nichts zu notieren: in Fall {0} wurde nichts gelesen.',
  'Send the error as it stands: paste the window from the prompt to the next prompt.':
    'Den Fehler senden, wie er dasteht: das Fenster von der Eingabezeile bis zur nächsten einfügen.',
  'If it says that elevation is required, open the Command Prompt with "Run as administrator" and run it again.':
    'Verlangt er erhöhte Rechte, die Eingabeaufforderung mit „Als Administrator ausführen“ öffnen und den Befehl wiederholen.',
  'This shows whether the repair worked.': 'Das zeigt, ob die Reparatur gewirkt hat.',
  'Write the code behind the word: explain 13801.': 'Der Code steht hinter dem Wort: erkläre 13801.',
  '"{0}" is no code that I know.': '„{0}“ ist kein bekannter Code.',
  'Give one code as Windows prints it: 13801, 0x35E9, its name, %%8222, or an event id.':
    'Einen Code nennen, wie Windows ihn ausgibt: 13801, 0x35E9, sein Name, %%8222 oder eine Ereignis-ID.',
  "The server's first public address is {0}, and its second is taken as the next one.":
    'Die erste öffentliche Adresse des Servers ist {0}; als zweite gilt die nächste.',
  "The server's public addresses are {0} and {1}.": 'Die öffentlichen Adressen des Servers sind {0} und {1}.',
  'Now send an output of the client.': 'Jetzt eine Ausgabe des Clients senden.',
  'The diagnosis has changed.': 'Die Diagnose hat sich geändert.',
  'This bot is not open to your organisation.': 'Dieser Bot steht Ihrer Organisation nicht offen.',
  'This button is of another release.': 'Diese Schaltfläche stammt aus einer anderen Version.',
  'Write help to see what I can do now.': 'hilfe zeigt, was jetzt geht.',
  'This was done already.': 'Das ist schon geschehen.',
  'Your own times go before: write my zone Europe/Berlin, my days mon-thu or my quiet 18:00-08:00.':
    'Eigene Zeiten gehen vor: my zone Europe/Berlin, my days mon-thu oder my quiet 18:00-08:00 schreiben.',
  'Your case is as it was, and what you sent is kept.': 'Der Fall ist, wie er war, und das Gesendete ist aufbewahrt.',
  'I am trying it again.': 'Es wird noch einmal versucht.',
  'There is nothing left to try again here: it was answered, or is kept no longer.':
    'Hier ist nichts mehr zu wiederholen: es ist beantwortet oder nicht mehr aufbewahrt.',
  'If it still matters, send it once more.': 'Ist es noch wichtig, noch einmal senden.',
  // what failed
  'Your case is as it was.': 'Der Fall ist, wie er war.',
  'Send the same again in a minute.': 'Dasselbe in einer Minute noch einmal senden.',
  'Reference {0}.': 'Kennung {0}.',
  '{0} could not be put among your files: the place for it has lapsed.':
    '{0} ließ sich nicht ablegen: der Platz dafür ist verfallen.',
  'Write script to be asked again.': 'skript fragt noch einmal.',
  '{0} was to be put at a place that I do not write to.': '{0} sollte an einen Ort, an den ich nicht schreibe.',
  'Use the line to paste, or the whole script on the card.':
    'Die Zeile zum Einfügen verwenden, oder das ganze Skript auf der Karte.',
  // prompts
  'You told me to stop asking, so I do not.': 'Das Nachfragen ist abgestellt, also frage ich nicht.',
  'Write ask me again to change that.': 'wieder fragen ändert das.',
  'Case {0} waits for nothing now: what I asked for has come.':
    'Fall {0} wartet auf nichts mehr: was erbeten war, ist da.',
  'I ask again {0!}.': 'Ich frage {0} wieder.',
  'Teams does not tell me who you are, so I cannot keep that.':
    'Teams sagt mir nicht, wer das ist, also lässt es sich nicht merken.',
  'I do not ask you about any case any more.': 'Ich frage in keinem Fall mehr nach.',
  'This question is for somebody else, so it stays.': 'Diese Frage gilt jemand anderem, also bleibt sie.',
  'I do not ask you again, in any case.': 'Ich frage nicht mehr nach, in keinem Fall.',
  'Case {0} is closed, so I ask nothing more.': 'Fall {0} ist geschlossen, also frage ich nicht mehr.',
  'Case {0} was solved before, with the cause: {1?}': 'Fall {0} war schon gelöst, mit der Ursache: {1}',
  'Case {0} is solved.': 'Fall {0} ist gelöst.',
  'The cause: {0?}': 'Die Ursache: {0}',
  'something else.': 'etwas anderes.',
  'nobody knows.': 'niemand weiß es.',
  'I ask you again from now on.': 'Von jetzt an frage ich wieder nach.',
  'Nothing waits for you at the moment.': 'Im Moment wartet nichts.',
  'One case waits for an output of yours.': 'Ein Fall wartet auf eine Ausgabe.',
  '{0#} cases wait for an output of yours.': '{0} Fälle warten auf eine Ausgabe.',
  'This was settled while I was writing it.': 'Das hat sich beim Schreiben erledigt.',
  'I asked for this again further down.': 'Das ist weiter unten noch einmal gefragt.',
  'An output came, so I ask no more for this one.': 'Eine Ausgabe kam, also frage ich danach nicht mehr.',
  'I ask again later.': 'Ich frage später wieder.',
  'The case is closed, so I ask no more.': 'Der Fall ist geschlossen, also frage ich nicht mehr.',
  'I ask no more, as I was told to.': 'Ich frage nicht mehr, wie gewünscht.',
  'I asked again further down.': 'Weiter unten habe ich noch einmal gefragt.',
  // the list of open cases
  '{0} is not among the open cases any more.': '{0} ist nicht mehr unter den offenen Fällen.',
  'Write waiting to see them.': 'was ist offen zeigt sie.',
  '{0} is not kept any more.': '{0} wird nicht mehr aufbewahrt.',
  'Nothing was read in case {0} so far.': 'In Fall {0} wurde bisher nichts gelesen.',
  'Case {0} is below.': 'Fall {0} steht unten.',
  'It belongs to another conversation: send its outputs there.':
    'Er gehört zu einer anderen Unterhaltung: seine Ausgaben dort senden.',
} as const satisfies Readonly<Record<string, string>>;
