/** German titles and remedies of causes, by family as in the analyzers. */
export const GERMAN_CAUSES = {
  // policy
  'This edition of Windows has no DirectAccess.': 'Diese Windows-Edition hat kein DirectAccess.',
  'Install an edition that has it: Windows 7 Ultimate or Enterprise, Windows 8 or later Enterprise, Windows 10 or 11 Education.':
    'Eine Edition installieren, die es hat: Windows 7 Ultimate oder Enterprise, ab Windows 8 Enterprise, Windows 10 oder 11 Education.',
  'Windows Firewall is off, so no connection security rule is active.':
    'Die Windows-Firewall ist aus, also ist keine Verbindungssicherheitsregel aktiv.',
  'Turn Windows Firewall on for the private and the public profile: netsh advfirewall set allprofiles state on.':
    'Die Windows-Firewall für das private und das öffentliche Profil einschalten: netsh advfirewall set allprofiles state on.',
  'If a policy or another security product turned it off, change that there.':
    'Hat eine Richtlinie oder ein anderes Sicherheitsprodukt sie ausgeschaltet, es dort ändern.',
  'A service that IPsec needs is not running.': 'Ein Dienst, den IPsec braucht, läuft nicht.',
  'Start the service and set it to start by itself.': 'Den Dienst starten und auf automatischen Start stellen.',
  'If a hardening policy disabled it, change that policy.':
    'Hat eine Härtungsrichtlinie ihn deaktiviert, diese Richtlinie ändern.',
  'The DirectAccess client policy is not applied to this computer.':
    'Die DirectAccess-Clientrichtlinie ist auf diesem Computer nicht angewandt.',
  'Add the computer account to a security group that the DirectAccess client policy is filtered to, and check its WMI filter.':
    'Das Computerkonto in eine Sicherheitsgruppe aufnehmen, auf die die DirectAccess-Clientrichtlinie gefiltert ist, und ihren WMI-Filter prüfen.',
  'Run gpupdate /force while the client is in the office network or on a VPN, then restart it.':
    'gpupdate /force ausführen, während der Client im Firmennetz oder im VPN ist, dann neu starten.',
  'The DirectAccess rules were received but are not active.':
    'Die DirectAccess-Regeln sind angekommen, aber nicht aktiv.',
  'Check that no attached network is in the domain profile and that Windows Firewall is on for the private and public profiles.':
    'Prüfen, dass kein verbundenes Netz im Domänenprofil und die Windows-Firewall für das private und öffentliche Profil an ist.',
  'A network is in the domain profile, where the DirectAccess rules are not active.':
    'Ein Netz ist im Domänenprofil, in dem die DirectAccess-Regeln nicht aktiv sind.',
  'Disconnect any remote access VPN.': 'Jedes Einwahl-VPN trennen.',
  'If no VPN is connected, block the way from the Internet to the domain controller that the client found.':
    'Ist kein VPN verbunden, den Weg aus dem Internet zum gefundenen Domänencontroller sperren.',
  'The client takes itself to be inside although it is outside, so no tunnel is tried.':
    'Der Client hält sich für innen, obwohl er außen ist, also wird kein Tunnel versucht.',
  'Publish the network location server inside only: its address must not answer from the Internet.':
    'Den Network Location Server nur innen veröffentlichen: seine Adresse darf aus dem Internet nicht antworten.',
  'The client takes itself to be outside although it is in the office network.':
    'Der Client hält sich für außen, obwohl er im Firmennetz ist.',
  'Check that the network location server answers over HTTPS inside, that its certificate is valid and that its revocation list can be reached.':
    'Prüfen, dass der Network Location Server innen über HTTPS antwortet, sein Zertifikat gültig und dessen Sperrliste erreichbar ist.',
  'The user chose local name resolution, so the DirectAccess name rules are switched off.':
    'Der Benutzer hat lokale Namensauflösung gewählt, also sind die DirectAccess-Namensregeln ausgeschaltet.',
  'Choose Connect in the DirectAccess entry of the network list.':
    'Im DirectAccess-Eintrag der Netzwerkliste Verbinden wählen.',
  'Kerberos through the KDC proxy of the server failed.': 'Kerberos über den KDC-Proxy des Servers ist gescheitert.',
  'Check the certificate of the IP-HTTPS name on the server: the KDC proxy uses it too.':
    'Das Zertifikat des IP-HTTPS-Namens auf dem Server prüfen: der KDC-Proxy nutzt es auch.',
  'Restart the service kpssvc on the server.': 'Den Dienst kpssvc auf dem Server neu starten.',
  // path
  'No IPv6 transition adapter is up.': 'Kein IPv6-Übergangsadapter ist aktiv.',
  'Check that the IP Helper service runs and that the policy names an IP-HTTPS address.':
    'Prüfen, dass der Dienst IP Helper läuft und die Richtlinie eine IP-HTTPS-Adresse nennt.',
  'The IP-HTTPS server does not answer on TCP port 443.': 'Der IP-HTTPS-Server antwortet nicht auf TCP-Port 443.',
  'From the client, check TCP port 443 of the public name: Test-NetConnection {0} -Port 443.':
    'Vom Client aus TCP-Port 443 des öffentlichen Namens prüfen: Test-NetConnection {0} -Port 443.',
  'Check the firewall and the NAT rule in front of the server, and the public DNS record.':
    'Die Firewall und die NAT-Regel vor dem Server prüfen, und den öffentlichen DNS-Eintrag.',
  'The IP-HTTPS certificate of the server is out of its time.':
    'Das IP-HTTPS-Zertifikat des Servers ist abgelaufen oder noch nicht gültig.',
  'Renew the certificate on the server and bind it to IP-HTTPS again.':
    'Das Zertifikat auf dem Server erneuern und wieder an IP-HTTPS binden.',
  'If only one client sees this, check its clock.': 'Sieht das nur ein Client, seine Uhr prüfen.',
  'The client does not trust the issuer of the IP-HTTPS certificate.':
    'Der Client vertraut dem Aussteller des IP-HTTPS-Zertifikats nicht.',
  'Import the issuing root certificate into the computer store of the client, then restart the IP Helper service.':
    'Das ausstellende Stammzertifikat in den Computerspeicher des Clients importieren, dann den Dienst IP Helper neu starten.',
  'The revocation of the IP-HTTPS certificate cannot be checked, or it is revoked.':
    'Die Sperrung des IP-HTTPS-Zertifikats lässt sich nicht prüfen, oder es ist gesperrt.',
  'Publish the certificate revocation list where clients on the Internet reach it, and see that it is not expired.':
    'Die Sperrliste dort veröffentlichen, wo Clients im Internet sie erreichen, und prüfen, dass sie nicht abgelaufen ist.',
  'A proxy on the client keeps IP-HTTPS from the server.': 'Ein Proxy auf dem Client hält IP-HTTPS vom Server fern.',
  'Remove the proxy for this connection: netsh winhttp reset proxy.':
    'Den Proxy für diese Verbindung entfernen: netsh winhttp reset proxy.',
  'Restart the IP Helper service.': 'Den Dienst IP Helper neu starten.',
  'The public name of the IP-HTTPS server does not resolve, or does not fit its certificate.':
    'Der öffentliche Name des IP-HTTPS-Servers wird nicht aufgelöst oder passt nicht zu seinem Zertifikat.',
  'Check that the public name resolves on the client, and that the name table exempts it from the tunnel.':
    'Prüfen, dass der öffentliche Name auf dem Client aufgelöst wird und die Namenstabelle ihn vom Tunnel ausnimmt.',
  'Check that the certificate on the server carries exactly this name.':
    'Prüfen, dass das Zertifikat auf dem Server genau diesen Namen trägt.',
  'The TLS handshake with the IP-HTTPS server fails.': 'Der TLS-Handshake mit dem IP-HTTPS-Server scheitert.',
  'Let the load balancer or firewall pass TLS through untouched to the DirectAccess server.':
    'TLS vom Load Balancer oder der Firewall unverändert zum DirectAccess-Server durchlassen.',
  '6to4 is up, but protocol 41 does not pass.': '6to4 ist aktiv, aber Protokoll 41 kommt nicht durch.',
  'Disable 6to4 on the client: netsh interface 6to4 set state disabled.':
    '6to4 auf dem Client deaktivieren: netsh interface 6to4 set state disabled.',
  'IP-HTTPS then takes over.': 'Dann übernimmt IP-HTTPS.',
  'IPv6 or its tunnel adapters are disabled by DisabledComponents.':
    'IPv6 oder seine Tunneladapter sind durch DisabledComponents deaktiviert.',
  'Remove the value DisabledComponents under Tcpip6\\Parameters or set it to 0, then restart the client.':
    'Den Wert DisabledComponents unter Tcpip6\\Parameters entfernen oder auf 0 setzen, dann den Client neu starten.',
  'The tunnel endpoint does not answer.': 'Der Tunnelendpunkt antwortet nicht.',
  'On the server, check that Windows Firewall is on, that IPv6 forwarding is on, and that the route to the clients is published.':
    'Auf dem Server prüfen, dass die Windows-Firewall und die IPv6-Weiterleitung an sind und die Route zu den Clients veröffentlicht ist.',
  'The server does not route between the clients and itself.':
    'Der Server leitet nicht zwischen den Clients und sich weiter.',
  'On the server, publish the client prefix on the IP-HTTPS interface and switch forwarding and advertising on.':
    'Auf dem Server das Clientpräfix auf der IP-HTTPS-Schnittstelle veröffentlichen und Weiterleitung und Ankündigung einschalten.',
  'The peer does not answer the negotiation.': 'Die Gegenseite antwortet nicht auf die Aushandlung.',
  'Ping the tunnel endpoint from the client.': 'Den Tunnelendpunkt vom Client aus anpingen.',
  'On the server, check that Windows Firewall is on, that the service IKEEXT runs and that its rules are active.':
    'Auf dem Server prüfen, dass die Windows-Firewall an ist, der Dienst IKEEXT läuft und seine Regeln aktiv sind.',
  'Check that UDP ports 500 and 4500 pass.': 'Prüfen, dass die UDP-Ports 500 und 4500 durchkommen.',
  // negotiation
  'If it is the client, connect it to the office network or a VPN first: it cannot enrol through the tunnel that is down.':
    'Ist es der Client, ihn zuerst mit dem Firmennetz oder einem VPN verbinden: durch den ausgefallenen Tunnel kann er keines beziehen.',
  'A certificate was refused in the negotiation.': 'Ein Zertifikat wurde in der Aushandlung abgelehnt.',
  'Compare the root of both computer certificates with the certification authority that the rule names.':
    'Den Stamm beider Computerzertifikate mit der Zertifizierungsstelle vergleichen, die die Regel nennt.',
  'Check on both computers that the certificate is in its time, has its private key and may be used for IPsec.':
    'Auf beiden Computern prüfen, dass das Zertifikat zeitlich gültig ist, seinen privaten Schlüssel hat und für IPsec verwendbar ist.',
  'There is no computer certificate that IPsec could use.':
    'Es gibt kein Computerzertifikat, das IPsec verwenden könnte.',
  'Enrol a computer certificate: certutil -pulse, then gpupdate /force.':
    'Ein Computerzertifikat beziehen: certutil -pulse, dann gpupdate /force.',
  'The computer certificate is out of its time.': 'Das Computerzertifikat ist abgelaufen oder noch nicht gültig.',
  'Renew the certificate in the Certificates console of the computer account.':
    'Das Zertifikat in der Konsole Zertifikate des Computerkontos erneuern.',
  'The computer certificate does not chain to the root that the rule names.':
    'Das Computerzertifikat führt nicht zu dem Stamm, den die Regel nennt.',
  'Enrol a certificate from the certification authority that the rule names, or correct the root in the DirectAccess settings.':
    'Ein Zertifikat der Zertifizierungsstelle beziehen, die die Regel nennt, oder den Stamm in den DirectAccess-Einstellungen berichtigen.',
  'The computer certificate has no private key.': 'Das Computerzertifikat hat keinen privaten Schlüssel.',
  'Repair the key: certutil -repairstore my {0}.': 'Den Schlüssel reparieren: certutil -repairstore my {0}.',
  'If that fails, enrol a new certificate.': 'Scheitert das, ein neues Zertifikat beziehen.',
  'The computer certificate may not be used for IPsec.': 'Das Computerzertifikat ist für IPsec nicht verwendbar.',
  'Enrol a certificate from a template with Client Authentication (and Server Authentication for the server).':
    'Ein Zertifikat aus einer Vorlage mit Clientauthentifizierung beziehen (und Serverauthentifizierung für den Server).',
  'The computer certificate is revoked.': 'Das Computerzertifikat ist gesperrt.',
  'Enrol a new certificate for the computer, and find out why the old one was revoked.':
    'Ein neues Zertifikat für den Computer beziehen, und klären, warum das alte gesperrt wurde.',
  'The side that checks revocation cannot reach the revocation list.':
    'Die Seite, die die Sperrung prüft, erreicht die Sperrliste nicht.',
  'Make the CRL distribution points reachable from the checking side, and publish a fresh list.':
    'Die Sperrlisten-Verteilungspunkte von der prüfenden Seite aus erreichbar machen und eine neue Liste veröffentlichen.',
  'Until then, weak checking lets clients in: netsh advfirewall set global ipsec strongcrlcheck 1.':
    'Bis dahin lässt schwache Prüfung Clients ein: netsh advfirewall set global ipsec strongcrlcheck 1.',
  'The rules of the client and of the server do not fit together.':
    'Die Regeln des Clients und des Servers passen nicht zusammen.',
  'Run gpupdate /force on both, and undo edits to the rules.':
    'Auf beiden gpupdate /force ausführen und Änderungen an den Regeln zurücknehmen.',
  'Compare endpoints, first and second authentication and proposals of the rules on both sides.':
    'Endpunkte, erste und zweite Authentifizierung und Vorschläge der Regeln auf beiden Seiten vergleichen.',
  'The negotiation failed.': 'Die Aushandlung ist gescheitert.',
  'Read the events of the same second on the other side.':
    'Die Ereignisse derselben Sekunde auf der anderen Seite lesen.',
  'If they tell no more, trace it: netsh wfp capture start, try again, netsh wfp capture stop.':
    'Sagen sie nicht mehr, aufzeichnen: netsh wfp capture start, noch einmal versuchen, netsh wfp capture stop.',
  'If nothing else tells, trace the negotiation: netsh wfp capture start, try to reach the intranet, netsh wfp capture stop.':
    'Sagt sonst nichts mehr, die Aushandlung aufzeichnen: netsh wfp capture start, das Intranet ansprechen, netsh wfp capture stop.',
  'The DirectAccess server finds no domain controller.': 'Der DirectAccess-Server findet keinen Domänencontroller.',
  'Mend discovery and connectivity between the DirectAccess server and Active Directory, then run nltest /dsgetdc: /force there again.':
    'Auffinden und Verbindung zwischen DirectAccess-Server und Active Directory instand setzen, dann dort nltest /dsgetdc: /force wiederholen.',
  'The client finds no domain controller through the tunnel.':
    'Der Client findet durch den Tunnel keinen Domänencontroller.',
  'Check that the IPv6-capable domain controllers register site-less locator records in DNS.':
    'Prüfen, dass die IPv6-fähigen Domänencontroller standortlose Locator-Einträge im DNS registrieren.',
  'Check that their addresses are in the infrastructure rule.':
    'Prüfen, dass ihre Adressen in der Infrastrukturregel stehen.',
  'Intranet names do not resolve through the infrastructure tunnel.':
    'Intranetnamen werden durch den Infrastrukturtunnel nicht aufgelöst.',
  'Check the DNS server address in the name table against the DNS64 address of the server.':
    'Die DNS-Serveradresse der Namenstabelle mit der DNS64-Adresse des Servers vergleichen.',
  'Plain nslookup does not use that table.': 'Einfaches nslookup nutzt diese Tabelle nicht.',
  'Nothing asked for the intranet yet, so the second tunnel was not tried.':
    'Noch hat nichts das Intranet angesprochen, also wurde der zweite Tunnel nicht versucht.',
  'Reach for an intranet resource as the signed-in user, then list the SAs again.':
    'Als angemeldeter Benutzer eine Intranetressource ansprechen, dann die SAs wieder auflisten.',
  'The credentials of the user were refused.': 'Die Anmeldedaten des Benutzers wurden abgelehnt.',
  'The credentials of {0} were refused.': 'Die Anmeldedaten von {0} wurden abgelehnt.',
  'Sign in with a domain account and its current password, over VPN or in the office once if the password changed.':
    'Mit einem Domänenkonto und dessen aktuellem Kennwort anmelden; nach einer Kennwortänderung einmal über VPN oder im Büro.',
  'The intranet tunnel asks for a health certificate, and the client has none.':
    'Der Intranettunnel verlangt ein Integritätszertifikat, und der Client hat keines.',
  'See why the client gets no health certificate: napstat, and netsh nap client show state.':
    'Klären, warum der Client kein Integritätszertifikat bekommt: napstat, und netsh nap client show state.',
  'The intranet tunnel asks for a smart card sign-in.': 'Der Intranettunnel verlangt eine Anmeldung mit Smartcard.',
  'Sign in, or unlock, with the smart card.': 'Mit der Smartcard anmelden oder entsperren.',
  'The token then holds This Organization Certificate.': 'Das Token enthält dann This Organization Certificate.',
  'The server does not authorize this computer or user.': 'Der Server autorisiert diesen Computer oder Benutzer nicht.',
  'On the server, check the authorized computers and users of the rule, and the state of the account.':
    'Auf dem Server die autorisierten Computer und Benutzer der Regel und den Zustand des Kontos prüfen.',
  // with the value that decided
  'The computer certificate of {0?} has no private key.':
    'Das Computerzertifikat von {0} hat keinen privaten Schlüssel.',
  'The computer certificate of {0?} expired on {1}.': 'Das Computerzertifikat von {0} ist am {1} abgelaufen.',
  'The computer certificate of {0?} is not valid before {1}.': 'Das Computerzertifikat von {0} gilt erst ab {1}.',
  'The computer certificate of {0?} may not be used for IPsec.':
    'Das Computerzertifikat von {0} ist für IPsec nicht verwendbar.',
  'The computer certificate of {0?} is self-signed; the rule asks for {1}.':
    'Das Computerzertifikat von {0} ist selbstsigniert; die Regel verlangt {1}.',
  'The computer store of {0?} holds no certificate.': 'Der Computerspeicher von {0} enthält kein Zertifikat.',
  'The certificate that was used chains to {0}, and the rule asks for {1}.':
    'Das verwendete Zertifikat führt zu {0}, und die Regel verlangt {1}.',
  'The negotiation ended with: {0}, as {1!} logged it.': 'Die Aushandlung endete mit: {0}, laut Protokoll von {1}.',
  'The negotiation ended with: {0}.': 'Die Aushandlung endete mit: {0}.',
  'the other side': 'der anderen Seite',
  'the server': 'dem Server',
  'this side': 'dieser Seite',
} as const satisfies Readonly<Record<string, string>>;
