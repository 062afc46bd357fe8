/**
 * German of what each code of a negotiation, parameter of an event and state of Teredo says of a tunnel, and what to do about it. Windows' own text of
 * a code stays as it is printed. Long because the tables of codes that it follows are.
 */
export const GERMAN_CODES = {
  // ike-code-meanings
  'Capture packets on both ends, and rule out a device between them that changes packets.':
    'An beiden Enden Pakete aufzeichnen und ein Gerät dazwischen ausschließen, das Pakete verändert.',
  'Trace it: netsh wfp capture start, try again, netsh wfp capture stop.':
    'Aufzeichnen: netsh wfp capture start, noch einmal versuchen, netsh wfp capture stop.',
  'The store of IPsec rules is inconsistent on this computer: a policy, filter or authentication set is there twice, is missing, or is in use.':
    'Der Speicher der IPsec-Regeln ist auf diesem Computer widersprüchlich: eine Richtlinie, ein Filter oder ein Authentifizierungssatz ist doppelt, fehlt oder ist in Gebrauch.',
  'Run gpupdate /force, then restart the services BFE, MpsSvc and PolicyAgent (or the computer).':
    'gpupdate /force ausführen, dann die Dienste BFE, MpsSvc und PolicyAgent (oder den Computer) neu starten.',
  'A part of a policy that this computer cannot use was left out when the policy was loaded.':
    'Ein Teil einer Richtlinie, den dieser Computer nicht nutzen kann, wurde beim Laden ausgelassen.',
  'It is a warning.': 'Das ist eine Warnung.',
  'Compare the proposals of the rules on both sides.': 'Die Vorschläge der Regeln auf beiden Seiten vergleichen.',
  'This number only marks the end of a range of codes.': 'Diese Zahl markiert nur das Ende eines Bereichs von Codes.',
  'No event prints it.': 'Kein Ereignis gibt sie aus.',
  'One side refused the certificate (or other credential) of the other in main mode: it is out of its time, revoked, of another root than the rule names, without the usage that is asked for, or the wrong one of several was offered.':
    'Eine Seite hat im Main Mode das Zertifikat (oder einen anderen Nachweis) der anderen abgelehnt: es ist abgelaufen oder noch nicht gültig, gesperrt, von einem anderen Stamm als die Regel nennt, ohne die verlangte Verwendung, oder von mehreren wurde das falsche angeboten.',
  'The cipher, hash or group that one side offers is not accepted by the other: an edited rule, or hardening on one side only.':
    'Verschlüsselung, Hash oder Gruppe, die eine Seite anbietet, nimmt die andere nicht an: eine geänderte Regel oder Härtung nur einer Seite.',
  'The negotiation is still running.': 'Die Aushandlung läuft noch.',
  'This is a state and no failure.': 'Das ist ein Zustand und kein Fehler.',
  'Wait some seconds and list the SAs again.': 'Einige Sekunden warten und die SAs noch einmal auflisten.',
  'The negotiation failed for a reason that Windows does not name.':
    'Die Aushandlung ist aus einem Grund gescheitert, den Windows nicht nennt.',
  'The event of the same second on the other side may.':
    'Das Ereignis derselben Sekunde auf der anderen Seite nennt ihn vielleicht.',
  'The peer did not answer in time.': 'Die Gegenseite hat nicht rechtzeitig geantwortet.',
  'With a responder cookie of zeros it never answered: the way to the endpoint, the firewall or IKEEXT on the server, or the endpoint itself is at fault.':
    'Mit einem Responder-Cookie aus Nullen hat sie nie geantwortet: es liegt am Weg zum Endpunkt, an der Firewall oder IKEEXT auf dem Server, oder am Endpunkt selbst.',
  'This computer found no certificate of its own that IPsec could use: none, out of its time, without private key or usage, or not from the certification authority that the rule names.':
    'Dieser Computer fand kein eigenes Zertifikat, das IPsec verwenden könnte: keines, abgelaufen, ohne privaten Schlüssel oder Verwendung, oder nicht von der Zertifizierungsstelle, die die Regel nennt.',
  'The peer broke the negotiation off.': 'Die Gegenseite hat die Aushandlung abgebrochen.',
  'Its own log has the reason; often it refused the certificate or the authorization.':
    'Der Grund steht in ihrem Protokoll; oft hat sie das Zertifikat oder die Autorisierung abgelehnt.',
  'This computer broke the negotiation off: an adapter or a policy changed while it ran, or it was cleaned up after a time-out.':
    'Dieser Computer hat die Aushandlung abgebrochen: ein Adapter oder eine Richtlinie änderte sich währenddessen, oder sie wurde nach einer Zeitüberschreitung aufgeräumt.',
  'Look for a change of the network profile or an adapter in that second, then try again.':
    'Nach einem Wechsel des Netzwerkprofils oder eines Adapters in dieser Sekunde suchen, dann noch einmal versuchen.',
  'The request waited too long in the queue: the computer is overloaded or defends itself against a flood.':
    'Die Anforderung wartete zu lange in der Schlange: der Computer ist überlastet oder wehrt eine Flut ab.',
  'Look at the load of the DirectAccess server, then try again.':
    'Die Last des DirectAccess-Servers ansehen, dann noch einmal versuchen.',
  'The peer did not answer at all.': 'Die Gegenseite hat gar nicht geantwortet.',
  'The way to the endpoint, the firewall or IKEEXT on the server, or the endpoint itself is at fault.':
    'Es liegt am Weg zum Endpunkt, an der Firewall oder IKEEXT auf dem Server, oder am Endpunkt selbst.',
  'The negotiation took too long: a slow path, or a domain controller behind the server that answers late when credentials are checked.':
    'Die Aushandlung dauerte zu lange: ein langsamer Weg, oder ein Domänencontroller hinter dem Server, der beim Prüfen der Anmeldedaten spät antwortet.',
  'The revocation check of a certificate failed: it is revoked or, with strong checking, the list could not be read.':
    'Die Sperrprüfung eines Zertifikats ist gescheitert: es ist gesperrt, oder bei strenger Prüfung war die Liste nicht lesbar.',
  'The key usage of the certificate does not allow what IKE needs (a digital signature).':
    'Die Schlüsselverwendung des Zertifikats erlaubt nicht, was IKE braucht (eine digitale Signatur).',
  'The type of the certificate does not fit the rule, for example an ECDSA certificate where the rule asks for RSA.':
    'Die Art des Zertifikats passt nicht zur Regel, etwa ein ECDSA-Zertifikat, wo die Regel RSA verlangt.',
  'The certificate that was chosen has no private key that the computer can use: imported without it, deleted, or locked away.':
    'Das gewählte Zertifikat hat keinen privaten Schlüssel, den der Computer nutzen kann: ohne ihn importiert, gelöscht oder unzugänglich.',
  'Both sides renewed their keys at the same moment.': 'Beide Seiten haben ihre Schlüssel im selben Moment erneuert.',
  'That is harmless unless it repeats without end.': 'Das ist harmlos, solange es sich nicht endlos wiederholt.',
  'The Diffie-Hellman computation failed: hardened algorithms on one side, or a missing update.':
    'Die Diffie-Hellman-Berechnung ist gescheitert: gehärtete Algorithmen auf einer Seite, oder ein fehlendes Update.',
  'Compare the proposals and the algorithm policy (FIPS) of both sides.':
    'Die Vorschläge und die Algorithmenrichtlinie (FIPS) beider Seiten vergleichen.',
  'The peer sent a part that Windows must understand and does not: another IKE stack answers there, or a device changes the packets.':
    'Die Gegenseite sandte einen Teil, den Windows verstehen muss und nicht versteht: dort antwortet ein anderes IKE, oder ein Gerät verändert die Pakete.',
  'A packet on UDP 500 or 4500 had an invalid header: damaged on the way, or not of IKE.':
    'Ein Paket auf UDP 500 oder 4500 hatte einen ungültigen Kopf: unterwegs beschädigt, oder kein IKE.',
  'The side that answered has no rule for this peer: the policy is not applied there, its rules are inactive (domain profile, firewall off), or the client names a wrong endpoint.':
    'Die antwortende Seite hat keine Regel für diese Gegenseite: die Richtlinie ist dort nicht angewandt, ihre Regeln sind nicht aktiv (Domänenprofil, Firewall aus), oder der Client nennt einen falschen Endpunkt.',
  'The signature of the peer could not be verified: certificate and key do not belong together.':
    'Die Signatur der Gegenseite ließ sich nicht prüfen: Zertifikat und Schlüssel gehören nicht zusammen.',
  'Kerberos failed: no ticket because no domain controller (or KDC proxy) was reached, clocks more than five minutes apart, or a missing or doubled service name.':
    'Kerberos ist gescheitert: kein Ticket, weil kein Domänencontroller (oder KDC-Proxy) erreicht wurde, Uhren mehr als fünf Minuten auseinander, oder ein fehlender oder doppelter Dienstname.',
  'Check that a domain controller answers, and the clocks of both computers: w32tm /stripchart /computer:DC.':
    'Prüfen, ob ein Domänencontroller antwortet, und die Uhren beider Computer: w32tm /stripchart /computer:DC.',
  'With Kerberos proxy, check the IP-HTTPS certificate and the KDC proxy of the server.':
    'Mit Kerberos-Proxy das IP-HTTPS-Zertifikat und den KDC-Proxy des Servers prüfen.',
  "The peer's certificate has no public key that could be used.":
    'Das Zertifikat der Gegenseite hat keinen verwendbaren öffentlichen Schlüssel.',
  'Issue a new certificate to the peer.': 'Der Gegenseite ein neues Zertifikat ausstellen.',
  'A part of an IKE packet could not be processed: the packet was damaged or changed on the way, or the peer is of another kind.':
    'Ein Teil eines IKE-Pakets ließ sich nicht verarbeiten: das Paket wurde unterwegs beschädigt oder verändert, oder die Gegenseite ist anderer Art.',
  'An invalid part was received: changed on the way, or cut by a path that drops large packets.':
    'Ein ungültiger Teil kam an: unterwegs verändert, oder gekürzt von einem Weg, der große Pakete verwirft.',
  'Try a smaller MTU on the transition adapter.': 'Am Übergangsadapter eine kleinere MTU versuchen.',
  'An association without protection was loaded or torn down.':
    'Eine Zuordnung ohne Schutz wurde geladen oder abgebaut.',
  'DirectAccess makes none: another IPsec policy is active beside its rules.':
    'DirectAccess macht keine: neben seinen Regeln ist eine andere IPsec-Richtlinie aktiv.',
  'A packet of an older negotiation arrived, as after a restart or a fail-over of the server.':
    'Ein Paket einer älteren Aushandlung kam an, etwa nach Neustart oder Failover des Servers.',
  'Try again.': 'Noch einmal versuchen.',
  'If it repeats, check that the load balancer keeps a client on one server.':
    'Wiederholt es sich, prüfen, ob der Load Balancer einen Client bei einem Server hält.',
  "The revocation check of the peer's certificate failed: it is in the revocation list or, with strong checking, the list could not be read.":
    'Die Sperrprüfung des Zertifikats der Gegenseite ist gescheitert: es steht in der Sperrliste, oder bei strenger Prüfung war die Liste nicht lesbar.',
  'On the server the peer is the client.': 'Auf dem Server ist die Gegenseite der Client.',
  'The associations were dropped because the policy changed.':
    'Die Zuordnungen wurden verworfen, weil die Richtlinie sich änderte.',
  'Once, after a Group Policy refresh or a change of profile, that is normal.':
    'Einmal, nach einer Aktualisierung der Gruppenrichtlinie oder einem Profilwechsel, ist das normal.',
  'If it repeats, find out who rewrites the policy.': 'Wiederholt es sich, klären, wer die Richtlinie neu schreibt.',
  'No main mode policy fits this peer: the rules were not received, or are not active.':
    'Keine Main-Mode-Richtlinie passt zu dieser Gegenseite: die Regeln kamen nicht an oder sind nicht aktiv.',
  'Something inside the IPsec service failed that has no meaning of its own for DirectAccess.':
    'Im IPsec-Dienst ist etwas gescheitert, das für DirectAccess keine eigene Bedeutung hat.',
  'The security subsystem or its Kerberos package could not be used: system files or LSA are damaged.':
    'Das Sicherheitssystem oder sein Kerberos-Paket war nicht nutzbar: Systemdateien oder LSA sind beschädigt.',
  'Repair the system files (sfc /scannow) and restart.': 'Die Systemdateien reparieren (sfc /scannow) und neu starten.',
  'This computer has no Kerberos identity of its own: it is not joined, or its account or secure channel is broken.':
    'Dieser Computer hat keine eigene Kerberos-Identität: er ist nicht in der Domäne, oder sein Konto oder sicherer Kanal ist defekt.',
  'Check the secure channel: nltest /sc_verify:DOMAIN.': 'Den sicheren Kanal prüfen: nltest /sc_verify:DOMAIN.',
  'Repair it or join again, in the office or over a VPN.':
    'Ihn reparieren oder neu beitreten, im Büro oder über ein VPN.',
  'The IPsec driver has no filter for this association: rules conflict, or the driver holds old ones.':
    'Der IPsec-Treiber hat keinen Filter für diese Zuordnung: Regeln widersprechen sich, oder der Treiber hält alte.',
  'Restart the services BFE and IKEEXT (or the computer), and compare the rules.':
    'Die Dienste BFE und IKEEXT (oder den Computer) neu starten und die Regeln vergleichen.',
  'The association could not be added in time: the computer is loaded, or the check of the credentials took too long.':
    'Die Zuordnung ließ sich nicht rechtzeitig anlegen: der Computer ist ausgelastet, oder die Prüfung der Anmeldedaten dauerte zu lange.',
  'Look at the load of the machine and at its way to a domain controller.':
    'Die Last des Rechners und seinen Weg zu einem Domänencontroller ansehen.',
  'A rule is invalid: it arrived damaged.': 'Eine Regel ist ungültig: sie kam beschädigt an.',
  'Run gpupdate /force on both sides; if it stays, apply the DirectAccess settings again.':
    'Auf beiden Seiten gpupdate /force ausführen; bleibt es, die DirectAccess-Einstellungen neu anwenden.',
  'The peer offers a Diffie-Hellman group that this side does not have: hardening on one side only.':
    'Die Gegenseite bietet eine Diffie-Hellman-Gruppe an, die diese Seite nicht hat: Härtung nur einer Seite.',
  'A part could not be decrypted or its hash was wrong: another key, or a packet changed on the way.':
    'Ein Teil ließ sich nicht entschlüsseln, oder sein Hash war falsch: ein anderer Schlüssel, oder ein unterwegs verändertes Paket.',
  'The rules of both sides do not fit: proposals, authentication or tunnel ends differ (an edited rule, an old policy, a second authentication on one side only).':
    'Die Regeln beider Seiten passen nicht: Vorschläge, Authentifizierung oder Tunnelenden unterscheiden sich (eine geänderte Regel, eine alte Richtlinie, eine zweite Authentifizierung nur auf einer Seite).',
  'The peer names itself in a way that the rule does not take: an edited rule.':
    'Die Gegenseite nennt sich auf eine Art, die die Regel nicht annimmt: eine geänderte Regel.',
  'Undo edits to the rules, and run gpupdate /force on both sides.':
    'Änderungen an den Regeln zurücknehmen und auf beiden Seiten gpupdate /force ausführen.',
  'An algorithm, or its size, is invalid on this side: a rule asks for what this Windows does not have.':
    'Ein Algorithmus oder seine Größe ist auf dieser Seite ungültig: eine Regel verlangt, was dieses Windows nicht hat.',
  'The signature of the certificate is invalid: its chain is damaged.':
    'Die Signatur des Zertifikats ist ungültig: seine Kette ist beschädigt.',
  'The association was deleted on request: a person, a script or a restart did it.':
    'Die Zuordnung wurde auf Anforderung gelöscht: von einem Menschen, einem Skript oder einem Neustart.',
  'Nothing is wrong; traffic makes a new one.': 'Nichts ist falsch; Verkehr macht eine neue.',
  "The lifetime that the peer's policy asks for is too short.":
    'Die Lebensdauer, die die Richtlinie der Gegenseite verlangt, ist zu kurz.',
  'Correct the lifetime in the policy of the peer.': 'Die Lebensdauer in der Richtlinie der Gegenseite berichtigen.',
  'The peer does not speak this version of IKE: another IKE stack answers at that address, such as a VPN gateway or a wrong NAT target.':
    'Die Gegenseite spricht diese IKE-Version nicht: unter dieser Adresse antwortet ein anderes IKE, etwa ein VPN-Gateway oder ein falsches NAT-Ziel.',
  'Check who answers at the endpoint.': 'Prüfen, wer am Endpunkt antwortet.',
  'This peer has the most main modes that are allowed: many clients behind one address, or old associations that stayed.':
    'Diese Gegenseite hat so viele Main Modes, wie erlaubt sind: viele Clients hinter einer Adresse, oder alte Zuordnungen, die blieben.',
  'Delete old associations on the server or wait for their end, then try again.':
    'Alte Zuordnungen auf dem Server löschen oder ihr Ende abwarten, dann noch einmal versuchen.',
  'A rule says not to negotiate with this peer: an exemption (the network location server, NAT64) wins.':
    'Eine Regel sagt, mit dieser Gegenseite nicht auszuhandeln: eine Ausnahme (Network Location Server, NAT64) gewinnt.',
  'A main mode has carried all the quick modes that it may, and a new one begins.':
    'Ein Main Mode hat alle Quick Modes getragen, die er darf, und ein neuer beginnt.',
  'The main mode came to its end, or the peer ended it.':
    'Der Main Mode kam an sein Ende, oder die Gegenseite beendete ihn.',
  'That is normal at a renewal or after sleep.': 'Das ist bei einer Erneuerung oder nach dem Ruhezustand normal.',
  'If it repeats, look why the peer restarts.': 'Wiederholt es sich, klären, warum die Gegenseite neu startet.',
  'The peer stopped answering, so the main mode was given up.':
    'Die Gegenseite antwortete nicht mehr, also wurde der Main Mode aufgegeben.',
  'Once, after sleep, roaming or a restart, that is normal; otherwise the path is at fault.':
    'Einmal, nach Ruhezustand, Netzwechsel oder Neustart, ist das normal; sonst liegt es am Weg.',
  'A certificate does not chain to the root or issuer that the rule names: the authority was renewed with a new key, an intermediate is named as a root, or another certificate was picked.':
    'Ein Zertifikat führt nicht zu dem Stamm oder Aussteller, den die Regel nennt: die Stelle wurde mit neuem Schlüssel erneuert, eine Zwischenstelle ist als Stamm genannt, oder ein anderes Zertifikat wurde genommen.',
  'A message came out of its order, as when packets are sent again.':
    'Eine Nachricht kam außer der Reihe, wie wenn Pakete erneut gesendet werden.',
  'Ignore it unless the negotiation fails; then capture packets on both ends.':
    'Nicht beachten, solange die Aushandlung nicht scheitert; sonst an beiden Enden Pakete aufzeichnen.',
  'The server asked the client to prove its address, as it does under a flood.':
    'Der Server verlangte vom Client, seine Adresse zu belegen, wie bei einer Flut.',
  'Once, that is harmless.': 'Einmal ist das harmlos.',
  'If it repeats, look at the load of the server (event 4646).':
    'Wiederholt es sich, die Last des Servers ansehen (Ereignis 4646).',
  'The IKE service is shutting down.': 'Der IKE-Dienst wird beendet.',
  'Start the service IKEEXT, and see why it stopped.': 'Den Dienst IKEEXT starten und klären, warum er beendet wurde.',
  'A binding between an address and a certificate could not be verified.':
    'Die Bindung zwischen einer Adresse und einem Zertifikat ließ sich nicht prüfen.',
  'DirectAccess does not use such addresses: another rule matched.':
    'DirectAccess nutzt solche Adressen nicht: eine andere Regel hat gegriffen.',
  'A part about NAT could not be processed: a NAT or another device changed the packets.':
    'Ein Teil über NAT ließ sich nicht verarbeiten: ein NAT oder ein anderes Gerät veränderte die Pakete.',
  'The quick mode does not fit the main mode that it should use: with one endpoint for both tunnels, it was tried on the other tunnel.':
    'Der Quick Mode passt nicht zum Main Mode, den er nutzen soll: bei einem Endpunkt für beide Tunnel wurde er am anderen Tunnel versucht.',
  'An edited rule does that.': 'Das macht eine geänderte Regel.',
  'The quick mode SA ended because nothing used it.': 'Die Quick-Mode-SA endete, weil nichts sie nutzte.',
  'Traffic makes a new one; this is no failure.': 'Verkehr macht eine neue; das ist kein Fehler.',
  'There are too many dynamic filters.': 'Es gibt zu viele dynamische Filter.',
  'Restart the services BFE and IKEEXT (or the computer).':
    'Die Dienste BFE und IKEEXT (oder den Computer) neu starten.',
  'A placeholder of a VPN with Network Access Protection was removed.':
    'Ein Platzhalter eines VPN mit Network Access Protection wurde entfernt.',
  'DirectAccess does not use it.': 'DirectAccess nutzt ihn nicht.',
  'This belongs to an IKEv2 VPN and not to DirectAccess.': 'Das gehört zu einem IKEv2-VPN und nicht zu DirectAccess.',
  'Look at the VPN connection, not at the DirectAccess rules.':
    'Die VPN-Verbindung ansehen, nicht die DirectAccess-Regeln.',
  'The negotiation under the identity of the user is still running: the intranet tunnel waits for the credentials of the user.':
    'Die Aushandlung unter der Identität des Benutzers läuft noch: der Intranettunnel wartet auf die Anmeldedaten des Benutzers.',
  'Wait some seconds.': 'Einige Sekunden warten.',
  'If it stays, sign in with a domain account and its current password.':
    'Bleibt es, mit einem Domänenkonto und dessen aktuellem Kennwort anmelden.',
  'One of two negotiations that ran side by side (AuthIP and IKEv1) was dropped.':
    'Eine von zwei nebeneinander laufenden Aushandlungen (AuthIP und IKEv1) wurde verworfen.',
  'This is no failure.': 'Das ist kein Fehler.',
  'The server drops requests from this address because there are too many: many clients behind one NAT.':
    'Der Server verwirft Anforderungen dieser Adresse, weil es zu viele sind: viele Clients hinter einem NAT.',
  'Look at the limits and the load of the server.': 'Die Grenzen und die Last des Servers ansehen.',
  'The peer was authenticated but is not allowed: with Network Access Protection the health certificate is missing; without it, the computer or user is not in an authorized group.':
    'Die Gegenseite wurde authentifiziert, ist aber nicht zugelassen: mit Network Access Protection fehlt das Integritätszertifikat; ohne es ist der Computer oder Benutzer in keiner zugelassenen Gruppe.',
  'The rule asks for a smart card (or one-time password) sign-in, and the user signed in otherwise: the token lacks This Organization Certificate.':
    'Die Regel verlangt eine Anmeldung mit Smartcard (oder Einmalkennwort), und der Benutzer hat sich anders angemeldet: dem Token fehlt This Organization Certificate.',
  'The peer was authenticated but is not allowed; other credentials, such as a smart card, may be.':
    'Die Gegenseite wurde authentifiziert, ist aber nicht zugelassen; andere Nachweise, etwa eine Smartcard, sind es vielleicht.',
  'The rule asks for a smart card sign-in, and the certificate of the card may not be mapped to the account.':
    'Die Regel verlangt eine Anmeldung mit Smartcard, und das Zertifikat der Karte ist vielleicht dem Konto nicht zugeordnet.',
  'Check how the certificate of the user maps to the account, and that its issuer is in the NTAuth store.':
    'Prüfen, wie das Zertifikat des Benutzers dem Konto zugeordnet ist und ob sein Aussteller im NTAuth-Speicher steht.',
  'A packet came for an association that is not there (event 4965): the peer still uses an old one after a restart or fail-over.':
    'Ein Paket kam für eine Zuordnung, die es nicht gibt (Ereignis 4965): die Gegenseite nutzt nach Neustart oder Failover noch eine alte.',
  'Delete the associations on the peer or wait for their end.':
    'Die Zuordnungen der Gegenseite löschen oder ihr Ende abwarten.',
  'A packet does not fit the association on which it came: the rules of both sides select different traffic.':
    'Ein Paket passt nicht zu der Zuordnung, auf der es kam: die Regeln beider Seiten wählen verschiedenen Verkehr.',
  'Compare the rules of both sides.': 'Die Regeln beider Seiten vergleichen.',
  'Packets came twice or out of order (events 4961 and 4962), as behind some load balancers.':
    'Pakete kamen doppelt oder außer der Reihe (Ereignisse 4961 und 4962), wie hinter manchen Load Balancern.',
  'Check the load balancer and the path for doubled packets.': 'Load Balancer und Weg auf verdoppelte Pakete prüfen.',
  'A protected packet was damaged or changed on the way (event 4960).':
    'Ein geschütztes Paket wurde unterwegs beschädigt oder verändert (Ereignis 4960).',
  'A packet came unprotected that should have been protected (event 4963): the peer does not use the tunnel.':
    'Ein Paket kam ungeschützt, das geschützt sein sollte (Ereignis 4963): die Gegenseite nutzt den Tunnel nicht.',
  'Check that the rules are active on the peer.': 'Prüfen, ob die Regeln auf der Gegenseite aktiv sind.',
  'A protected packet was dropped in authenticated firewall mode.':
    'Ein geschütztes Paket wurde im authentifizierten Firewallmodus verworfen.',
  'Windows itself says that this is benign.': 'Windows selbst nennt das gutartig.',
  'The protection against floods dropped a packet because a limit was reached.':
    'Der Schutz gegen Fluten verwarf ein Paket, weil eine Grenze erreicht war.',
  'Look at the load of the server, and raise the limits of its DoS protection if it is legitimate.':
    'Die Last des Servers ansehen und, wenn sie rechtmäßig ist, die Grenzen seines DoS-Schutzes anheben.',
  'The DoS protection of the server refused a packet: blocked by a rule, multicast, malformed, or of a keying module that is not allowed.':
    'Der DoS-Schutz des Servers lehnte ein Paket ab: von einer Regel gesperrt, Multicast, fehlerhaft, oder von einem nicht erlaubten Schlüsselmodul.',
  'Look at the DoS protection settings of the server.': 'Die DoS-Schutzeinstellungen des Servers ansehen.',
  'The DoS protection of the server knows no negotiation to which the packet belongs: the client sends data before IKE.':
    'Der DoS-Schutz des Servers kennt keine Aushandlung, zu der das Paket gehört: der Client sendet Daten vor IKE.',
  'Let the client build its tunnel anew: list its SAs, then try again.':
    'Den Client seinen Tunnel neu aufbauen lassen: seine SAs auflisten, dann noch einmal versuchen.',
  'The peer sent no certificate that IPsec could use.':
    'Die Gegenseite hat kein Zertifikat gesendet, das IPsec verwenden könnte.',
  'The computer ran out of memory.': 'Dem Computer ging der Speicher aus.',
  'Free memory or restart it, then try again.': 'Speicher freigeben oder neu starten, dann noch einmal versuchen.',
  'A part could not be encrypted.': 'Ein Teil ließ sich nicht verschlüsseln.',
  'A temporary state of a new beginning.': 'Ein vorübergehender Zustand eines Neubeginns.',
  'Windows itself says that it is no failure.': 'Windows selbst sagt, dass es kein Fehler ist.',
  'The key of the certificate is too short for the policy.':
    'Der Schlüssel des Zertifikats ist zu kurz für die Richtlinie.',
  'The two sides disagree about the methods of authentication.':
    'Die zwei Seiten sind sich über die Authentifizierungsverfahren uneins.',
  'A packet came on an association that had just ended.':
    'Ein Paket kam auf einer Zuordnung, die gerade geendet hatte.',
  'At a renewal that is harmless.': 'Bei einer Erneuerung ist das harmlos.',
  'The DoS protection is not enabled on this computer.': 'Der DoS-Schutz ist auf diesem Computer nicht aktiviert.',
  'That alone breaks no tunnel.': 'Das allein stört keinen Tunnel.',
  // parameter-meanings
  'It stands for the method of an authentication.': 'Es steht für das Verfahren einer Authentifizierung.',
  'It stands for the cipher of a negotiation.': 'Es steht für die Verschlüsselung einer Aushandlung.',
  'It stands for the integrity algorithm of a negotiation.':
    'Es steht für den Integritätsalgorithmus einer Aushandlung.',
  'It stands in FailurePoint.': 'Es steht in FailurePoint.',
  'It stands in State of a main mode: how far it came.': 'Es steht in State eines Main Mode: wie weit er kam.',
  'It stands in Role.': 'Es steht in Role.',
  'It stands in State of a quick mode: how far it came.': 'Es steht in State eines Quick Mode: wie weit er kam.',
  'It stands where a value is not known.': 'Es steht, wo ein Wert nicht bekannt ist.',
  'It stands in Mode.': 'Es steht in Mode.',
  'It stands in event 4646: the server defends itself against a flood.':
    'Es steht in Ereignis 4646: der Server wehrt eine Flut ab.',
  'It stands in ImpersonationState: whether the negotiation runs as the user.':
    'Es steht in ImpersonationState: ob die Aushandlung als der Benutzer läuft.',
  'It stands in State of an extended mode: how far it came.': 'Es steht in State eines Extended Mode: wie weit er kam.',
  'It stands in KeyModName.': 'Es steht in KeyModName.',
  'It stands where there is none.': 'Es steht, wo es keinen Wert gibt.',
  'It stands in DHGroup.': 'Es steht in DHGroup.',
  'It stands in State of an IKEv2 negotiation: how far it came.':
    'Es steht in State einer IKEv2-Aushandlung: wie weit sie kam.',
  'It stands for the audit subcategory (the task of an event).':
    'Es steht für die Überwachungsunterkategorie (die Aufgabe eines Ereignisses).',
  'It stands for the direction of traffic.': 'Es steht für die Richtung des Verkehrs.',
  'It stands for a profile of Windows Firewall.': 'Es steht für ein Profil der Windows-Firewall.',
  'It stands for the integrity algorithm of a quick mode SA.':
    'Es steht für den Integritätsalgorithmus einer Quick-Mode-SA.',
  'It stands for the algorithm of a quick mode SA.': 'Es steht für den Algorithmus einer Quick-Mode-SA.',
  'It stands for the mode of a quick mode SA.': 'Es steht für den Modus einer Quick-Mode-SA.',
  'It stands for the role in a quick mode SA.': 'Es steht für die Rolle in einer Quick-Mode-SA.',
  'It stands for the algorithm or mode of a quick mode SA.': 'Es steht für Algorithmus oder Modus einer Quick-Mode-SA.',
  'As the second authentication with a user it means the intranet tunnel.':
    'Als zweite Authentifizierung mit einem Benutzer bedeutet es den Intranettunnel.',
  'The failure arose on the computer that wrote the event.':
    'Der Fehler entstand auf dem Computer, der das Ereignis schrieb.',
  'The other side reported the failure, so its log has the reason.':
    'Die andere Seite meldete den Fehler, also steht der Grund in ihrem Protokoll.',
  'Nothing was sent: no rule matched, or there was no usable credential.':
    'Nichts wurde gesendet: keine Regel griff, oder es gab keinen verwendbaren Nachweis.',
  'The proposal was sent.': 'Der Vorschlag war gesendet.',
  'With a time-out behind it, UDP port 500 does not reach the endpoint, or the endpoint does not answer.':
    'Mit einer Zeitüberschreitung dahinter erreicht UDP-Port 500 den Endpunkt nicht, oder der Endpunkt antwortet nicht.',
  'Keys were exchanged.': 'Schlüssel waren ausgetauscht.',
  'Packets were lost on the way, or the authentication is about to fail.':
    'Pakete gingen unterwegs verloren, oder die Authentifizierung scheitert gleich.',
  'Credentials were exchanged, so one side refused the certificate or the account.':
    'Nachweise waren ausgetauscht, also lehnte eine Seite das Zertifikat oder das Konto ab.',
  'This computer began the negotiation, as the client does.':
    'Dieser Computer begann die Aushandlung, wie es der Client tut.',
  'This computer answered the negotiation, as the server does.':
    'Dieser Computer antwortete auf die Aushandlung, wie es der Server tut.',
  'Traffic selection or ciphers of the quick mode did not fit.':
    'Verkehrsauswahl oder Verschlüsselung des Quick Mode passten nicht.',
  'The quick mode was almost done when the peer broke it off.':
    'Der Quick Mode war fast vollzogen, als die Gegenseite abbrach.',
  'The NTLM or Kerberos exchange itself failed: no domain controller for the server, a broken computer account, or no ticket of the user.':
    'Der Austausch per NTLM oder Kerberos selbst ist gescheitert: kein Domänencontroller für den Server, ein defektes Computerkonto, oder kein Ticket des Benutzers.',
  'The authentication was right; with "not authorized" behind it, the authorization was refused.':
    'Die Authentifizierung war richtig; mit „not authorized“ dahinter wurde die Autorisierung abgelehnt.',
  'DirectAccess uses AuthIP, so another rule matched.': 'DirectAccess nutzt AuthIP, also griff eine andere Regel.',
  'It is the one that DirectAccess uses.': 'Es ist das, das DirectAccess nutzt.',
  'As the second authentication with a computer account it means the infrastructure tunnel.':
    'Als zweite Authentifizierung mit einem Computerkonto bedeutet es den Infrastrukturtunnel.',
  'A certificate as the second authentication means a health or user certificate.':
    'Ein Zertifikat als zweite Authentifizierung bedeutet ein Integritäts- oder Benutzerzertifikat.',
  'In the main mode of DirectAccess it means the computer certificate.':
    'Im Main Mode von DirectAccess bedeutet es das Computerzertifikat.',
  'A VPN uses it; DirectAccess uses AuthIP, so another rule matched.':
    'Ein VPN nutzt es; DirectAccess nutzt AuthIP, also griff eine andere Regel.',
  'In this profile the DirectAccess rules are not active.':
    'In diesem Profil sind die DirectAccess-Regeln nicht aktiv.',
  // teredo-words
  'Teredo works.': 'Teredo arbeitet.',
  'Teredo is enabled and idle.': 'Teredo ist aktiviert und untätig.',
  'Send something over IPv6, a ping to the endpoint, and look again.':
    'Etwas über IPv6 senden, einen Ping zum Endpunkt, und noch einmal ansehen.',
  'Teredo still finds out what kind of NAT it is behind.':
    'Teredo stellt noch fest, hinter welcher Art von NAT es ist.',
  'Wait some seconds and look again.': 'Einige Sekunden warten und noch einmal ansehen.',
  'Teredo does not work.': 'Teredo arbeitet nicht.',
  'The line "Error" says why; where IP-HTTPS is up, that is no failure.':
    'Die Zeile „Error“ sagt, warum; wo IP-HTTPS aktiv ist, ist das kein Fehler.',
  'Teredo is switched off by policy or by a command.': 'Teredo ist per Richtlinie oder Befehl ausgeschaltet.',
  'In a deployment with IP-HTTPS alone that is right.': 'In einer Bereitstellung nur mit IP-HTTPS ist das richtig.',
  'Teredo passes through this state.': 'Teredo durchläuft diesen Zustand.',
  'A domain controller is reachable, so Teredo must be of the type enterpriseclient: the policy lacks it, or the client is in the office network.':
    'Ein Domänencontroller ist erreichbar, also muss Teredo vom Typ enterpriseclient sein: der Richtlinie fehlt das, oder der Client ist im Firmennetz.',
  'UDP port 3544 is blocked on the way.': 'UDP-Port 3544 ist unterwegs gesperrt.',
  'IP-HTTPS takes over, so look at that adapter.': 'IP-HTTPS übernimmt, also diesen Adapter ansehen.',
  'The Teredo server that the policy names does not resolve.':
    'Der Teredo-Server, den die Richtlinie nennt, wird nicht aufgelöst.',
  'Correct it in the policy, or look at IP-HTTPS.': 'Ihn in der Richtlinie berichtigen, oder IP-HTTPS ansehen.',
  'Teredo cannot work behind this kind of NAT.': 'Teredo kann hinter dieser Art von NAT nicht arbeiten.',
  'The Teredo adapter is missing or disabled, as by DisabledComponents in the registry.':
    'Der Teredo-Adapter fehlt oder ist deaktiviert, etwa durch DisabledComponents in der Registrierung.',
  'The Teredo stack is damaged.': 'Teredo ist beschädigt.',
  'Restart the service iphlpsvc, then the computer.': 'Den Dienst iphlpsvc neu starten, dann den Computer.',
} as const satisfies Readonly<Record<string, string>>;
