/** German of what the codes of Windows' name, logon, file and certificate services, of IP-HTTPS, and the events of IPsec say of a tunnel. Long because those tables are. */
export const GERMAN_STATUSES = {
  // status-code-table
  'Something other than the DirectAccess listener answers on TCP port 443: a web server, a portal or a proxy.':
    'Auf TCP-Port 443 antwortet etwas anderes als DirectAccess: ein Webserver, ein Portal oder ein Proxy.',
  'Check who answers on TCP port 443 of the public name: a captive portal, a proxy, another web server.':
    'Prüfen, wer auf TCP-Port 443 des öffentlichen Namens antwortet: ein Anmeldeportal, ein Proxy, ein anderer Webserver.',
  'Remove doubled IP-HTTPS adapters in the Device Manager (show hidden devices), then restart the service iphlpsvc.':
    'Doppelte IP-HTTPS-Adapter im Geräte-Manager entfernen (ausgeblendete Geräte anzeigen), dann den Dienst iphlpsvc neu starten.',
  'The sign-in with a smart card (or one-time password) fails, and with it the second authentication.':
    'Die Anmeldung mit Smartcard (oder Einmalkennwort) scheitert, und mit ihr die zweite Authentifizierung.',
  'No error.': 'Kein Fehler.',
  'For nltest a domain controller was found; for IP-HTTPS it counts only beside the status "IPHTTPS interface active": a deactivated adapter shows 0 too.':
    'Bei nltest wurde ein Domänencontroller gefunden; bei IP-HTTPS zählt es nur neben dem Status „IPHTTPS interface active“: ein deaktivierter Adapter zeigt auch 0.',
  'The prompt was not elevated, or the account has no right there.':
    'Die Eingabeaufforderung hatte keine erhöhten Rechte, oder das Konto hat dort kein Recht.',
  'For net view the way to the server is free: the tunnel works.':
    'Bei net view ist der Weg zum Server frei: der Tunnel arbeitet.',
  'Run the command again in an elevated prompt, or take a share that the user may read.':
    'Den Befehl mit erhöhten Rechten wiederholen, oder eine Freigabe nehmen, die der Benutzer lesen darf.',
  'The command is not supported there.': 'Der Befehl wird dort nicht unterstützt.',
  'As the last error of IP-HTTPS: IPv6 or the adapter is disabled.':
    'Als letzter Fehler von IP-HTTPS: IPv6 oder der Adapter ist deaktiviert.',
  'The IP-HTTPS adapter could not be made: an old or doubled one is in its way, or the IPv6 adapters are disabled.':
    'Der IP-HTTPS-Adapter ließ sich nicht anlegen: ein alter oder doppelter ist im Weg, oder die IPv6-Adapter sind deaktiviert.',
  'The name was not resolved, or the host was not reached: name resolution through the infrastructure tunnel, the intranet tunnel, or a firewall on the way.':
    'Der Name wurde nicht aufgelöst oder der Host nicht erreicht: Namensauflösung durch den Infrastrukturtunnel, der Intranettunnel, oder eine Firewall auf dem Weg.',
  'A session broke: the tunnel comes and goes, or large packets are lost on the way.':
    'Eine Sitzung brach ab: der Tunnel kommt und geht, oder große Pakete gehen unterwegs verloren.',
  'Look when the SAs ended (events 4655 and 5452), and try a smaller MTU.':
    'Nachsehen, wann die SAs endeten (Ereignisse 4655 und 5452), und eine kleinere MTU versuchen.',
  'The host was reached and refuses the account.': 'Der Host wurde erreicht und lehnt das Konto ab.',
  'This is no failure of a tunnel.': 'Das ist kein Fehler eines Tunnels.',
  'Check the rights of the user on that server.': 'Die Rechte des Benutzers auf diesem Server prüfen.',
  'The host was reached, and has no share of that name.':
    'Der Host wurde erreicht und hat keine Freigabe dieses Namens.',
  'Name a share that exists.': 'Eine vorhandene Freigabe nennen.',
  'The server takes no more connections.': 'Der Server nimmt keine Verbindungen mehr an.',
  'Try again later, or another server.': 'Später noch einmal versuchen, oder einen anderen Server.',
  'As the last error of IP-HTTPS: its address, or the certificate bound on the server, is given wrongly.':
    'Als letzter Fehler von IP-HTTPS: seine Adresse oder das am Server gebundene Zertifikat ist falsch angegeben.',
  'Compare the IP-HTTPS address in the client policy with the one on the server.':
    'Die IP-HTTPS-Adresse in der Clientrichtlinie mit der auf dem Server vergleichen.',
  'Packets are lost below the file service: the path drops large ones, or the SA is gone.':
    'Unterhalb des Dateidienstes gehen Pakete verloren: der Weg verwirft große, oder die SA ist weg.',
  'As the last error of IP-HTTPS: the server did not answer in time.':
    'Als letzter Fehler von IP-HTTPS: der Server hat nicht rechtzeitig geantwortet.',
  'As the last error of IP-HTTPS: no usable certificate.':
    'Als letzter Fehler von IP-HTTPS: kein verwendbares Zertifikat.',
  'The name in the address is not the name in the certificate.':
    'Der Name in der Adresse ist nicht der Name im Zertifikat.',
  'As the last error of IP-HTTPS: it is still connecting.': 'Als letzter Fehler von IP-HTTPS: es verbindet noch.',
  'No network provider took the path: the name was not resolved, or the host was not reached.':
    'Kein Netzwerkanbieter nahm den Pfad an: der Name wurde nicht aufgelöst oder der Host nicht erreicht.',
  'As the last error of IP-HTTPS: its address is invalid, since an IP address stands where a public name must stand.':
    'Als letzter Fehler von IP-HTTPS: seine Adresse ist ungültig, denn eine IP-Adresse steht, wo ein öffentlicher Name stehen muss.',
  'There is a session with that server under another account.':
    'Mit diesem Server gibt es eine Sitzung unter einem anderen Konto.',
  'End it with net use /delete, then try again.': 'Sie mit net use /delete beenden, dann noch einmal versuchen.',
  'The Workstation service or the network is missing.': 'Der Arbeitsstationsdienst oder das Netz fehlt.',
  'Start the service LanmanWorkstation, and check the adapter.':
    'Den Dienst LanmanWorkstation starten und den Adapter prüfen.',
  'As the last error of IP-HTTPS: TCP port 443 refuses the connection, since its listener does not run or the NAT leads elsewhere.':
    'Als letzter Fehler von IP-HTTPS: TCP-Port 443 lehnt die Verbindung ab, weil dort nichts lauscht oder das NAT woandershin führt.',
  'There is no route: no IPv6 transition adapter is up, or its route is missing.':
    'Es gibt keine Route: kein IPv6-Übergangsadapter ist aktiv, oder seine Route fehlt.',
  'There is no route to that host: no IPv6 transition adapter is up, or the route is missing.':
    'Es gibt keine Route zu diesem Host: kein IPv6-Übergangsadapter ist aktiv, oder die Route fehlt.',
  'No domain controller was there for the authentication.': 'Für die Authentifizierung war kein Domänencontroller da.',
  'The name was resolved, and no logon server answered: the infrastructure tunnel is down, or its rule lacks the domain controllers.':
    'Der Name wurde aufgelöst, und kein Anmeldeserver antwortete: der Infrastrukturtunnel steht nicht, oder seiner Regel fehlen die Domänencontroller.',
  'The account does not exist.': 'Das Konto gibt es nicht.',
  'Check the name of the account, and that it was not deleted.':
    'Den Namen des Kontos prüfen, und ob es gelöscht wurde.',
  'The credentials are wrong, as after a change of the password.':
    'Die Anmeldedaten sind falsch, etwa nach einer Kennwortänderung.',
  'The intranet tunnel gets no Kerberos ticket.': 'Der Intranettunnel bekommt kein Kerberos-Ticket.',
  'The account of the user or the computer is disabled.': 'Das Konto des Benutzers oder Computers ist deaktiviert.',
  'Enable the account, or find out why it was disabled.':
    'Das Konto aktivieren, oder klären, warum es deaktiviert wurde.',
  'No domain controller was found: the DNS query was not answered through the infrastructure tunnel, or the IPv6-capable domain controllers lack their site-less records.':
    'Kein Domänencontroller wurde gefunden: die DNS-Abfrage blieb durch den Infrastrukturtunnel ohne Antwort, oder den IPv6-fähigen Domänencontrollern fehlen ihre standortlosen Einträge.',
  'Kerberos met another machine than it named: a doubled service name, or a host name that resolves to the address of another.':
    'Kerberos traf einen anderen Rechner als genannt: ein doppelter Dienstname, oder ein Hostname, der zur Adresse eines anderen führt.',
  'Check the service names (setspn -X) and the DNS record of that host.':
    'Die Dienstnamen (setspn -X) und den DNS-Eintrag dieses Hosts prüfen.',
  'The clocks differ by more than Kerberos allows (five minutes).':
    'Die Uhren weichen mehr voneinander ab, als Kerberos erlaubt (fünf Minuten).',
  'Set the clock: w32tm /resync.': 'Die Uhr stellen: w32tm /resync.',
  'Compare it: w32tm /stripchart /computer:DC.': 'Sie vergleichen: w32tm /stripchart /computer:DC.',
  'The IP-HTTPS adapter could not be installed: an old or doubled one is in its way, or the IPv6 adapters are disabled.':
    'Der IP-HTTPS-Adapter ließ sich nicht installieren: ein alter oder doppelter ist im Weg, oder die IPv6-Adapter sind deaktiviert.',
  'The name was resolved, and RPC did not answer: the tunnel is down, or a firewall stands between.':
    'Der Name wurde aufgelöst, und RPC antwortete nicht: der Tunnel steht nicht, oder eine Firewall ist dazwischen.',
  'A call broke in its middle: large packets are lost, or the tunnel went down.':
    'Ein Aufruf brach mittendrin ab: große Pakete gehen verloren, oder der Tunnel fiel aus.',
  'A call broke before it ran: the tunnel is down, or a firewall stands between.':
    'Ein Aufruf brach ab, bevor er lief: der Tunnel steht nicht, oder eine Firewall ist dazwischen.',
  'The host answers, but the service behind it does not run or is blocked.':
    'Der Host antwortet, aber der Dienst dahinter läuft nicht oder ist gesperrt.',
  'Check the firewall between the server and that host.': 'Die Firewall zwischen dem Server und diesem Host prüfen.',
  'The secure channel of the computer is broken, so the computer account fails in the second authentication of the infrastructure tunnel.':
    'Der sichere Kanal des Computers ist defekt, also scheitert das Computerkonto in der zweiten Authentifizierung des Infrastrukturtunnels.',
  'Repair it over a VPN or in the office: Test-ComputerSecureChannel -Repair, or join again.':
    'Ihn über ein VPN oder im Büro reparieren: Test-ComputerSecureChannel -Repair, oder neu beitreten.',
  'The domain has no account for this computer, so the second authentication of the infrastructure tunnel fails.':
    'Die Domäne hat kein Konto für diesen Computer, also scheitert die zweite Authentifizierung des Infrastrukturtunnels.',
  'Join the computer again, over a VPN or in the office.':
    'Den Computer neu beitreten lassen, über ein VPN oder im Büro.',
  'The trust between this computer and the domain is broken, so the second authentication of the infrastructure tunnel fails.':
    'Das Vertrauen zwischen diesem Computer und der Domäne ist defekt, also scheitert die zweite Authentifizierung des Infrastrukturtunnels.',
  'No domain controller was found through the tunnel.': 'Durch den Tunnel wurde kein Domänencontroller gefunden.',
  'There is no such connection to end.': 'Eine solche Verbindung zum Beenden gibt es nicht.',
  'net view without a server needs the Browser service.': 'net view ohne Server braucht den Computerbrowserdienst.',
  'Name a server: net view \\\\SERVER.': 'Einen Server nennen: net view \\\\SERVER.',
  'As the last error of IP-HTTPS: there is no IPv4 route to the server.':
    'Als letzter Fehler von IP-HTTPS: es gibt keine IPv4-Route zum Server.',
  'Check that the client reaches the Internet.': 'Prüfen, ob der Client das Internet erreicht.',
  'As the last error of IP-HTTPS: the connection was reset, as TLS inspection, a proxy or a load balancer does.':
    'Als letzter Fehler von IP-HTTPS: die Verbindung wurde zurückgesetzt, wie es TLS-Prüfung, ein Proxy oder ein Load Balancer tut.',
  'As the last error of IP-HTTPS: TCP port 443 does not answer.':
    'Als letzter Fehler von IP-HTTPS: TCP-Port 443 antwortet nicht.',
  'A firewall, a NAT, a wrong public DNS record, or the server is off.':
    'Eine Firewall, ein NAT, ein falscher öffentlicher DNS-Eintrag, oder der Server ist aus.',
  'As the last error of IP-HTTPS: the connection was refused.':
    'Als letzter Fehler von IP-HTTPS: die Verbindung wurde abgelehnt.',
  'The public name may resolve to the wrong address inside the tunnel (split DNS), or the listener does not run.':
    'Der öffentliche Name führt im Tunnel vielleicht zur falschen Adresse (geteiltes DNS), oder dort lauscht nichts.',
  'As the last error of IP-HTTPS: there is no IPv4 route to the host.':
    'Als letzter Fehler von IP-HTTPS: es gibt keine IPv4-Route zum Host.',
  'As the last error of IP-HTTPS: the public name was not found, or a proxy is set on the client although the name resolves.':
    'Als letzter Fehler von IP-HTTPS: der öffentliche Name wurde nicht gefunden, oder am Client ist ein Proxy eingestellt, obwohl der Name aufgelöst wird.',
  'As the last error of IP-HTTPS: the name server did not answer this time, or a proxy is set on the client.':
    'Als letzter Fehler von IP-HTTPS: der Namensserver hat diesmal nicht geantwortet, oder am Client ist ein Proxy eingestellt.',
  'As the last error of IP-HTTPS: the name has no address, a proxy is set on the client, or the server has IP-HTTPS disabled.':
    'Als letzter Fehler von IP-HTTPS: der Name hat keine Adresse, am Client ist ein Proxy eingestellt, oder der Server hat IP-HTTPS deaktiviert.',
  'As the last error of IP-HTTPS: the server or a load balancer asks for a client certificate that the client does not have.':
    'Als letzter Fehler von IP-HTTPS: der Server oder ein Load Balancer verlangt ein Clientzertifikat, das der Client nicht hat.',
  'The second authentication sent what the other side could not use.':
    'Die zweite Authentifizierung sandte, was die andere Seite nicht nutzen konnte.',
  'The second authentication was refused: a wrong password or a disabled account.':
    'Die zweite Authentifizierung wurde abgelehnt: ein falsches Kennwort oder ein deaktiviertes Konto.',
  'There were no credentials for the second authentication.':
    'Für die zweite Authentifizierung gab es keine Anmeldedaten.',
  'No domain controller was there for the second authentication.':
    'Für die zweite Authentifizierung war kein Domänencontroller da.',
  'The other machine is not the one that was named: a certificate or service name of another host.':
    'Der andere Rechner ist nicht der genannte: Zertifikat oder Dienstname eines anderen Hosts.',
  'The clocks of both sides differ too much.': 'Die Uhren beider Seiten weichen zu sehr voneinander ab.',
  'The certificate of the TLS server chains to a root that this computer does not trust.':
    'Das Zertifikat des TLS-Servers führt zu einem Stamm, dem dieser Computer nicht vertraut.',
  'The TLS handshake broke: a load balancer asks for client certificates wrongly, or no common cipher is enabled.':
    'Der TLS-Handshake brach ab: ein Load Balancer verlangt fälschlich Clientzertifikate, oder keine gemeinsame Verschlüsselung ist aktiviert.',
  'The other side could not process the certificate in the TLS handshake.':
    'Die andere Seite konnte das Zertifikat im TLS-Handshake nicht verarbeiten.',
  'The certificate in the TLS handshake is out of its time.':
    'Das Zertifikat im TLS-Handshake ist abgelaufen oder noch nicht gültig.',
  'Client and server have no common TLS cipher.': 'Client und Server haben keine gemeinsame TLS-Verschlüsselung.',
  "The revocation of the smart card's certificate cannot be checked.":
    'Die Sperrung des Smartcard-Zertifikats lässt sich nicht prüfen.',
  'Make the CRL distribution points of the card reachable for the domain controllers.':
    'Die Sperrlisten-Verteilungspunkte der Karte für die Domänencontroller erreichbar machen.',
  "The revocation of the domain controller's certificate cannot be checked.":
    'Die Sperrung des Zertifikats des Domänencontrollers lässt sich nicht prüfen.',
  'Make the CRL distribution points of that certificate reachable for the client.':
    'Die Sperrlisten-Verteilungspunkte dieses Zertifikats für den Client erreichbar machen.',
  "The issuer of the domain controller's certificate is not trusted.":
    'Dem Aussteller des Zertifikats des Domänencontrollers wird nicht vertraut.',
  'Bring the issuer into the NTAuth store and the trusted roots.':
    'Den Aussteller in den NTAuth-Speicher und zu den vertrauten Stämmen bringen.',
  'The certificate of the domain controller is out of its time.':
    'Das Zertifikat des Domänencontrollers ist abgelaufen oder noch nicht gültig.',
  'Renew the certificate of the domain controller.': 'Das Zertifikat des Domänencontrollers erneuern.',
  'The certificate of the domain controller is revoked.': 'Das Zertifikat des Domänencontrollers ist gesperrt.',
  'Enrol a new certificate for the domain controller.': 'Ein neues Zertifikat für den Domänencontroller beziehen.',
  'The certificate, its key or another object was not found in the store.':
    'Das Zertifikat, sein Schlüssel oder ein anderes Objekt wurde im Speicher nicht gefunden.',
  'No certificate of the store fits what was asked for.': 'Kein Zertifikat des Speichers passt zum Verlangten.',
  'The certificate is revoked.': 'Das Zertifikat ist gesperrt.',
  'Revocation could not be checked: the certificate names no place to ask, or none that can be used.':
    'Die Sperrung ließ sich nicht prüfen: das Zertifikat nennt keine Stelle dafür, oder keine nutzbare.',
  'The revocation list could not be fetched, or is out of its time.':
    'Die Sperrliste ließ sich nicht abrufen oder ist abgelaufen.',
  'IP-HTTPS on Windows 7 and strong checking of IPsec fail for that; Windows 8 and later do not check it for IP-HTTPS.':
    'IP-HTTPS unter Windows 7 und die strenge Prüfung von IPsec scheitern daran; ab Windows 8 wird das für IP-HTTPS nicht geprüft.',
  'The revocation service (OCSP) does not know the certificate.': 'Der Sperrdienst (OCSP) kennt das Zertifikat nicht.',
  'Check that the OCSP responder serves the authority that issued the certificate.':
    'Prüfen, ob der OCSP-Responder die ausstellende Stelle bedient.',
  'The signature of the certificate is invalid: it is damaged, or its issuer is another one.':
    'Die Signatur des Zertifikats ist ungültig: es ist beschädigt, oder sein Aussteller ist ein anderer.',
  'HTTP status 400 (bad request).': 'HTTP-Status 400 (fehlerhafte Anforderung).',
  'HTTP status 401 (not authorized).': 'HTTP-Status 401 (nicht angemeldet).',
  'HTTP status 403 (forbidden).': 'HTTP-Status 403 (verboten).',
  'HTTP status 404 (not found), so there is no IP-HTTPS path.':
    'HTTP-Status 404 (nicht gefunden), also gibt es keinen IP-HTTPS-Pfad.',
  'HTTP status 407: a proxy between client and server asks for authentication, which IP-HTTPS does not give it.':
    'HTTP-Status 407: ein Proxy zwischen Client und Server verlangt eine Anmeldung, die IP-HTTPS ihm nicht gibt.',
  'HTTP status 500 (internal error).': 'HTTP-Status 500 (interner Fehler).',
  'HTTP status 503: nothing listens for the IP-HTTPS address on the server that answers.':
    'HTTP-Status 503: auf dem antwortenden Server lauscht nichts auf die IP-HTTPS-Adresse.',
  'On the server: netsh interface httpstunnel show interfaces, and netsh http show servicestate.':
    'Auf dem Server: netsh interface httpstunnel show interfaces und netsh http show servicestate.',
  'A certificate is out of its time, or the clock of the checking computer is wrong.':
    'Ein Zertifikat ist abgelaufen oder noch nicht gültig, oder die Uhr des prüfenden Computers geht falsch.',
  'A certificate of the chain is valid longer than its issuer.':
    'Ein Zertifikat der Kette gilt länger als sein Aussteller.',
  'Issue the certificate again from the present authority.': 'Das Zertifikat von der heutigen Stelle neu ausstellen.',
  'A certificate is used for what its authority does not allow.':
    'Ein Zertifikat wird für etwas benutzt, das seine Stelle nicht erlaubt.',
  'The chain ends in a root that the computer does not trust, as after a renewed self-signed certificate, or an offline join without the root.':
    'Die Kette endet in einem Stamm, dem der Computer nicht vertraut, etwa nach einem erneuerten selbstsignierten Zertifikat oder einem Offlinebeitritt ohne den Stamm.',
  'No chain leads to a trusted root: an intermediate certificate is missing.':
    'Keine Kette führt zu einem vertrauten Stamm: ein Zwischenzertifikat fehlt.',
  'The certificate is not trusted, and Windows does not say why.':
    'Dem Zertifikat wird nicht vertraut, und Windows sagt nicht, warum.',
  'The certificate was revoked by its issuer.': 'Das Zertifikat wurde von seinem Aussteller gesperrt.',
  'The revocation check could not be finished.': 'Die Sperrprüfung ließ sich nicht abschließen.',
  'The name in the certificate is not the name that was asked for: a wrong certificate, or a NAT that leads to another server.':
    'Der Name im Zertifikat ist nicht der verlangte: ein falsches Zertifikat, oder ein NAT, das zu einem anderen Server führt.',
  'The certificate lacks the usage that is asked for (Server Authentication for IP-HTTPS).':
    'Dem Zertifikat fehlt die verlangte Verwendung (Serverauthentifizierung für IP-HTTPS).',
  'The certificate, or one of its chain, is in the store of distrusted ones.':
    'Das Zertifikat oder eines seiner Kette steht im Speicher der nicht vertrauten.',
  'Find out why it stands in the store Disallowed.': 'Klären, warum es im Speicher Disallowed steht.',
  'An authority of the chain is not trusted by policy, as one that is not in the NTAuth store.':
    'Einer Stelle der Kette wird laut Richtlinie nicht vertraut, etwa weil sie nicht im NTAuth-Speicher steht.',
  // ipsec-event-table
  'The packet was changed or damaged on the way: a proxy, NAT or load balancer, or a path that drops large packets.':
    'Das Paket wurde unterwegs verändert oder beschädigt: ein Proxy, NAT oder Load Balancer, oder ein Weg, der große Pakete verwirft.',
  'It is about an IPsec policy of the old kind, which stands beside the DirectAccess rules and may be in conflict with them.':
    'Es geht um eine IPsec-Richtlinie alter Art, die neben den DirectAccess-Regeln steht und ihnen widersprechen kann.',
  'It tells of a change in the filtering platform, seldom of a tunnel; compare its time with the first failure.':
    'Es meldet eine Änderung der Filterplattform, selten einen Tunnel; seine Zeit mit dem ersten Fehler vergleichen.',
  'A main mode failed (trace of the filtering platform).':
    'Ein Main Mode ist gescheitert (Ablaufverfolgung der Filterplattform).',
  'A quick mode failed (trace of the filtering platform).':
    'Ein Quick Mode ist gescheitert (Ablaufverfolgung der Filterplattform).',
  'An extended mode failed (trace of the filtering platform).':
    'Ein Extended Mode ist gescheitert (Ablaufverfolgung der Filterplattform).',
  'It is the twin of {0} that carries the code of the failure as a number, in every language.':
    'Es ist der Zwilling von {0}, der den Code des Fehlers als Zahl trägt, in jeder Sprache.',
  'It is the twin of {0#} and {1#} that carries the code of the failure as a number, in every language.':
    'Es ist der Zwilling von {0} und {1}, der den Code des Fehlers als Zahl trägt, in jeder Sprache.',
  'IKE/AuthIP DoS prevention started or stopped.': 'Der DoS-Schutz von IKE/AuthIP begann oder endete.',
  'The server defends itself against a flood of negotiations; new ones may be challenged or dropped.':
    'Der Server wehrt eine Flut von Aushandlungen ab; neue können geprüft oder verworfen werden.',
  'A main mode SA was established without extended mode and without a certificate.':
    'Eine Main-Mode-SA entstand ohne Extended Mode und ohne Zertifikat.',
  'A DirectAccess client with certificates does not make one: another IPsec policy matched.':
    'Ein DirectAccess-Client mit Zertifikaten macht keine solche: eine andere IPsec-Richtlinie hat gegriffen.',
  'A main mode SA was established without extended mode, with a certificate.':
    'Eine Main-Mode-SA entstand ohne Extended Mode, mit Zertifikat.',
  'It has no second authentication, so it proves no DirectAccess tunnel: a VPN, or a rule that lost its second authentication.':
    'Sie hat keine zweite Authentifizierung, belegt also keinen DirectAccess-Tunnel: ein VPN, oder eine Regel, die ihre zweite Authentifizierung verloren hat.',
  'A main mode negotiation failed, with certificates.': 'Eine Main-Mode-Aushandlung mit Zertifikaten ist gescheitert.',
  'The exchange of certificates was reached, in either tunnel.':
    'Der Austausch der Zertifikate war erreicht, in einem der Tunnel.',
  'The event names the reason, and which certificate was picked on each side.':
    'Das Ereignis nennt den Grund, und welches Zertifikat jede Seite nahm.',
  'A main mode negotiation failed.': 'Eine Main-Mode-Aushandlung ist gescheitert.',
  'It failed before certificates were exchanged, in either tunnel: a time-out, no policy, or no certificate.':
    'Sie scheiterte vor dem Austausch der Zertifikate, in einem der Tunnel: Zeitüberschreitung, keine Richtlinie oder kein Zertifikat.',
  'The event names the reason.': 'Das Ereignis nennt den Grund.',
  'A quick mode negotiation failed.': 'Eine Quick-Mode-Aushandlung ist gescheitert.',
  'The main mode SA is there; traffic selection or ciphers do not fit, or the peer deleted it.':
    'Die Main-Mode-SA ist da; Verkehrsauswahl oder Verschlüsselung passen nicht, oder die Gegenseite hat sie gelöscht.',
  'It is logged only where IPsec Quick Mode is audited.':
    'Es wird nur protokolliert, wo IPsec Quick Mode überwacht wird.',
  'A main mode SA ended.': 'Eine Main-Mode-SA endete.',
  'Many short ones mean that the transition adapter comes and goes.':
    'Viele kurze bedeuten, dass der Übergangsadapter kommt und geht.',
  'IPsec dropped an inbound packet that failed an integrity check.':
    'IPsec verwarf ein eingehendes Paket, dessen Integritätsprüfung scheiterte.',
  'IPsec dropped an inbound packet that failed a replay check.':
    'IPsec verwarf ein eingehendes Paket, das doppelt kam.',
  'Packets came twice or out of order, as behind some load balancers.':
    'Pakete kamen doppelt oder außer der Reihe, wie hinter manchen Load Balancern.',
  'IPsec dropped an inbound clear text packet that should have been secured.':
    'IPsec verwarf ein eingehendes Klartextpaket, das geschützt sein sollte.',
  'The peer sends outside of the tunnel: its rules are inactive, or those of both sides disagree.':
    'Die Gegenseite sendet außerhalb des Tunnels: ihre Regeln sind nicht aktiv, oder die beider Seiten widersprechen sich.',
  'IPsec received a packet with an incorrect Security Parameter Index.':
    'IPsec erhielt ein Paket mit falschem Security Parameter Index.',
  'The peer still uses an old SA, as after a restart or fail-over of the server.':
    'Die Gegenseite nutzt noch eine alte SA, etwa nach Neustart oder Failover des Servers.',
  'It ends when the SA is deleted or goes idle.': 'Das endet, wenn die SA gelöscht wird oder ruht.',
  'An invalid negotiation packet was received (main, quick or extended mode).':
    'Ein ungültiges Aushandlungspaket kam an (Main, Quick oder Extended Mode).',
  'Main mode and extended mode SAs were established, without certificates.':
    'Main-Mode- und Extended-Mode-SAs entstanden, ohne Zertifikate.',
  'This is the success of the one tunnel of a Kerberos proxy deployment.':
    'Das ist der Erfolg des einen Tunnels einer Bereitstellung mit Kerberos-Proxy.',
  'Main mode and extended mode SAs were established, the extended mode with a certificate.':
    'Main-Mode- und Extended-Mode-SAs entstanden, der Extended Mode mit Zertifikat.',
  'It is a success under a rule whose second authentication is a certificate.':
    'Das ist ein Erfolg unter einer Regel, deren zweite Authentifizierung ein Zertifikat ist.',
  'Main mode and extended mode SAs were established, the main mode with a certificate.':
    'Main-Mode- und Extended-Mode-SAs entstanden, der Main Mode mit Zertifikat.',
  'This is the normal success: NTLMv2 with the computer account is the infrastructure tunnel, Kerberos with the user the intranet tunnel.':
    'Das ist der normale Erfolg: NTLMv2 mit dem Computerkonto ist der Infrastrukturtunnel, Kerberos mit dem Benutzer der Intranettunnel.',
  'Main mode and extended mode SAs were established, both with certificates.':
    'Main-Mode- und Extended-Mode-SAs entstanden, beide mit Zertifikaten.',
  'It is a success under a rule with a health or user certificate.':
    'Das ist ein Erfolg unter einer Regel mit Integritäts- oder Benutzerzertifikat.',
  'An extended mode negotiation failed, with a certificate; the main mode SA was deleted.':
    'Eine Extended-Mode-Aushandlung mit Zertifikat ist gescheitert; die Main-Mode-SA wurde gelöscht.',
  'The second authentication failed (a health or user certificate).':
    'Die zweite Authentifizierung ist gescheitert (ein Integritäts- oder Benutzerzertifikat).',
  'Its main mode SA goes with it, so the listing looks empty afterwards.':
    'Ihre Main-Mode-SA geht mit, also sieht die Liste danach leer aus.',
  'An extended mode negotiation failed; the main mode SA was deleted.':
    'Eine Extended-Mode-Aushandlung ist gescheitert; die Main-Mode-SA wurde gelöscht.',
  'The second authentication failed: with a computer account (PC$) that of the infrastructure tunnel, with a user that of the intranet tunnel.':
    'Die zweite Authentifizierung ist gescheitert: mit einem Computerkonto (PC$) die des Infrastrukturtunnels, mit einem Benutzer die des Intranettunnels.',
  'The listing of SAs looks empty afterwards.': 'Die Liste der SAs sieht danach leer aus.',
  'An authentication set was added, modified or deleted.':
    'Ein Authentifizierungssatz wurde hinzugefügt, geändert oder gelöscht.',
  'The rules changed.': 'Die Regeln haben sich geändert.',
  'Compare its time with the first failure.': 'Seine Zeit mit dem ersten Fehler vergleichen.',
  'A connection security rule was added, modified or deleted.':
    'Eine Verbindungssicherheitsregel wurde hinzugefügt, geändert oder gelöscht.',
  'A crypto set was added, modified or deleted.': 'Ein Kryptografiesatz wurde hinzugefügt, geändert oder gelöscht.',
  'The proposals of the rules changed.': 'Die Vorschläge der Regeln haben sich geändert.',
  'An IPsec SA was deleted.': 'Eine IPsec-SA wurde gelöscht.',
  'An SA came to its end, or was deleted by a person or a script.':
    'Eine SA kam an ihr Ende, oder ein Mensch oder Skript löschte sie.',
  'A callout, filter, provider, context or sub-layer of the filtering platform was there or changed.':
    'Ein Callout, Filter, Anbieter, Kontext oder eine Unterschicht der Filterplattform war da oder änderte sich.',
  'A quick mode SA was established.': 'Eine Quick-Mode-SA entstand.',
  'The tunnel to its tunnel endpoint is up.': 'Der Tunnel zu ihrem Tunnelendpunkt steht.',
  'A quick mode SA ended.': 'Eine Quick-Mode-SA endete.',
  'It is the end of a 5451.': 'Das ist das Ende eines 5451.',
  'A negotiation failed because the IKE and AuthIP service (IKEEXT) is not started.':
    'Eine Aushandlung ist gescheitert, weil der Dienst für IKE und AuthIP (IKEEXT) nicht gestartet ist.',
  'The service IKEEXT is stopped or disabled on this computer, so no tunnel can come up.':
    'Der Dienst IKEEXT ist auf diesem Computer beendet oder deaktiviert, also kann kein Tunnel entstehen.',
  'A legacy IPsec policy was applied (from Active Directory, its cache, or the registry).':
    'Eine IPsec-Richtlinie alter Art wurde angewandt (aus Active Directory, seinem Zwischenspeicher oder der Registrierung).',
  'A legacy IPsec policy, or some of its rules, could not be applied.':
    'Eine IPsec-Richtlinie alter Art, oder einige ihrer Regeln, ließ sich nicht anwenden.',
  'The legacy IPsec policy was looked for again, or loaded again.':
    'Die IPsec-Richtlinie alter Art wurde neu gesucht oder neu geladen.',
  'Active Directory could not be reached for the legacy IPsec policy; the cached copy is used.':
    'Active Directory war für die IPsec-Richtlinie alter Art nicht erreichbar; die zwischengespeicherte gilt.',
  'The computer did not reach a domain controller at that time.':
    'Der Computer erreichte zu dieser Zeit keinen Domänencontroller.',
  'The legacy IPsec policy was loaded from its store, or could not be.':
    'Die IPsec-Richtlinie alter Art wurde aus ihrem Speicher geladen, oder ließ sich nicht laden.',
  'A quick mode filter could not be added.': 'Ein Quick-Mode-Filter ließ sich nicht anlegen.',
  'Two rules are in conflict.': 'Zwei Regeln widersprechen sich.',
  'The IPsec Policy Agent service started.': 'Der Dienst IPsec-Richtlinien-Agent wurde gestartet.',
  'The service PolicyAgent runs.': 'Der Dienst PolicyAgent läuft.',
  'The IPsec Policy Agent service stopped.': 'Der Dienst IPsec-Richtlinien-Agent wurde beendet.',
  'The service PolicyAgent is stopped; see that hardening did not disable it.':
    'Der Dienst PolicyAgent ist beendet; prüfen, ob eine Härtung ihn deaktiviert hat.',
  'The IPsec Policy Agent could not list the network interfaces, or not use a new one.':
    'Der IPsec-Richtlinien-Agent konnte die Netzwerkschnittstellen nicht auflisten oder eine neue nicht nutzen.',
  'An adapter came or went (docking, a dongle), and its filters are not complete.':
    'Ein Adapter kam oder ging (Dock, Dongle), und seine Filter sind nicht vollständig.',
  'The IPsec Policy Agent could not start, or shut down after a critical failure.':
    'Der IPsec-Richtlinien-Agent konnte nicht starten, oder endete nach einem schweren Fehler.',
  'The service PolicyAgent does not run, so no rule is active.':
    'Der Dienst PolicyAgent läuft nicht, also ist keine Regel aktiv.',
} as const satisfies Readonly<Record<string, string>>;
