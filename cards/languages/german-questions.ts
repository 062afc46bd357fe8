/** German sentences below a command: what its answer would mean, and why it is asked for again. */
export const GERMAN_QUESTIONS = {
  // negotiation
  'A revoked entry, or a list that the client cannot fetch, is the cause.':
    'Ein gesperrter Eintrag oder eine Liste, die der Client nicht abrufen kann, ist die Ursache.',
  'A revoked entry, or a list that the server cannot fetch, is the cause.':
    'Ein gesperrter Eintrag oder eine Liste, die der Server nicht abrufen kann, ist die Ursache.',
  'SAs to both endpoints mean that the tunnels are up, and everything under them.':
    'SAs zu beiden Endpunkten heißen: die Tunnel stehen, und alles darunter.',
  'If one is missing, I know which tunnel to look into.': 'Fehlt eine, ist klar, in welchem Tunnel zu suchen ist.',
  'The Security log names the reason of a failed negotiation, if failures are audited; the store shows the certificate that the client offers.':
    'Das Sicherheitsprotokoll nennt den Grund einer gescheiterten Aushandlung, wenn Fehler überwacht werden; der Speicher zeigt das Zertifikat, das der Client anbietet.',
  'Too long to paste? Write ( before the line and ) > events.txt behind it, and send the file.':
    'Zu lang zum Einfügen? ( vor die Zeile und ) > events.txt dahinter schreiben und die Datei senden.',
  'Too long to paste?': 'Zu lang zum Einfügen?',
  'Write ( before the line and ) > events.txt behind it, and send the file.':
    '( vor die Zeile und ) > events.txt dahinter schreiben und die Datei senden.',
  'The log shows no such event.': 'Das Protokoll zeigt kein solches Ereignis.',
  'If failures are not audited, that says nothing, and I can switch it on; if they are, nothing was negotiated.':
    'Werden Fehler nicht überwacht, sagt das nichts, und es lässt sich einschalten; werden sie es, wurde nichts ausgehandelt.',
  'It shows whether the client has a certificate in its time, with its private key and the right usage.':
    'Das zeigt, ob der Client ein gültiges Zertifikat mit privatem Schlüssel und richtiger Verwendung hat.',
  'It shows whether the server has a certificate in its time, with its private key and the right usage.':
    'Das zeigt, ob der Server ein gültiges Zertifikat mit privatem Schlüssel und richtiger Verwendung hat.',
  'The side that refuses writes the reason; the other side often only logs that the peer gave up.':
    'Die Seite, die ablehnt, schreibt den Grund; die andere protokolliert oft nur, dass die Gegenseite aufgab.',
  'The log of the server shows failures of several clients.':
    'Das Protokoll des Servers zeigt Fehler mehrerer Clients.',
  'The addresses and the name of this one tell which are its own.':
    'Adressen und Name dieses Clients sagen, welche seine eigenen sind.',
  'The server must find a domain controller to check the credentials.':
    'Der Server muss einen Domänencontroller finden, um die Anmeldedaten zu prüfen.',
  'If it finds none, that is the cause; if it does, look at the client.':
    'Findet er keinen, ist das die Ursache; findet er einen, beim Client suchen.',
  'The computer proves itself through the KDC proxy of the server.':
    'Der Computer weist sich über den KDC-Proxy des Servers aus.',
  'If that service does not run, that is the cause; if it does, look at the IP-HTTPS certificate.':
    'Läuft dieser Dienst nicht, ist das die Ursache; läuft er, das IP-HTTPS-Zertifikat ansehen.',
  'It shows whether names resolve and a domain controller answers through the infrastructure tunnel.':
    'Das zeigt, ob durch den Infrastrukturtunnel Namen aufgelöst werden und ein Domänencontroller antwortet.',
  'The second tunnel comes up when the signed-in user reaches for the intranet.':
    'Der zweite Tunnel entsteht, wenn der angemeldete Benutzer das Intranet anspricht.',
  'Run it as that user, in an elevated prompt; the SAs show at once whether it came up.':
    'Als dieser Benutzer mit erhöhten Rechten ausführen; die SAs zeigen sofort, ob er steht.',
  'If the name is not found, names do not resolve through the infrastructure tunnel; if it is, the way to that server is at fault.':
    'Wird der Name nicht gefunden, scheitert die Namensauflösung durch den Infrastrukturtunnel; sonst liegt es am Weg zu diesem Server.',
  'It shows whether this sign-in carries the smart card group.':
    'Das zeigt, ob diese Anmeldung die Smartcard-Gruppe trägt.',
  'This changes the audit policy, so that the reason of the failure is logged, and provokes the failure again by reaching for the intranet.':
    'Das ändert die Überwachungsrichtlinie, damit der Grund protokolliert wird, und ruft den Fehler erneut hervor, indem es das Intranet anspricht.',
  'If the log is still empty, wait a minute and read it once more.':
    'Ist das Protokoll noch leer, eine Minute warten und es noch einmal lesen.',
  'This changes the audit policy of the server, so that it logs why it refuses.':
    'Das ändert die Überwachungsrichtlinie des Servers, damit er protokolliert, warum er ablehnt.',
  'The client must try again afterwards.': 'Der Client muss es danach noch einmal versuchen.',
  'Windows keeps its last hundred net events, with the code of a failed negotiation, whether failures are audited or not.':
    'Windows behält seine letzten hundert Netzereignisse mit dem Code einer gescheiterten Aushandlung, ob Fehler überwacht werden oder nicht.',
  'Save it instead with netsh wfp show netevents file=netevents.xml, and send that file.':
    'Stattdessen mit netsh wfp show netevents file=netevents.xml speichern und diese Datei senden.',
  'Run it as that user, in an elevated prompt; the SAs show at once whether it came up, the net events why not.':
    'Als dieser Benutzer mit erhöhten Rechten ausführen; die SAs zeigen sofort, ob er steht, die Netzereignisse, warum nicht.',
  'Export the certificate of the client into a file first, and put its name in the place of <CLIENT.cer>.':
    'Zuerst das Zertifikat des Clients in eine Datei exportieren und ihren Namen an die Stelle von <CLIENT.cer> setzen.',
  'Export the certificate of the server into a file first, and put its name in the place of <SERVER.cer>.':
    'Zuerst das Zertifikat des Servers in eine Datei exportieren und ihren Namen an die Stelle von <SERVER.cer> setzen.',
  // path
  'This shows whether the two DirectAccess rules are active, which endpoints they name, and whether IP-HTTPS carries the client.':
    'Das zeigt, ob die zwei DirectAccess-Regeln aktiv sind, welche Endpunkte sie nennen und ob IP-HTTPS den Client trägt.',
  'If all of that is well, the negotiation itself is at fault.':
    'Ist das alles in Ordnung, liegt es an der Aushandlung selbst.',
  'It shows whether Group Policy brought the rules.': 'Das zeigt, ob die Gruppenrichtlinie die Regeln gebracht hat.',
  'If they are there, something keeps them from being active; if not, the policy never came.':
    'Sind sie da, hält etwas sie davon ab, aktiv zu sein; wenn nicht, kam die Richtlinie nie an.',
  'It names the policies that were applied and those that were filtered out, with the reason.':
    'Das nennt die angewandten Richtlinien und die herausgefilterten, mit dem Grund.',
  'Without Windows Firewall or one of these services no rule is active and nothing is negotiated.':
    'Ohne die Windows-Firewall oder einen dieser Dienste ist keine Regel aktiv, und nichts wird ausgehandelt.',
  'Rules in this table mean that the client knows it is outside.':
    'Regeln in dieser Tabelle heißen: der Client weiß, dass er außen ist.',
  'An empty table means that no tunnel is even tried.': 'Eine leere Tabelle heißt: kein Tunnel wird auch nur versucht.',
  'One working adapter is enough; the others may be off.':
    'Ein arbeitender Adapter genügt; die anderen dürfen aus sein.',
  'A value with its last bit set disables all tunnel adapters of IPv6.':
    'Ein Wert mit gesetztem letzten Bit deaktiviert alle Tunneladapter von IPv6.',
  'If there is no such value, nothing was disabled this way.':
    'Gibt es keinen solchen Wert, wurde auf diesem Weg nichts deaktiviert.',
  'It says by name whether local names are preferred, which the user chooses with Disconnect.':
    'Das sagt ausdrücklich, ob lokale Namen bevorzugt werden, was der Benutzer mit Trennen wählt.',
  'The server must forward and advertise on this adapter, and publish the route of its clients.':
    'Der Server muss auf diesem Adapter weiterleiten und ankündigen und die Route seiner Clients veröffentlichen.',
  'If it does, the way between them is at fault.': 'Tut er das, liegt es am Weg dazwischen.',
  'A proxy gives this error although the name resolves.':
    'Ein Proxy gibt diesen Fehler, obwohl der Name aufgelöst wird.',
  'Without one, the public name does not resolve.': 'Ohne Proxy wird der öffentliche Name nicht aufgelöst.',
  'An answer means that the way to the server is free and the negotiation itself fails.':
    'Eine Antwort heißt: der Weg zum Server ist frei, und die Aushandlung selbst scheitert.',
  'Only some editions have DirectAccess, and only older versions ask for a health certificate.':
    'Nur manche Editionen haben DirectAccess, und nur ältere Versionen verlangen ein Integritätszertifikat.',
  // asked again
  'The two captures of {0} disagree; a new one settles it.':
    'Die zwei Aufzeichnungen von {0} widersprechen sich; eine neue klärt es.',
  'The last copy could not be used.': 'Die letzte Kopie war nicht verwendbar.',
  '{0} was cut off.': '{0} wurde abgeschnitten.',
  'Try to reach the intranet first, so that the failure is logged.':
    'Zuerst das Intranet ansprechen, damit der Fehler protokolliert wird.',
  'Of {0#} causes that fit, it can name {1#}, the most for its trouble.':
    'Von {0} passenden Ursachen kann der Befehl {1} benennen, die meisten für seinen Aufwand.',
  'Of {0#} causes that fit, it can name {1#}, the most for its trouble; what is asked along in the same line is likely to be needed next.':
    'Von {0} passenden Ursachen kann der Befehl {1} benennen, die meisten für seinen Aufwand; was in derselben Zeile mitgefragt wird, ist wohl als Nächstes nötig.',
  'Of {0#} causes that fit, it can name every one, the most for its trouble.':
    'Von {0} passenden Ursachen kann der Befehl jede benennen, die meisten für seinen Aufwand.',
  'Of {0#} causes that fit, it can name every one, the most for its trouble; what is asked along in the same line is likely to be needed next.':
    'Von {0} passenden Ursachen kann der Befehl jede benennen, die meisten für seinen Aufwand; was in derselben Zeile mitgefragt wird, ist wohl als Nächstes nötig.',
} as const satisfies Readonly<Record<string, string>>;
