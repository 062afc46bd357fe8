/** German reasons of the verdicts on the tunnels and their security, by step as in the analyzers, and what a step passes on. */
export const GERMAN_VERDICTS = {
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
