/** German reasons of verdicts, by step as in the analyzers, and what a step passes on. Long because it is a table of them all. */
export const GERMAN_VERDICTS = {
  // client.edition
  'Windows 7 Ultimate or Enterprise, Windows 8 or later Enterprise, Windows 10 or 11 Education, or a server.':
    'Windows 7 Ultimate oder Enterprise, ab Windows 8 Enterprise, Windows 10 oder 11 Education, oder ein Server.',
  '{0}, build {1}.': '{0}, Build {1}.',
  'The edition of {0} is not one that is known.': 'Die Edition von {0} ist keine bekannte.',
  '{0} has no DirectAccess.': '{0} hat kein DirectAccess.',
  // client.firewall
  'Windows Firewall is on for the private and the public profile, and BFE, MpsSvc, IKEEXT, PolicyAgent and iphlpsvc run.':
    'Die Windows-Firewall ist für das private und das öffentliche Profil an, und BFE, MpsSvc, IKEEXT, PolicyAgent und iphlpsvc laufen.',
  'Windows Firewall is off for the {0} profile.': 'Die Windows-Firewall ist für das Profil {0} aus.',
  'The service {0} is not installed.': 'Der Dienst {0} ist nicht installiert.',
  'The service {0} is {1}.': 'Der Dienst {0} ist im Zustand {1}.',
  'Whether it runs now, sc query {0} shows.': 'Ob er jetzt läuft, zeigt sc query {0}.',
  'It is on for the private and the public profile, and its services run.':
    'Sie ist für das private und das öffentliche Profil an, und ihre Dienste laufen.',
  'The services run; nobody sent the firewall profiles yet.':
    'Die Dienste laufen; die Firewallprofile sind noch nicht gesendet.',
  'The firewall profiles are on; nobody sent the services yet.':
    'Die Firewallprofile sind an; die Dienste sind noch nicht gesendet.',
  // client.policy
  'Group Policy applied a DirectAccess client policy to the computer.':
    'Die Gruppenrichtlinie hat dem Computer eine DirectAccess-Clientrichtlinie zugewiesen.',
  '{0} is applied to the computer.': '{0} ist auf dem Computer angewandt.',
  '{0} is applied to {1}.': '{0} ist auf {1} angewandt.',
  'Implied by the rule {0}, which comes by Group Policy.': 'Folgt aus der Regel {0}, die per Gruppenrichtlinie kommt.',
  'The policy brought the tunnel endpoint {0}.': 'Die Richtlinie brachte den Tunnelendpunkt {0}.',
  'The DirectAccess settings of the client name no tunnel endpoint.':
    'Die DirectAccess-Einstellungen des Clients nennen keinen Tunnelendpunkt.',
  '{0} was filtered out: {1}.': '{0} wurde herausgefiltert: {1}.',
  'None of the {0#} applied policies is a DirectAccess client policy.':
    'Keine der {0} angewandten Richtlinien ist eine DirectAccess-Clientrichtlinie.',
  // client.location
  'The effective NRPT has DirectAccess rules, and nothing shows the client in the office network.':
    'Die wirksame NRPT hat DirectAccess-Regeln, und nichts zeigt den Client im Firmennetz.',
  'The DNS client takes itself to be {0}; nobody sent the effective NRPT yet.':
    'Der DNS-Client hält sich für {0}; die wirksame NRPT ist noch nicht gesendet.',
  'The NRPT is active although the client is in the office network: {0?}.':
    'Die NRPT ist aktiv, obwohl der Client im Firmennetz ist: {0}.',
  'The NRPT is active, yet the list of adapters was cut before it showed where the client is.':
    'Die NRPT ist aktiv, doch die Liste der Adapter wurde abgeschnitten, bevor sie zeigte, wo der Client ist.',
  'The NRPT is active, yet the DNS client says that it is inside.':
    'Die NRPT ist aktiv, doch der DNS-Client sagt, dass er innen ist.',
  'The effective NRPT has {0#} DirectAccess rule.': 'Die wirksame NRPT hat {0} DirectAccess-Regel.',
  'The effective NRPT has {0#} DirectAccess rules.': 'Die wirksame NRPT hat {0} DirectAccess-Regeln.',
  'The client is inside, where DirectAccess rightly idles: {0?}.':
    'Der Client ist innen, wo DirectAccess zu Recht ruht: {0}.',
  'The effective NRPT is empty, and nothing shows whether the client is outside.':
    'Die wirksame NRPT ist leer, und nichts zeigt, ob der Client außen ist.',
  'The effective NRPT is empty, and {0?}: local names are preferred.':
    'Die wirksame NRPT ist leer, und {0}: lokale Namen werden bevorzugt.',
  'The effective NRPT is empty although the client is outside.':
    'Die wirksame NRPT ist leer, obwohl der Client außen ist.',
  'The effective NRPT is empty although the client is outside: {0?}.':
    'Die wirksame NRPT ist leer, obwohl der Client außen ist: {0}.',
  'the adapter {0} has the suffix {1}': 'der Adapter {0} hat das Suffix {1}',
  'no connected adapter has the suffix {0}': 'kein verbundener Adapter hat das Suffix {0}',
  'Get-DAConnectionStatus says {0}': 'Get-DAConnectionStatus sagt {0}',
  // client.transition
  'One of 6to4, Teredo, IP-HTTPS or native IPv6 is up; what the others say does not matter then.':
    'Eines von 6to4, Teredo, IP-HTTPS oder nativem IPv6 ist aktiv; was die anderen sagen, ist dann ohne Belang.',
  'IP-HTTPS is active, last error 0x0.': 'IP-HTTPS ist aktiv, letzter Fehler 0x0.',
  'Teredo is qualified.': 'Teredo ist im Zustand qualified.',
  'The adapter {0} has the global IPv6 address {1}.': 'Der Adapter {0} hat die globale IPv6-Adresse {1}.',
  'DisabledComponents is {0}, so IPv6 has no tunnel adapters on this client.':
    'DisabledComponents ist {0}, also hat IPv6 auf diesem Client keine Tunneladapter.',
  'No adapter is shown to be up, and not all of them were listed.':
    'Kein Adapter ist als aktiv gezeigt, und nicht alle sind aufgelistet.',
  'No IPv6 transition adapter is up, and no adapter has a global IPv6 address.':
    'Kein IPv6-Übergangsadapter ist aktiv, und kein Adapter hat eine globale IPv6-Adresse.',
  'IP-HTTPS is still connecting; look again in a minute.':
    'IP-HTTPS verbindet noch; in einer Minute noch einmal ansehen.',
  // client.endpoint
  'The first tunnel endpoint answers a ping, or the negotiation.':
    'Der erste Tunnelendpunkt antwortet auf einen Ping oder die Aushandlung.',
  'It answered the negotiation of event {0}.': 'Er antwortete auf die Aushandlung von Ereignis {0}.',
  'Something was pinged, but the first endpoint is not known.':
    'Etwas wurde angepingt, aber der erste Endpunkt ist nicht bekannt.',
  '{0} answered {1#} of {2#} pings.': '{0} antwortete auf {1} von {2} Pings.',
  '{0} answered none of {1} pings.': '{0} antwortete auf keinen von {1} Pings.',
  '{0} answered the ping of Test-NetConnection.': '{0} antwortete auf den Ping von Test-NetConnection.',
  '{0} answered the ping of Test-NetConnection over {1}.':
    '{0} antwortete auf den Ping von Test-NetConnection über {1}.',
  '{0} did not answer the ping of Test-NetConnection.': '{0} antwortete nicht auf den Ping von Test-NetConnection.',
  'IP-HTTPS is active, and the server gave its adapter no address.':
    'IP-HTTPS ist aktiv, und der Server gab seinem Adapter keine Adresse.',
  // infra
  'Connection security rules whose names begin with DirectAccess Policy were received from Group Policy.':
    'Verbindungssicherheitsregeln, deren Namen mit DirectAccess Policy beginnen, kamen per Gruppenrichtlinie an.',
  '{0#} DirectAccess rule was received, the first is {1}.': '{0} DirectAccess-Regel ist angekommen, die erste ist {1}.',
  '{0#} DirectAccess rules were received, the first is {1}.':
    '{0} DirectAccess-Regeln sind angekommen, die erste ist {1}.',
  'Implied by the active rule {0}, which Group Policy brought.':
    'Folgt aus der aktiven Regel {0}, die die Gruppenrichtlinie brachte.',
  'No rule whose name begins with DirectAccess was received from Group Policy.':
    'Keine Regel, deren Name mit DirectAccess beginnt, kam per Gruppenrichtlinie an.',
  'This listing shows the local store, which need not hold the rules of Group Policy.':
    'Diese Liste zeigt den lokalen Speicher, in dem die Regeln der Gruppenrichtlinie nicht stehen müssen.',
  'DirectAccess Policy-ClientToDnsDc (2012 and later: -ClientToInfra) and DirectAccess Policy-ClientToCorp are active.':
    'DirectAccess Policy-ClientToDnsDc (ab 2012: -ClientToInfra) und DirectAccess Policy-ClientToCorp sind aktiv.',
  '{0} is active, with ComputerKerb.': '{0} ist aktiv, mit ComputerKerb.',
  '{0} and {1} are active.': '{0} und {1} sind aktiv.',
  'No DirectAccess rule is active.': 'Keine DirectAccess-Regel ist aktiv.',
  'Only {0} is active, the rule of the other tunnel is not.': 'Nur {0} ist aktiv, die Regel des anderen Tunnels nicht.',
  'Every attached network is in the private or the public profile.':
    'Jedes verbundene Netz ist im privaten oder öffentlichen Profil.',
  'The network {0} is in the domain profile, where the DirectAccess rules are not active.':
    'Das Netz {0} ist im Domänenprofil, in dem die DirectAccess-Regeln nicht aktiv sind.',
  '{0} in the {1} profile.': '{0} im Profil {1}.',
  'nltest finds a domain controller on the client; on the server it must be found too.':
    'nltest findet einen Domänencontroller auf dem Client; auf dem Server muss er auch gefunden werden.',
  'The client finds no domain controller: status {0}.': 'Der Client findet keinen Domänencontroller: Status {0}.',
  'The DirectAccess server finds no domain controller: status {0}.':
    'Der DirectAccess-Server findet keinen Domänencontroller: Status {0}.',
  'The server finds no domain controller: status {0}.': 'Der Server findet keinen Domänencontroller: Status {0}.',
  'The server {0} finds no domain controller: status {1}.':
    'Der Server {0} findet keinen Domänencontroller: Status {1}.',
  'A domain controller was found from the client.': 'Vom Client aus wurde ein Domänencontroller gefunden.',
  '{0} was found from the client.': '{0} wurde vom Client aus gefunden.',
  'The server finds a domain controller; nobody sent the answer of the client yet.':
    'Der Server findet einen Domänencontroller; die Antwort des Clients ist noch nicht gesendet.',
  // main mode, quick mode
  'A main mode SA to the first endpoint with ComputerCert and UserNTLM (Kerberos proxy: ComputerKerb and UserKerb).':
    'Eine Main-Mode-SA zum ersten Endpunkt mit ComputerCert und UserNTLM (Kerberos-Proxy: ComputerKerb und UserKerb).',
  'A main mode SA to the second endpoint with ComputerCert and UserKerb (Kerberos proxy: ComputerKerb and UserKerb).':
    'Eine Main-Mode-SA zum zweiten Endpunkt mit ComputerCert und UserKerb (Kerberos-Proxy: ComputerKerb und UserKerb).',
  'A quick mode SA to the first endpoint.': 'Eine Quick-Mode-SA zum ersten Endpunkt.',
  'A quick mode SA to the second endpoint.': 'Eine Quick-Mode-SA zum zweiten Endpunkt.',
  'SA to {0} with {1&}.': 'SA zu {0} mit {1}.',
  'Event {0} is an older failure.': 'Ereignis {0} ist ein älterer Fehler.',
  'The SA to {0} has {1&}, not {2}.': 'Die SA zu {0} hat {1}, nicht {2}.',
  'An SA with Kerberos is listed; only the rules tell whether it is that of DirectAccess.':
    'Eine SA mit Kerberos ist aufgelistet; nur die Regeln sagen, ob es die von DirectAccess ist.',
  'Of {0#} listed to IPv6 peers none fits.': 'Von {0} aufgelisteten zu IPv6-Gegenseiten passt keine.',
  'No main mode SA is listed.': 'Keine Main-Mode-SA ist aufgelistet.',
  'No main mode SA of the infrastructure tunnel is listed.':
    'Keine Main-Mode-SA des Infrastrukturtunnels ist aufgelistet.',
  'No main mode SA of the intranet tunnel is listed.': 'Keine Main-Mode-SA des Intranettunnels ist aufgelistet.',
  'No main mode SA to {0} is listed.': 'Keine Main-Mode-SA zu {0} ist aufgelistet.',
  'No main mode SA of the intranet tunnel is listed, and nothing asked for the intranet yet.':
    'Keine Main-Mode-SA des Intranettunnels ist aufgelistet, und noch nichts hat das Intranet angesprochen.',
  'The listing is older than the traffic that would bring the tunnel up.':
    'Die Liste ist älter als der Verkehr, der den Tunnel aufbauen würde.',
  'It can be judged once the signed-in user reached for an intranet resource.':
    'Beurteilbar, sobald der angemeldete Benutzer eine Intranetressource angesprochen hat.',
  'Failures of quick mode are not audited, so a log without event 4654 says nothing of it.':
    'Fehler des Quick Mode werden nicht überwacht, also sagt ein Protokoll ohne Ereignis 4654 nichts darüber.',
  'Quick mode SA to {0}.': 'Quick-Mode-SA zu {0}.',
  'The listing of quick mode SAs is older than the main mode SA.':
    'Die Liste der Quick-Mode-SAs ist älter als die Main-Mode-SA.',
  'No quick mode SA is listed, and whether main mode came about is not shown.':
    'Keine Quick-Mode-SA ist aufgelistet, und ob Main Mode zustande kam, ist nicht zu sehen.',
  'No quick mode SA of the infrastructure tunnel is listed, although its main mode SA is.':
    'Keine Quick-Mode-SA des Infrastrukturtunnels ist aufgelistet, obwohl seine Main-Mode-SA es ist.',
  'No quick mode SA of the intranet tunnel is listed, although its main mode SA is.':
    'Keine Quick-Mode-SA des Intranettunnels ist aufgelistet, obwohl seine Main-Mode-SA es ist.',
  'Quick mode SAs are listed, but nothing tells which tunnel they belong to.':
    'Quick-Mode-SAs sind aufgelistet, aber nichts sagt, zu welchem Tunnel sie gehören.',
  'A Kerberos-proxy deployment has one tunnel.': 'Eine Kerberos-Proxy-Bereitstellung hat einen Tunnel.',
  'Implied by the main mode SA to {0}.': 'Folgt aus der Main-Mode-SA zu {0}.',
  'Implied by the quick mode SA to {0}.': 'Folgt aus der Quick-Mode-SA zu {0}.',
  'Implied by the main mode SA of the intranet tunnel to {0}.':
    'Folgt aus der Main-Mode-SA des Intranettunnels zu {0}.',
  'Implied by the quick mode SA of the intranet tunnel to {0}.':
    'Folgt aus der Quick-Mode-SA des Intranettunnels zu {0}.',
  'Implied by the endpoint that answers: {0!}': 'Folgt aus dem Endpunkt, der antwortet: {0}',
  'An older capture showed: {0!}': 'Eine ältere Aufzeichnung zeigte: {0}',
  'Beside it: {0!}': 'Daneben: {0}',
  // intranet.traffic
  'net view of an intranet server, as the signed-in user, succeeds or is denied access.':
    'net view eines Intranetservers als angemeldeter Benutzer gelingt oder wird verweigert.',
  'The server listed its shares.': 'Der Server listete seine Freigaben auf.',
  '{0} listed its shares.': '{0} listete seine Freigaben auf.',
  '{0} answered with status 5, access denied.': '{0} antwortete mit Status 5, Zugriff verweigert.',
  'It can be judged once the infrastructure tunnel is shown to be up.':
    'Beurteilbar, sobald der Infrastrukturtunnel nachweislich steht.',
  'net view ended with status {0#}: {1} was not reached.': 'net view endete mit Status {0}: {1} wurde nicht erreicht.',
  'Resolve-DnsName does not find {0} through the name table.':
    'Resolve-DnsName findet {0} über die Namenstabelle nicht.',
  'The name {0} does not resolve on the client.': 'Der Name {0} wird auf dem Client nicht aufgelöst.',
  // security
  'Client and server each hold a certificate that is in its time, trusted, has its private key and may be used for IPsec.':
    'Client und Server haben je ein gültiges, vertrautes Zertifikat mit privatem Schlüssel, das für IPsec verwendbar ist.',
  'A Kerberos-proxy deployment needs no computer certificates.':
    'Eine Kerberos-Proxy-Bereitstellung braucht keine Computerzertifikate.',
  'The certificate of the client is in its time; nobody sent that of the server yet.':
    'Das Zertifikat des Clients ist zeitlich gültig; das des Servers ist noch nicht gesendet.',
  'The certificate of the server is in its time; nobody sent that of the client yet.':
    'Das Zertifikat des Servers ist zeitlich gültig; das des Clients ist noch nicht gesendet.',
  'Both certificates are in their time; their usages or keys were not printed (certutil -v prints them).':
    'Beide Zertifikate sind zeitlich gültig; Verwendung oder Schlüssel wurden nicht ausgegeben (certutil -v gibt sie aus).',
  'Both certificates are in their time, but nothing shows that they chain to the root of the rule.':
    'Beide Zertifikate sind zeitlich gültig, aber nichts zeigt, dass sie zum Stamm der Regel führen.',
  'Both peers hold a valid certificate of the same issuer, with its key, usable for IPsec.':
    'Beide Seiten haben ein gültiges Zertifikat desselben Ausstellers, mit Schlüssel, für IPsec verwendbar.',
  'A verification on the checking side finds the certificate not revoked (strong checking: every CRL distribution point answers).':
    'Eine Prüfung auf der prüfenden Seite findet das Zertifikat nicht gesperrt (strenge Prüfung: jeder Sperrlisten-Verteilungspunkt antwortet).',
  'With Kerberos proxy no computer certificate is checked.': 'Mit Kerberos-Proxy wird kein Computerzertifikat geprüft.',
  'The verification finds the certificate revoked.': 'Die Prüfung findet das Zertifikat gesperrt.',
  'The revocation list could not be fetched.': 'Die Sperrliste ließ sich nicht abrufen.',
  'The verification on the checking side found the certificate not revoked.':
    'Die Prüfung auf der prüfenden Seite fand das Zertifikat nicht gesperrt.',
  'A main mode SA with a health certificate.': 'Eine Main-Mode-SA mit einem Integritätszertifikat.',
  'Only clients up to Windows 8.1 and servers up to 2012 R2 know it.':
    'Nur Clients bis Windows 8.1 und Server bis 2012 R2 kennen es.',
  'This version of Windows has no Network Access Protection.':
    'Diese Windows-Version hat kein Network Access Protection.',
  'Kerberos proxy goes without computer certificates, so without health certificates.':
    'Kerberos-Proxy kommt ohne Computerzertifikate aus, also ohne Integritätszertifikate.',
  'The rules ask for no health certificate.': 'Die Regeln verlangen kein Integritätszertifikat.',
  'The token of the user holds This Organization Certificate, or the intranet tunnel is up under a rule that asks for it.':
    'Das Token des Benutzers enthält This Organization Certificate, oder der Intranettunnel steht unter einer Regel, die es verlangt.',
  'Kerberos proxy goes with neither smart cards nor one-time passwords.':
    'Kerberos-Proxy geht weder mit Smartcards noch mit Einmalkennwörtern.',
  'The token of the user holds This Organization Certificate.':
    'Das Token des Benutzers enthält This Organization Certificate.',
  'The rules ask for no authorization.': 'Die Regeln verlangen keine Autorisierung.',
  'Failure auditing of IPsec Main Mode, Quick Mode and Extended Mode is on.':
    'Die Fehlerüberwachung von IPsec Main Mode, Quick Mode und Extended Mode ist an.',
  'Failures of {0&} are not audited.': 'Fehler von {0} werden nicht überwacht.',
  'Failures of all three IPsec modes are audited.': 'Fehler aller drei IPsec-Modi werden überwacht.',
  'A log without event 4654 therefore says nothing of quick mode.':
    'Ein Protokoll ohne Ereignis 4654 sagt daher nichts über Quick Mode.',
  // any step
  'It can be judged once this is mended: {0?}.': 'Beurteilbar, sobald das behoben ist: {0}.',
  '{0} stops after line {1#}, before its closing words.': '{0} endet nach Zeile {1}, vor dem Schluss.',
  'The second endpoint is taken as the next address, {0}.': 'Als zweiter Endpunkt gilt die nächste Adresse, {0}.',
  'The line that would prove it was not found.': 'Die Zeile, die es belegen würde, wurde nicht gefunden.',
  // what blocks: titles of steps
  'Main mode SA of the infrastructure tunnel': 'Main-Mode-SA des Infrastrukturtunnels',
  'Main mode SA of the intranet tunnel': 'Main-Mode-SA des Intranettunnels',
  'Quick mode SA of the infrastructure tunnel': 'Quick-Mode-SA des Infrastrukturtunnels',
  'Quick mode SA of the intranet tunnel': 'Quick-Mode-SA des Intranettunnels',
  'The edition of Windows has DirectAccess': 'Die Windows-Edition hat DirectAccess',
  'Windows Firewall is on and its services run': 'Die Windows-Firewall ist an und ihre Dienste laufen',
  'A DirectAccess client policy is applied': 'Eine DirectAccess-Clientrichtlinie ist angewandt',
  'The client knows that it is outside': 'Der Client weiß, dass er außen ist',
  'An IPv6 transition adapter is up': 'Ein IPv6-Übergangsadapter ist aktiv',
  'The first tunnel endpoint answers': 'Der erste Tunnelendpunkt antwortet',
  'DirectAccess rules were received': 'DirectAccess-Regeln sind angekommen',
  'The DirectAccess rules are active': 'Die DirectAccess-Regeln sind aktiv',
  'No network is in the domain profile': 'Kein Netz ist im Domänenprofil',
  'A domain controller is found': 'Ein Domänencontroller wird gefunden',
  'The user reached for the intranet': 'Der Benutzer hat das Intranet angesprochen',
  'Both peers have a usable computer certificate': 'Beide Seiten haben ein verwendbares Computerzertifikat',
  'The revocation check lets the certificates pass': 'Die Sperrprüfung lässt die Zertifikate durch',
  'The health certificate is accepted': 'Das Integritätszertifikat wird angenommen',
  'The smart card is accepted': 'Die Smartcard wird angenommen',
  'IPsec failures are audited': 'IPsec-Fehler werden überwacht',
} as const satisfies Readonly<Record<string, string>>;
