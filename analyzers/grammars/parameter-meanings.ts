/** Where the `%%nnnn` parameters of IPsec events stand, and what the telling ones say of a tunnel (msobjs.dll; libyal/winevt-kb). */

/** The fields of an event that hold a parameter of these ranges, both ends included. */
const FIELDS: readonly (readonly [first: number, last: number, said: string])[] = [
  [8192, 8194, 'It stands for the method of an authentication.'],
  [8195, 8196, 'It stands for the cipher of a negotiation.'],
  [8197, 8198, 'It stands for the integrity algorithm of a negotiation.'],
  [8199, 8200, 'It stands in FailurePoint.'],
  [8201, 8204, 'It stands in State of a main mode: how far it came.'],
  [8205, 8206, 'It stands in Role.'],
  [8207, 8210, 'It stands in State of a quick mode: how far it came.'],
  [8211, 8211, 'It stands where a value is not known.'],
  [8212, 8213, 'It stands in Mode.'],
  [8214, 8215, 'It stands in event 4646: the server defends itself against a flood.'],
  [8216, 8217, 'It stands in ImpersonationState: whether the negotiation runs as the user.'],
  [8218, 8221, 'It stands in State of an extended mode: how far it came.'],
  [8222, 8223, 'It stands in KeyModName.'],
  [8224, 8228, 'It stands for the method of an authentication.'],
  [8229, 8229, 'It stands where there is none.'],
  [8230, 8234, 'It stands in DHGroup.'],
  [8235, 8237, 'It stands for the cipher of a negotiation.'],
  [8238, 8241, 'It stands for the method of an authentication.'],
  [8242, 8243, 'It stands for the integrity algorithm of a negotiation.'],
  [8244, 8244, 'It stands in KeyModName.'],
  [8245, 8246, 'It stands in State of an IKEv2 negotiation: how far it came.'],
  [8247, 8247, 'It stands for the method of an authentication.'],
  [8248, 8248, 'It stands in DHGroup.'],
  [12547, 12550, 'It stands for the audit subcategory (the task of an event).'],
  [14592, 14593, 'It stands for the direction of traffic.'],
  [14643, 14646, 'It stands for a profile of Windows Firewall.'],
  [16392, 16394, 'It stands for the integrity algorithm of a quick mode SA.'],
  [16395, 16402, 'It stands for the algorithm of a quick mode SA.'],
  [16403, 16404, 'It stands for the mode of a quick mode SA.'],
  [16405, 16406, 'It stands for the role in a quick mode SA.'],
  [16407, 16416, 'It stands for the algorithm or mode of a quick mode SA.'],
];

/** What more the parameters say that point at a step. */
const TELLING: Readonly<Record<number, string>> = {
  8192: 'As the second authentication with a user it means the intranet tunnel.',
  8199: 'The failure arose on the computer that wrote the event.',
  8200: 'The other side reported the failure, so its log has the reason.',
  8201: 'Nothing was sent: no rule matched, or there was no usable credential.',
  8202: 'The proposal was sent. With a time-out behind it, UDP port 500 does not reach the endpoint, or the endpoint does not answer.',
  8203: 'Keys were exchanged. Packets were lost on the way, or the authentication is about to fail.',
  8204: 'Credentials were exchanged, so one side refused the certificate or the account.',
  8205: 'This computer began the negotiation, as the client does.',
  8206: 'This computer answered the negotiation, as the server does.',
  8208: 'Traffic selection or ciphers of the quick mode did not fit.',
  8209: 'The quick mode was almost done when the peer broke it off.',
  8220: 'The NTLM or Kerberos exchange itself failed: no domain controller for the server, a broken computer account, or no ticket of the user.',
  8221: 'The authentication was right; with "not authorized" behind it, the authorization was refused.',
  8222: 'DirectAccess uses AuthIP, so another rule matched.',
  8223: 'It is the one that DirectAccess uses.',
  8225: 'As the second authentication with a computer account it means the infrastructure tunnel.',
  8227: 'A certificate as the second authentication means a health or user certificate.',
  8228: 'In the main mode of DirectAccess it means the computer certificate.',
  8244: 'A VPN uses it; DirectAccess uses AuthIP, so another rule matched.',
  14646: 'In this profile the DirectAccess rules are not active.',
};

/** What a parameter says, by its number; null for one that is not of IPsec. */
export function parameterMeaning(parameter: number): string | null {
  const field = FIELDS.find(([first, last]) => parameter >= first && parameter <= last);
  if (field === undefined) return null;
  const telling = TELLING[parameter];
  return telling === undefined ? field[2] : `${field[2]} ${telling}`;
}
