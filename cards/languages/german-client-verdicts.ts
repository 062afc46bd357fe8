/** German reasons of the verdicts on the client itself, by step as in the analyzers. */
export const GERMAN_CLIENT_VERDICTS = {
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
} as const satisfies Readonly<Record<string, string>>;
