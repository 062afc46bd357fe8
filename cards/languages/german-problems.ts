/** German of what could not be read, and what to send instead. Words of an output and commands stay as they are. */
export const GERMAN_PROBLEMS = {
  // outputs
  'The command was not run elevated.': 'Der Befehl lief nicht mit erhöhten Rechten.',
  'Open a command prompt with "Run as administrator" and run the command there again.':
    'Eine Eingabeaufforderung mit „Als Administrator ausführen“ öffnen und den Befehl dort wiederholen.',
  '"{0}" says that a command was not run elevated.': '„{0}“ sagt, dass ein Befehl nicht mit erhöhten Rechten lief.',
  'Run it again in a command prompt that was opened with "Run as administrator".':
    'In einer Eingabeaufforderung wiederholen, die mit „Als Administrator ausführen“ geöffnet ist.',
  '"{0}" is the answer of several commands.': '„{0}“ ist die Antwort mehrerer Befehle.',
  'Copy the command line above it too.': 'Die Befehlszeile darüber mitkopieren.',
  'The output of "{0}" is none that can be read; it was left out.':
    'Die Ausgabe von „{0}“ ist keine lesbare; sie blieb beiseite.',
  'Nothing in it was recognised.': 'Nichts darin wurde erkannt.',
  'Open an elevated command prompt, run for example netsh advfirewall monitor show mmsa > mmsa.txt, and send that file.':
    'Eine Eingabeaufforderung mit erhöhten Rechten öffnen, etwa netsh advfirewall monitor show mmsa > mmsa.txt ausführen und diese Datei senden.',
  'The words "{0}" are not known, so nothing is concluded from them.':
    'Die Worte „{0}“ sind nicht bekannt, also wird nichts aus ihnen geschlossen.',
  'To get it in English, type chcp 437 and run it again, which prints English on Japanese, Chinese, Korean and Russian Windows, or run it on a Windows in English.':
    'Für die englische Form chcp 437 eingeben und wiederholen, was auf japanischem, chinesischem, koreanischem und russischem Windows Englisch ausgibt, oder auf einem englischen Windows ausführen.',
  'In PowerShell, {0} shows the same without translated names; or type chcp 437 and run it again, which prints English on Japanese, Chinese, Korean and Russian Windows.':
    'In PowerShell zeigt {0} dasselbe ohne übersetzte Namen; oder chcp 437 eingeben und wiederholen, was auf japanischem, chinesischem, koreanischem und russischem Windows Englisch ausgibt.',
  'The output of {0} is not whole.': 'Die Ausgabe von {0} ist nicht vollständig.',
  'Nothing of it is printed below the command line.': 'Unter der Befehlszeile steht nichts davon.',
  'It ends with "{0}".': 'Sie endet mit „{0}“.',
  'Copy all of it, down to the next prompt.': 'Alles bis zur nächsten Eingabezeile kopieren.',
  'The setting "{0}" of {1} is in a language that is not known.':
    'Die Einstellung „{0}“ von {1} ist in einer unbekannten Sprache.',
  'Run auditpol /get /category:* /r and send its output.':
    'auditpol /get /category:* /r ausführen und die Ausgabe senden.',
  'auditpol was refused with 0x00000522.': 'auditpol wurde mit 0x00000522 abgelehnt.',
  'Run it again in an elevated prompt (Run as administrator).':
    'Mit erhöhten Rechten wiederholen (Als Administrator ausführen).',
  '"{0}" does not tell in a known language whether the address answered.':
    '„{0}“ sagt in keiner bekannten Sprache, ob die Adresse geantwortet hat.',
  'certutil could not list the cache: {0}.': 'certutil konnte den Zwischenspeicher nicht auflisten: {0}.',
  'Run certutil -URLcache CRL again in an elevated prompt.': 'certutil -URLcache CRL mit erhöhten Rechten wiederholen.',
  '"{0}": PowerShell was not run elevated.': '„{0}“: PowerShell lief nicht mit erhöhten Rechten.',
  'Run the command again in an elevated PowerShell.':
    'Den Befehl in einer PowerShell mit erhöhten Rechten wiederholen.',
  'The cmdlet failed: "{0}".': 'Das Cmdlet ist gescheitert: „{0}“.',
  'Run it again in an elevated PowerShell.': 'In einer PowerShell mit erhöhten Rechten wiederholen.',
  'The value of {0} is not printed whole, so nothing is concluded from it.':
    'Der Wert von {0} ist nicht ganz ausgegeben, also wird nichts aus ihm geschlossen.',
  'Run the command again with | Format-List * behind it.': 'Den Befehl mit | Format-List * dahinter wiederholen.',
  'This is not the store that counts: Group Policy may say otherwise.':
    'Das ist nicht der Speicher, der zählt: die Gruppenrichtlinie kann anderes sagen.',
  'Nothing shows which store this is, and in the local one Group Policy may say otherwise.':
    'Nichts zeigt, welcher Speicher das ist, und im lokalen kann die Gruppenrichtlinie anderes sagen.',
  'Run {0} -PolicyStore ActiveStore, and send the line of the command too.':
    '{0} -PolicyStore ActiveStore ausführen und auch die Zeile des Befehls senden.',
  'Run {0} -PolicyStore ActiveStore.': '{0} -PolicyStore ActiveStore ausführen.',
  'A service is not installed (error 1060), but nothing names it.':
    'Ein Dienst ist nicht installiert (Fehler 1060), aber nichts nennt ihn.',
  '"{0}" may have the month or the day first, and is read with the month first.':
    '„{0}“ kann mit Monat oder Tag beginnen und ist mit dem Monat zuerst gelesen.',
  'Send the output of systeminfo too if the computer writes the day first.':
    'Schreibt der Computer den Tag zuerst, auch die Ausgabe von systeminfo senden.',
  'The date in "{0}" may have the day or the month first; the month was taken.':
    'Das Datum in „{0}“ kann mit Tag oder Monat beginnen; genommen ist der Monat.',
  'Only the last {0#} outputs were read.': 'Nur die letzten {0} Ausgaben wurden gelesen.',
  'Send what stands above this line as a file of its own.':
    'Senden Sie, was über dieser Zeile steht, als eigene Datei.',
  'Only the first {0#} security associations were read.': 'Nur die ersten {0} Sicherheitszuordnungen wurden gelesen.',
  'Send a listing of this client alone: run the command on the client.':
    'Eine Liste nur dieses Clients senden: den Befehl auf dem Client ausführen.',
  '{0#} of {1#} security associations could not be read.': '{0} von {1} Sicherheitszuordnungen waren nicht lesbar.',
  'Copy the listing again, as text and unchanged.': 'Die Liste noch einmal kopieren, als Text und unverändert.',
  'No output of a known command was found; the text begins with "{0}".':
    'Keine Ausgabe eines bekannten Befehls gefunden; der Text beginnt mit „{0}“.',
  'Outputs of netsh, ipconfig, nltest, certutil, auditpol, gpresult, systeminfo and Windows event exports can be read.':
    'Lesbar sind Ausgaben von netsh, ipconfig, nltest, certutil, auditpol, gpresult, systeminfo und exportierte Windows-Ereignisse.',
  'If it is such an output in another language: To get it in English, type chcp 437 and run it again, which prints English on Japanese, Chinese, Korean and Russian Windows, or run it on a Windows in English.':
    'Ist es eine solche Ausgabe in einer anderen Sprache: die englische Form gibt ein englisches Windows aus, oder auf japanischem, chinesischem, koreanischem und russischem chcp 437 vor dem Befehl.',
  // event logs
  '"{0}": the Security log needs an elevated prompt.': '„{0}“: das Sicherheitsprotokoll braucht erhöhte Rechte.',
  'Run the command there again (Run as administrator).': 'Den Befehl so wiederholen (Als Administrator ausführen).',
  'The log has {0#} IPsec events; the newest {1#} count, the newest failures among them.':
    'Das Protokoll hat {0} IPsec-Ereignisse; die neuesten {1} zählen, darunter die neuesten Fehler.',
  'Export a shorter time to have all.': 'Für alle einen kürzeren Zeitraum exportieren.',
  'Behind the events a command prompt is printed, and what was typed there was not read.':
    'Hinter den Ereignissen steht eine Eingabezeile, und was dort folgt, wurde nicht gelesen.',
  'Send that part as a file of its own.': 'Diesen Teil als eigene Datei senden.',
  "This is PowerShell's table of events (Format-Table), whose messages are cut off, so that nothing can be read from it.":
    'Das ist die Ereignistabelle von PowerShell (Format-Table), deren Meldungen abgeschnitten sind, also ist nichts daraus lesbar.',
  'Export whole events: wevtutil qe Security /f:xml > security.xml':
    'Ganze Ereignisse exportieren: wevtutil qe Security /f:xml > security.xml',
  'One event is damaged and left out; the others were read.':
    'Ein Ereignis ist beschädigt und blieb beiseite; die anderen wurden gelesen.',
  '{0#} events are damaged and left out; the others were read.':
    '{0} Ereignisse sind beschädigt und blieben beiseite; die anderen wurden gelesen.',
  'Export the log again if one of them is missed.': 'Fehlt eines davon, das Protokoll noch einmal exportieren.',
  'One event is longer than any that Windows writes, and left out; the others were read.':
    'Ein Ereignis ist länger als jedes, das Windows schreibt, und blieb beiseite; die anderen wurden gelesen.',
  '{0#} events are longer than any that Windows writes, and left out; the others were read.':
    '{0} Ereignisse sind länger als jedes, das Windows schreibt, und blieben beiseite; die anderen wurden gelesen.',
  'Send the log as it was exported.': 'Das Protokoll senden, wie es exportiert wurde.',
  'The messages of these events are in a language that is not known.':
    'Die Meldungen dieser Ereignisse sind in einer unbekannten Sprache.',
  'Export them as XML, which is the same in every language: wevtutil qe Security /f:xml > security.xml.':
    'Als XML exportieren, das in jeder Sprache gleich ist: wevtutil qe Security /f:xml > security.xml.',
  'Export the events as XML, which has the same times everywhere.':
    'Die Ereignisse als XML exportieren, das überall dieselben Zeiten hat.',
  "The file's header is damaged; the chunks behind it were read all the same.":
    'Der Kopf der Datei ist beschädigt; die Blöcke dahinter wurden trotzdem gelesen.',
  'The file has a version that is newer than those known here (3.1 and 3.2); it was read as one of them.':
    'Die Datei hat eine neuere Version als die hier bekannten (3.1 und 3.2); sie wurde wie eine davon gelesen.',
  'A checksum is wrong, as in a log that was copied while Windows wrote to it; the records there were read.':
    'Eine Prüfsumme stimmt nicht, wie bei einem Protokoll, das Windows beim Kopieren noch schrieb; die Datensätze dort wurden gelesen.',
  'A part of 64 KiB is damaged; what could be found in it is marked as recovered.':
    'Ein Teil von 64 KiB ist beschädigt; was darin zu finden war, ist als wiederhergestellt markiert.',
  'Records behind a damaged place were searched for; those found are marked as recovered.':
    'Hinter einer beschädigten Stelle wurde nach Datensätzen gesucht; gefundene sind als wiederhergestellt markiert.',
  'A record is damaged and was left out.': 'Ein Datensatz ist beschädigt und blieb beiseite.',
  'A record asks for more work than any real one does and was left out.':
    'Ein Datensatz verlangt mehr Arbeit als jeder echte und blieb beiseite.',
  'The file asks for more work than any real log does; a record was left out.':
    'Die Datei verlangt mehr Arbeit als jedes echte Protokoll; ein Datensatz blieb beiseite.',
  'The file ends before its last record does, or holds fewer chunks than its header says: export the log again.':
    'Die Datei endet vor ihrem letzten Datensatz oder hat weniger Blöcke, als ihr Kopf sagt: das Protokoll noch einmal exportieren.',
  'This happened {0#} times.': 'Das kam {0} Mal vor.',
  // files
  'This is a picture.': 'Das ist ein Bild.',
  'Copy the text of the window instead: mark it with the mouse, press Enter, and paste it here.':
    'Stattdessen den Text des Fensters kopieren: mit der Maus markieren, Eingabe drücken und hier einfügen.',
  'This is a cabinet file, as netsh wfp capture and netsh trace leave it.':
    'Das ist eine Cabinetdatei, wie netsh wfp capture und netsh trace sie hinterlassen.',
  'Send the text output of the commands instead, first of all netsh advfirewall monitor show mmsa, or unpack it (expand -F:* FILE.cab FOLDER) and send the text files and wfpdiag.xml in it.':
    'Stattdessen die Textausgabe der Befehle senden, zuerst netsh advfirewall monitor show mmsa, oder entpacken (expand -F:* FILE.cab FOLDER) und die Textdateien und wfpdiag.xml darin senden.',
  'This is an office document.': 'Das ist ein Office-Dokument.',
  'Copy its text into the chat, or save it as a plain text file and send that.':
    'Seinen Text in den Chat kopieren, oder als Textdatei speichern und senden.',
  'This archive is of a kind that is not unpacked.': 'Archive dieser Art werden nicht entpackt.',
  'Pack the files as .zip and send that.': 'Die Dateien als .zip packen und senden.',
  'This is no text.': 'Das ist kein Text.',
  'Send what a command printed, as a text file or pasted into the chat.':
    'Senden, was ein Befehl ausgegeben hat, als Textdatei oder in den Chat eingefügt.',
  'The file holds blank lines only.': 'Die Datei enthält nur leere Zeilen.',
  'The file is empty.': 'Die Datei ist leer.',
  'Run the command again and send what it prints.': 'Den Befehl noch einmal ausführen und die Ausgabe senden.',
  'The archive holds no file.': 'Das Archiv enthält keine Datei.',
  'The file has {0#} MB; up to {1#} MB are read.': 'Die Datei hat {0} MB; gelesen werden bis zu {1} MB.',
  'Send the output of one command, or for an event log the IPsec events alone.':
    'Die Ausgabe eines Befehls senden, oder von einem Ereignisprotokoll nur die IPsec-Ereignisse.',
  'Together with what was read before it, the file is more than is read at once.':
    'Mit dem vorher Gelesenen ist die Datei mehr, als auf einmal gelesen wird.',
  'Send it alone.': 'Allein senden.',
  'Unpacked, the file is far larger than its archive.': 'Entpackt ist die Datei viel größer als ihr Archiv.',
  'Send it alone, not packed.': 'Allein und ungepackt senden.',
  'The archive lies more than {0#} archives deep.': 'Das Archiv liegt mehr als {0} Archive tief.',
  'Unpack the outer ones and send it alone.': 'Die äußeren entpacken und es allein senden.',
  'The archive has {0#} entries; up to {1#} are read.': 'Das Archiv hat {0} Einträge; gelesen werden bis zu {1}.',
  'Send only the outputs.': 'Nur die Ausgaben senden.',
  'The archive is damaged or was cut off while it was copied.':
    'Das Archiv ist beschädigt oder wurde beim Kopieren abgeschnitten.',
  'The file is damaged in its archive.': 'Die Datei ist in ihrem Archiv beschädigt.',
  'Pack it again as .zip and send it.': 'Noch einmal als .zip packen und senden.',
  'The file is protected by a password.': 'Die Datei ist durch ein Kennwort geschützt.',
  'Pack it again without one and send it.': 'Ohne Kennwort packen und senden.',
  'The file is packed in a way that is not read.': 'Die Datei ist auf eine Art gepackt, die nicht gelesen wird.',
  'Send it alone, or pack it as .zip with the usual compression.':
    'Allein senden, oder als .zip mit der üblichen Komprimierung packen.',
  'The file could not be read to its end ({0}).': 'Die Datei ließ sich nicht bis zum Ende lesen ({0}).',
  'Copy it and send the copy.': 'Kopieren und die Kopie senden.',
  // fetching what was attached
  '{0} came without an address to read it from.': '{0} kam ohne Adresse, von der es zu lesen wäre.',
  'Attach it again, or paste its text.': 'Noch einmal anhängen, oder den Text einfügen.',
  '{0} is kept at a place that I do not read from.': '{0} liegt an einem Ort, von dem ich nicht lese.',
  'Attach it in this chat, or paste its text.': 'In diesem Chat anhängen, oder den Text einfügen.',
  'The place that keeps {0} points to another one, where I do not follow.':
    'Der Ort von {0} verweist auf einen anderen, dem ich nicht folge.',
  'The address of {0} has lapsed.': 'Die Adresse von {0} ist verfallen.',
  'Send the file again.': 'Die Datei noch einmal senden.',
  '{0} could not be fetched in time ({1#} seconds, and one for each MB).':
    '{0} ließ sich nicht rechtzeitig abrufen ({1} Sekunden, und eine für jedes MB).',
  'Send it again, or paste its text.': 'Noch einmal senden, oder den Text einfügen.',
  '{0} is larger than the {1#} MB that I read at once.': '{0} ist größer als die {1} MB, die ich auf einmal lese.',
  'Send the part around the failure, or a zip of it.': 'Den Teil um den Fehler senden, oder ein Zip davon.',
  '{0} was not read: I read {1#} files of one message.':
    '{0} wurde nicht gelesen: ich lese {1} Dateien einer Nachricht.',
  'Send it in another message, or all of them in one zip.':
    'In einer weiteren Nachricht senden, oder alle in einem Zip.',
} as const satisfies Readonly<Record<string, string>>;
