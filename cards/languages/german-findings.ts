/** German of what is found beside the verdicts: the deployment, remarks of the event log, and what was assumed. */
export const GERMAN_FINDINGS = {
  // deployment
  'Two tunnels.': 'Zwei Tunnel.',
  'Two tunnels, in which the computers prove themselves by certificates.':
    'Zwei Tunnel, in denen die Computer sich durch Zertifikate ausweisen.',
  'Two tunnels: the server is set to computers that prove themselves by certificates.':
    'Zwei Tunnel: der Server ist auf Computer eingestellt, die sich durch Zertifikate ausweisen.',
  'Kerberos proxy: one tunnel, and the computer proves itself by Kerberos through the IP-HTTPS address.':
    'Kerberos-Proxy: ein Tunnel, und der Computer weist sich per Kerberos über die IP-HTTPS-Adresse aus.',
  'Computer certificates play no part.': 'Computerzertifikate spielen keine Rolle.',
  'The tunnel endpoint {0} is no 6to4 address: the server stands behind a NAT or has an IPv6 prefix of its own, so 6to4 does not carry the tunnels.':
    'Der Tunnelendpunkt {0} ist keine 6to4-Adresse: der Server steht hinter einem NAT oder hat ein eigenes IPv6-Präfix, also trägt 6to4 die Tunnel nicht.',
  'The server is set up behind a NAT, so 6to4 does not carry the tunnels.':
    'Der Server ist hinter einem NAT eingerichtet, also trägt 6to4 die Tunnel nicht.',
  'Both tunnels end at {0}; only the second authentication tells them apart.':
    'Beide Tunnel enden bei {0}; nur die zweite Authentifizierung unterscheidet sie.',
  'The server is set to ask users for a smart card or a one-time password.':
    'Der Server verlangt von Benutzern eine Smartcard oder ein Einmalkennwort.',
  'The intranet rule asks for an authorization: a sign-in with a smart card or a one-time password.':
    'Die Intranetregel verlangt eine Autorisierung: eine Anmeldung mit Smartcard oder Einmalkennwort.',
  'The intranet rule asks for a health certificate of Network Access Protection.':
    'Die Intranetregel verlangt ein Integritätszertifikat von Network Access Protection.',
  'Force tunnelling: every name is resolved through the tunnel and only IP-HTTPS carries the client, so "No Internet" is no fault.':
    'Erzwungenes Tunneln: jeder Name wird durch den Tunnel aufgelöst, und nur IP-HTTPS trägt den Client, also ist „Kein Internet“ kein Fehler.',
  'The rules name {0#} entry points; the client uses {1}.':
    'Die Regeln nennen {0} Einstiegspunkte; der Client nutzt {1}.',
  'The rules name {0#} entry points; the client uses one of them.':
    'Die Regeln nennen {0} Einstiegspunkte; der Client nutzt einen davon.',
  'Outputs of {0#} servers came, {1&}: their tunnel endpoint is a virtual address, or they are entry points of their own.':
    'Ausgaben von {0} Servern kamen an, {1}: ihr Tunnelendpunkt ist eine virtuelle Adresse, oder sie sind eigene Einstiegspunkte.',
  'Each of them must be well.': 'Jeder davon muss in Ordnung sein.',
  // assumptions
  'Nothing tells which machine printed {0}; it is taken to be the client.':
    'Nichts sagt, welcher Rechner {0} ausgegeben hat; angenommen ist der Client.',
  'Nothing tells which machine printed {0} and {1#} more; it is taken to be the client.':
    'Nichts sagt, welcher Rechner {0} und {1} weitere ausgegeben hat; angenommen ist der Client.',
  'The address {0} was left aside: the rules name {1} as the first tunnel endpoint.':
    'Die Adresse {0} blieb beiseite: die Regeln nennen {1} als ersten Tunnelendpunkt.',
  'Failures of other clients in {0} were left aside: {1}.': 'Fehler anderer Clients in {0} blieben beiseite: {1}.',
  'Failures of other clients in {0} were left aside: {1} and {2#} more.':
    'Fehler anderer Clients in {0} blieben beiseite: {1} und {2} weitere.',
  '{0} shows failures of one client, {1}; nothing else tells that it is this one.':
    '{0} zeigt Fehler eines Clients, {1}; sonst sagt nichts, dass es dieser ist.',
  '{0} shows failures of several clients and nothing tells which is this one; {1}, which failed last, is taken.':
    '{0} zeigt Fehler mehrerer Clients, und nichts sagt, welcher dieser ist; genommen ist {1}, der zuletzt gescheitert ist.',
  'Left aside: {0}.': 'Beiseite blieben: {0}.',
  'Left aside: {0} and {1#} more.': 'Beiseite blieben: {0} und {1} weitere.',
  'ipconfig /all of the client settles it.': 'ipconfig /all des Clients klärt es.',
  'Only the newest {0#} outputs of the case count; the {1#} before them were left aside.':
    'Nur die neuesten {0} Ausgaben des Falls zählen; die {1} davor blieben beiseite.',
  // a log without any IPsec event
  'No IPsec event is in the output {0}.': 'In der Ausgabe {0} ist kein IPsec-Ereignis.',
  'No IPsec event is in the output {0} although failures are audited and the intranet was reached for after that: nothing was negotiated, so the reason lies before the negotiation.':
    'In der Ausgabe {0} ist kein IPsec-Ereignis, obwohl Fehler überwacht werden und das Intranet danach angesprochen wurde: nichts wurde ausgehandelt, also liegt der Grund vor der Aushandlung.',
  'No IPsec event in {0!} ({1}).': 'Kein IPsec-Ereignis in {0} ({1}).',
  'No IPsec event in {0!} ({1}) although failures are audited and the intranet was reached for after that: nothing was negotiated, so the reason lies before the negotiation.':
    'Kein IPsec-Ereignis in {0} ({1}), obwohl Fehler überwacht werden und das Intranet danach angesprochen wurde: nichts wurde ausgehandelt, also liegt der Grund vor der Aushandlung.',
  '1 record': '1 Datensatz',
  '{0#} records': '{0} Datensätzen',
  '1 record of channel {0}': '1 Datensatz des Kanals {0}',
  '{0#} records of channel {1}': '{0} Datensätzen des Kanals {1}',
  '{0#} records between {1} and {2}': '{0} Datensätzen zwischen {1} und {2}',
  '1 record of channel {0} between {1} and {2}': '1 Datensatz des Kanals {0} zwischen {1} und {2}',
  '{0#} records of channel {1} between {2} and {3}': '{0} Datensätzen des Kanals {1} zwischen {2} und {3}',
  'Failures are audited, but nothing shows that the intranet was tried since.':
    'Fehler werden überwacht, aber nichts zeigt, dass das Intranet seither versucht wurde.',
  'Reach for the intranet, then export the log again.':
    'Das Intranet ansprechen, dann das Protokoll noch einmal exportieren.',
  'Whether failures are audited is not shown, so that says nothing.':
    'Ob Fehler überwacht werden, ist nicht zu sehen, also sagt das nichts.',
  'See whether they are: {0}.': 'Ob sie es werden, zeigt: {0}.',
  'Switch it on: {0}': 'Einschalten: {0}',
  'Failures of {0} are not audited, so that says nothing.':
    'Fehler von {0} werden nicht überwacht, also sagt das nichts.',
  // remarks of the event log
  'Event {0#} says that {1!} succeeded; whether its SA still stands, a listing shows.':
    'Ereignis {0} sagt, dass {1} gelungen ist; ob die SA noch steht, zeigt eine Liste.',
  'Event {0#} says that {1!} succeeded at {2}; whether its SA still stands, a listing shows.':
    'Ereignis {0} sagt, dass {1} um {2} gelungen ist; ob die SA noch steht, zeigt eine Liste.',
  'main mode and the second authentication': 'Main Mode mit der zweiten Authentifizierung',
  'Event {0#} shows a main mode with {1} without a second authentication, which is no DirectAccess tunnel: another rule matched.':
    'Ereignis {0} zeigt einen Main Mode mit {1} ohne zweite Authentifizierung, also keinen DirectAccess-Tunnel: eine andere Regel hat gegriffen.',
  'Event {0#} shows a main mode with the peer without a second authentication, which is no DirectAccess tunnel: another rule matched.':
    'Ereignis {0} zeigt einen Main Mode mit der Gegenseite ohne zweite Authentifizierung, also keinen DirectAccess-Tunnel: eine andere Regel hat gegriffen.',
  '{0#} SAs lived less than {1#} minutes (event {2#}): the way to the server comes and goes.':
    '{0} SAs bestanden weniger als {1} Minuten (Ereignis {2}): der Weg zum Server kommt und geht.',
  'The log counts {0#} {1!} (event {2#}): {3!}.': 'Das Protokoll zählt {0} {1} (Ereignis {2}): {3}.',
  'invalid packets of the negotiation': 'ungültige Pakete der Aushandlung',
  'something on the way alters or cuts them': 'etwas auf dem Weg verändert oder kürzt sie',
  'dropped packets that failed the integrity check': 'verworfene Pakete, deren Integritätsprüfung gescheitert ist',
  'something on the way alters them': 'etwas auf dem Weg verändert sie',
  'dropped packets that were repeated or out of order': 'verworfene Pakete, die doppelt oder außer der Reihe kamen',
  'a load balancer or the path doubles or reorders them':
    'ein Load Balancer oder der Weg verdoppelt oder vertauscht sie',
  'dropped packets in clear text': 'verworfene Pakete im Klartext',
  'the peer sends outside the tunnel, as if its rules were not active':
    'die Gegenseite sendet außerhalb des Tunnels, als wären ihre Regeln nicht aktiv',
  'packets of an SA that is not known': 'Pakete einer unbekannten SA',
  'the peer still uses an old one, as after a restart or fail-over':
    'die Gegenseite nutzt noch eine alte, etwa nach Neustart oder Failover',
  'The client defended itself against a flood of negotiations (event 4646) and may have dropped this one.':
    'Der Client wehrte eine Flut von Aushandlungen ab (Ereignis 4646) und hat diese vielleicht verworfen.',
  'The server defended itself against a flood of negotiations (event 4646) and may have dropped this one.':
    'Der Server wehrte eine Flut von Aushandlungen ab (Ereignis 4646) und hat diese vielleicht verworfen.',
  'An old-style IPsec policy is applied on the {0!} beside the rules (event {1#}).':
    'Eine IPsec-Richtlinie alter Art ist auf dem {0} neben den Regeln angewandt (Ereignis {1}).',
  'An old-style IPsec policy {0} is applied on the {1!} beside the rules (event {2#}).':
    'Eine IPsec-Richtlinie alter Art, {0}, ist auf dem {1} neben den Regeln angewandt (Ereignis {2}).',
  client: 'Client',
  server: 'Server',
  'On the server, the service IKEEXT was not started when a negotiation was tried (event 5453).':
    'Auf dem Server war der Dienst IKEEXT nicht gestartet, als eine Aushandlung versucht wurde (Ereignis 5453).',
  'The service IKEEXT was not started when a negotiation was tried (event 5453).':
    'Der Dienst IKEEXT war nicht gestartet, als eine Aushandlung versucht wurde (Ereignis 5453).',
  'The service PolicyAgent failed to run (event {0#}).': 'Der Dienst PolicyAgent lief nicht an (Ereignis {0}).',
  'On the server, the service PolicyAgent failed to run (event {0#}).':
    'Auf dem Server lief der Dienst PolicyAgent nicht an (Ereignis {0}).',
  'The service PolicyAgent stopped, and no later event says that it started (event {0#}).':
    'Der Dienst PolicyAgent wurde beendet, und kein späteres Ereignis meldet seinen Start (Ereignis {0}).',
  'On the server, the service PolicyAgent stopped, and no later event says that it started (event {0#}).':
    'Auf dem Server wurde der Dienst PolicyAgent beendet, und kein späteres Ereignis meldet seinen Start (Ereignis {0}).',
  // counters of netsh wfp show state
  'Since IKEEXT was started it counted {0!}; when and with whom is not told.':
    'Seit seinem Start zählte IKEEXT {0}; wann und mit wem, ist nicht gesagt.',
  '{0#} times code {1#}': '{0} Mal Code {1}',
  '{0#} times code {1#} ({2})': '{0} Mal Code {1} ({2})',
  '{0#} times code {1#} ({2}), {3!}': '{0} Mal Code {1} ({2}), {3}',
  'IKEEXT began no negotiation since it was started although the intranet was reached for before that: the reason lies before the negotiation.':
    'IKEEXT hat seit seinem Start keine Aushandlung begonnen, obwohl das Intranet davor angesprochen wurde: der Grund liegt vor der Aushandlung.',
  'IKEEXT began no negotiation since it was started, and nothing shows that the intranet was reached for before that.':
    'IKEEXT hat seit seinem Start keine Aushandlung begonnen, und nichts zeigt, dass das Intranet davor angesprochen wurde.',
  '{0} resolves to {1}, which the Internet answered: no rule of the name table leads it into the tunnel.':
    '{0} führt zu {1}, was das Internet geantwortet hat: keine Regel der Namenstabelle führt den Namen in den Tunnel.',
  // the way of the server
  'On the server, forwarding is off on {0}.': 'Auf dem Server ist die Weiterleitung auf {0} aus.',
  'On the server, advertising is off on {0}.': 'Auf dem Server ist die Ankündigung auf {0} aus.',
  'On the server, the route {0} of the clients is not published.':
    'Auf dem Server ist die Route {0} der Clients nicht veröffentlicht.',
  'On the server, no route leads to the clients over the IP-HTTPS adapter.':
    'Auf dem Server führt keine Route über den IP-HTTPS-Adapter zu den Clients.',
  'The KDC proxy service {0} of the server is not installed.':
    'Der KDC-Proxy-Dienst {0} des Servers ist nicht installiert.',
  'The KDC proxy service {0} of the server is {1!}.': 'Der KDC-Proxy-Dienst {0} des Servers ist {1}.',
  stopped: 'beendet',
  running: 'gestartet',
  paused: 'angehalten',
  'start pending': 'beim Starten',
  'stop pending': 'beim Beenden',
  'the DNS client knows that it is outside, and has its DirectAccess settings {0}':
    'der DNS-Client weiß, dass er außen ist, und hat als DirectAccess-Einstellungen {0}',
  '{0} and {1} disagree, and nothing tells which is newer.':
    '{0} und {1} widersprechen sich, und nichts sagt, was neuer ist.',
  // verdicts that few cases come to
  '{0} was filtered out: no reason printed.': '{0} wurde herausgefiltert: ohne Angabe des Grundes.',
  '{0} answered none of its pings.': '{0} antwortete auf keinen der Pings.',
  'The network in use is in the domain profile, where the DirectAccess rules are not active.':
    'Das benutzte Netz ist im Domänenprofil, in dem die DirectAccess-Regeln nicht aktiv sind.',
  'net view ended with status {0#}, which does not tell whether {1} was reached.':
    'net view endete mit Status {0}, was nicht sagt, ob {1} erreicht wurde.',
  'The quick mode SAs were listed before the main mode SA of this tunnel was gone.':
    'Die Quick-Mode-SAs wurden aufgelistet, bevor die Main-Mode-SA dieses Tunnels weg war.',
  'The listing does not show all three IPsec modes.': 'Die Liste zeigt nicht alle drei IPsec-Modi.',
  'A main mode SA carries a health certificate.': 'Eine Main-Mode-SA trägt ein Integritätszertifikat.',
  'The revocation list {0} could not be fetched.': 'Die Sperrliste {0} ließ sich nicht abrufen.',
  'The revocation list could not be fetched; whether checking is strong is not shown.':
    'Die Sperrliste ließ sich nicht abrufen; ob streng geprüft wird, ist nicht zu sehen.',
  'The certificate is not known to be revoked, and checking is weak.':
    'Von einer Sperrung des Zertifikats ist nichts bekannt, und geprüft wird schwach.',
  'The verification ended with status {0} and shows no fetched revocation list.':
    'Die Prüfung endete mit Status {0} und zeigt keine abgerufene Sperrliste.',
  'The cache lists addresses only; it does not show whether a certificate is revoked.':
    'Der Zwischenspeicher listet nur Adressen auf; ob ein Zertifikat gesperrt ist, zeigt er nicht.',
  'The intranet tunnel is up under a rule that asks for authorization.':
    'Der Intranettunnel steht unter einer Regel, die eine Autorisierung verlangt.',
  'The token has no smart card group; whether one is asked for is not shown.':
    'Das Token hat keine Smartcard-Gruppe; ob eine verlangt wird, ist nicht zu sehen.',
} as const satisfies Readonly<Record<string, string>>;
