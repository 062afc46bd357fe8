/**
 * What each IPsec code 13800 to 13932, and 13000 to 13025 of the policy store, says of a DirectAccess tunnel. The names and texts are
 * Windows' own (`ike-code-table.ts`); what they mean here is reading, from the article and Microsoft's support material. Long because
 * it has a row for every code that differs from its neighbours.
 */

/** `todo` is left out where the remedies of the cause say it all; `ask` is the id of the question that tells more. */
export interface IkeMeaning {
  readonly codes: readonly number[];
  readonly meaning: string;
  readonly todo?: readonly string[];
  readonly ask?: string;
}

const from = (first: number, last: number): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

const CAPTURE = 'Capture packets on both ends, and rule out a device between them that changes packets.';
const TRACE = 'Trace it: netsh wfp capture start, try again, netsh wfp capture stop.';

export const ikeMeanings: readonly IkeMeaning[] = [
  {
    codes: from(13000, 13023),
    meaning:
      'The store of IPsec rules is inconsistent on this computer: a policy, filter or authentication set is there twice, is missing, or is in use.',
    todo: ['Run gpupdate /force, then restart the services BFE, MpsSvc and PolicyAgent (or the computer).'],
    ask: 'rules',
  },
  {
    codes: [13024, 13025],
    meaning:
      'A part of a policy that this computer cannot use was left out when the policy was loaded. It is a warning.',
    todo: ['Compare the proposals of the rules on both sides.'],
    ask: 'rules',
  },
  { codes: [13800, 13897, 13909], meaning: 'This number only marks the end of a range of codes. No event prints it.' },
  {
    codes: [13801],
    meaning:
      'One side refused the certificate (or other credential) of the other in main mode: it is out of its time, revoked, of another root than the rule names, without the usage that is asked for, or the wrong one of several was offered.',
    ask: 'client-certificates',
  },
  {
    codes: [13802],
    meaning:
      'The cipher, hash or group that one side offers is not accepted by the other: an edited rule, or hardening on one side only.',
    ask: 'rules',
  },
  {
    codes: [13803],
    meaning: 'The negotiation is still running. This is a state and no failure.',
    todo: ['Wait some seconds and list the SAs again.'],
    ask: 'sas',
  },
  {
    codes: [13804, 13816],
    meaning:
      'The negotiation failed for a reason that Windows does not name. The event of the same second on the other side may.',
    ask: 'server-events',
  },
  {
    codes: [13805],
    meaning:
      'The peer did not answer in time. With a responder cookie of zeros it never answered: the way to the endpoint, the firewall or IKEEXT on the server, or the endpoint itself is at fault.',
    ask: 'endpoint',
  },
  {
    codes: [13806],
    meaning:
      'This computer found no certificate of its own that IPsec could use: none, out of its time, without private key or usage, or not from the certification authority that the rule names.',
    ask: 'client-certificates',
  },
  {
    codes: [13807],
    meaning:
      'The peer broke the negotiation off. Its own log has the reason; often it refused the certificate or the authorization.',
    ask: 'server-events',
  },
  {
    codes: [13808],
    meaning:
      'This computer broke the negotiation off: an adapter or a policy changed while it ran, or it was cleaned up after a time-out.',
    todo: ['Look for a change of the network profile or an adapter in that second, then try again.'],
    ask: 'sas',
  },
  {
    codes: from(13809, 13812),
    meaning: 'The request waited too long in the queue: the computer is overloaded or defends itself against a flood.',
    todo: ['Look at the load of the DirectAccess server, then try again.'],
    ask: 'server-events',
  },
  {
    codes: [13813],
    meaning:
      'The peer did not answer at all. The way to the endpoint, the firewall or IKEEXT on the server, or the endpoint itself is at fault.',
    ask: 'endpoint',
  },
  {
    codes: [13814, 13815],
    meaning:
      'The negotiation took too long: a slow path, or a domain controller behind the server that answers late when credentials are checked.',
    ask: 'server-domain-controller',
  },
  {
    codes: [13817],
    meaning:
      'The revocation check of a certificate failed: it is revoked or, with strong checking, the list could not be read.',
    ask: 'verification',
  },
  {
    codes: [13818],
    meaning: 'The key usage of the certificate does not allow what IKE needs (a digital signature).',
    ask: 'client-certificates',
  },
  {
    codes: [13819],
    meaning:
      'The type of the certificate does not fit the rule, for example an ECDSA certificate where the rule asks for RSA.',
    ask: 'client-certificates',
  },
  {
    codes: [13820],
    meaning:
      'The certificate that was chosen has no private key that the computer can use: imported without it, deleted, or locked away.',
    ask: 'client-certificates',
  },
  {
    codes: [13821],
    meaning: 'Both sides renewed their keys at the same moment. That is harmless unless it repeats without end.',
  },
  {
    codes: [13822, 13864],
    meaning: 'The Diffie-Hellman computation failed: hardened algorithms on one side, or a missing update.',
    todo: ['Compare the proposals and the algorithm policy (FIPS) of both sides.'],
    ask: 'rules',
  },
  {
    codes: [13823],
    meaning:
      'The peer sent a part that Windows must understand and does not: another IKE stack answers there, or a device changes the packets.',
    todo: [CAPTURE],
    ask: 'endpoint',
  },
  {
    codes: [13824],
    meaning: 'A packet on UDP 500 or 4500 had an invalid header: damaged on the way, or not of IKE.',
    todo: [CAPTURE],
    ask: 'endpoint',
  },
  {
    codes: [13825],
    meaning:
      'The side that answered has no rule for this peer: the policy is not applied there, its rules are inactive (domain profile, firewall off), or the client names a wrong endpoint.',
    ask: 'rules',
  },
  {
    codes: [13826],
    meaning: 'The signature of the peer could not be verified: certificate and key do not belong together.',
    ask: 'client-certificates',
  },
  {
    codes: [13827],
    meaning:
      'Kerberos failed: no ticket because no domain controller (or KDC proxy) was reached, clocks more than five minutes apart, or a missing or doubled service name.',
    todo: [
      'Check that a domain controller answers, and the clocks of both computers: w32tm /stripchart /computer:DC.',
      'With Kerberos proxy, check the IP-HTTPS certificate and the KDC proxy of the server.',
    ],
    ask: 'client-domain-controller',
  },
  {
    codes: [13828],
    meaning: "The peer's certificate has no public key that could be used.",
    todo: ['Issue a new certificate to the peer.'],
    ask: 'server-certificates',
  },
  {
    codes: [...from(13829, 13842)],
    meaning:
      'A part of an IKE packet could not be processed: the packet was damaged or changed on the way, or the peer is of another kind.',
    todo: [CAPTURE],
    ask: 'server-events',
  },
  {
    codes: [13843],
    meaning: 'An invalid part was received: changed on the way, or cut by a path that drops large packets.',
    todo: [CAPTURE, 'Try a smaller MTU on the transition adapter.'],
    ask: 'endpoint',
  },
  {
    codes: [13844, 13845],
    meaning:
      'An association without protection was loaded or torn down. DirectAccess makes none: another IPsec policy is active beside its rules.',
    ask: 'rules',
  },
  {
    codes: [13846],
    meaning: 'A packet of an older negotiation arrived, as after a restart or a fail-over of the server.',
    todo: ['Try again. If it repeats, check that the load balancer keeps a client on one server.'],
    ask: 'sas',
  },
  { codes: [13847], meaning: 'The peer sent no certificate that IPsec could use.', ask: 'server-certificates' },
  {
    codes: [13848],
    meaning:
      "The revocation check of the peer's certificate failed: it is in the revocation list or, with strong checking, the list could not be read. On the server the peer is the client.",
    ask: 'verification',
  },
  {
    codes: [13849],
    meaning:
      'The associations were dropped because the policy changed. Once, after a Group Policy refresh or a change of profile, that is normal.',
    todo: ['Try again. If it repeats, find out who rewrites the policy.'],
    ask: 'sas',
  },
  {
    codes: [13850],
    meaning: 'No main mode policy fits this peer: the rules were not received, or are not active.',
    ask: 'rules',
  },
  {
    codes: [13851, 13852, 13858, 13862, 13863, 13876],
    meaning: 'Something inside the IPsec service failed that has no meaning of its own for DirectAccess.',
    todo: [TRACE],
    ask: 'server-events',
  },
  {
    codes: [13853, 13854],
    meaning: 'The security subsystem or its Kerberos package could not be used: system files or LSA are damaged.',
    todo: ['Repair the system files (sfc /scannow) and restart.'],
    ask: 'events',
  },
  {
    codes: [13855, 13856],
    meaning:
      'This computer has no Kerberos identity of its own: it is not joined, or its account or secure channel is broken.',
    todo: ['Check the secure channel: nltest /sc_verify:DOMAIN. Repair it or join again, in the office or over a VPN.'],
    ask: 'client-domain-controller',
  },
  {
    codes: [13857],
    meaning: 'The IPsec driver has no filter for this association: rules conflict, or the driver holds old ones.',
    todo: ['Restart the services BFE and IKEEXT (or the computer), and compare the rules.'],
    ask: 'rules',
  },
  { codes: [13859], meaning: 'The computer ran out of memory.', todo: ['Free memory or restart it, then try again.'] },
  {
    codes: [13860],
    meaning:
      'The association could not be added in time: the computer is loaded, or the check of the credentials took too long.',
    todo: ['Look at the load of the machine and at its way to a domain controller.'],
    ask: 'server-domain-controller',
  },
  {
    codes: [13861],
    meaning: 'A rule is invalid: it arrived damaged.',
    todo: ['Run gpupdate /force on both sides; if it stays, apply the DirectAccess settings again.'],
    ask: 'rules',
  },
  {
    codes: [13865],
    meaning: 'The peer offers a Diffie-Hellman group that this side does not have: hardening on one side only.',
    todo: ['Compare the proposals of the rules on both sides.'],
    ask: 'rules',
  },
  { codes: [13866], meaning: 'A part could not be encrypted.', todo: [TRACE], ask: 'server-events' },
  {
    codes: [13867, 13870],
    meaning: 'A part could not be decrypted or its hash was wrong: another key, or a packet changed on the way.',
    todo: [CAPTURE],
    ask: 'server-events',
  },
  {
    codes: [13868],
    meaning:
      'The rules of both sides do not fit: proposals, authentication or tunnel ends differ (an edited rule, an old policy, a second authentication on one side only).',
    ask: 'rules',
  },
  {
    codes: [13869],
    meaning: 'The peer names itself in a way that the rule does not take: an edited rule.',
    todo: ['Undo edits to the rules, and run gpupdate /force on both sides.'],
    ask: 'rules',
  },
  {
    codes: from(13871, 13874),
    meaning: 'An algorithm, or its size, is invalid on this side: a rule asks for what this Windows does not have.',
    todo: ['Compare the proposals of the rules on both sides.'],
    ask: 'rules',
  },
  {
    codes: [13875],
    meaning: 'The signature of the certificate is invalid: its chain is damaged.',
    ask: 'client-certificates',
  },
  {
    codes: [13877],
    meaning: 'The association was deleted on request: a person, a script or a restart did it.',
    todo: ['Nothing is wrong; traffic makes a new one.'],
    ask: 'sas',
  },
  { codes: [13878], meaning: 'A temporary state of a new beginning. Windows itself says that it is no failure.' },
  {
    codes: [13879],
    meaning: "The lifetime that the peer's policy asks for is too short.",
    todo: ['Correct the lifetime in the policy of the peer.'],
    ask: 'rules',
  },
  {
    codes: [13880],
    meaning:
      'The peer does not speak this version of IKE: another IKE stack answers at that address, such as a VPN gateway or a wrong NAT target.',
    todo: ['Check who answers at the endpoint.'],
    ask: 'endpoint',
  },
  { codes: [13881], meaning: 'The key of the certificate is too short for the policy.', ask: 'client-certificates' },
  {
    codes: [13882],
    meaning:
      'This peer has the most main modes that are allowed: many clients behind one address, or old associations that stayed.',
    todo: ['Delete old associations on the server or wait for their end, then try again.'],
    ask: 'server-events',
  },
  {
    codes: [13883],
    meaning: 'A rule says not to negotiate with this peer: an exemption (the network location server, NAT64) wins.',
    ask: 'rules',
  },
  {
    codes: [13884],
    meaning:
      'A main mode has carried all the quick modes that it may, and a new one begins. This is a state and no failure.',
  },
  {
    codes: [13885],
    meaning: 'The main mode came to its end, or the peer ended it. That is normal at a renewal or after sleep.',
    todo: ['If it repeats, look why the peer restarts.'],
    ask: 'sas',
  },
  {
    codes: [13886],
    meaning:
      'The peer stopped answering, so the main mode was given up. Once, after sleep, roaming or a restart, that is normal; otherwise the path is at fault.',
    ask: 'endpoint',
  },
  {
    codes: [13887],
    meaning:
      'A certificate does not chain to the root or issuer that the rule names: the authority was renewed with a new key, an intermediate is named as a root, or another certificate was picked.',
    ask: 'client-certificates',
  },
  {
    codes: [13888],
    meaning: 'A message came out of its order, as when packets are sent again.',
    todo: ['Ignore it unless the negotiation fails; then capture packets on both ends.'],
  },
  { codes: [13889], meaning: 'The two sides disagree about the methods of authentication.', ask: 'rules' },
  {
    codes: [13890],
    meaning: 'The server asked the client to prove its address, as it does under a flood. Once, that is harmless.',
    todo: ['If it repeats, look at the load of the server (event 4646).'],
  },
  {
    codes: [13891],
    meaning: 'The IKE service is shutting down.',
    todo: ['Start the service IKEEXT, and see why it stopped.'],
    ask: 'firewall',
  },
  {
    codes: [13892],
    meaning:
      'A binding between an address and a certificate could not be verified. DirectAccess does not use such addresses: another rule matched.',
    ask: 'rules',
  },
  {
    codes: [13893],
    meaning: 'A part about NAT could not be processed: a NAT or another device changed the packets.',
    todo: [CAPTURE],
    ask: 'endpoint',
  },
  {
    codes: [13894],
    meaning:
      'The quick mode does not fit the main mode that it should use: with one endpoint for both tunnels, it was tried on the other tunnel. An edited rule does that.',
    ask: 'rules',
  },
  {
    codes: [13895],
    meaning: 'The quick mode SA ended because nothing used it. Traffic makes a new one; this is no failure.',
  },
  {
    codes: [13896],
    meaning: 'There are too many dynamic filters.',
    todo: ['Restart the services BFE and IKEEXT (or the computer).'],
    ask: 'rules',
  },
  {
    codes: [13898],
    meaning: 'A placeholder of a VPN with Network Access Protection was removed. DirectAccess does not use it.',
  },
  {
    codes: [13899, 13900, 13904],
    meaning: 'This belongs to an IKEv2 VPN and not to DirectAccess.',
    todo: ['Look at the VPN connection, not at the DirectAccess rules.'],
  },
  {
    codes: [13901],
    meaning:
      'The negotiation under the identity of the user is still running: the intranet tunnel waits for the credentials of the user.',
    todo: ['Wait some seconds. If it stays, sign in with a domain account and its current password.'],
    ask: 'traffic',
  },
  {
    codes: [13902],
    meaning: 'One of two negotiations that ran side by side (AuthIP and IKEv1) was dropped. This is no failure.',
  },
  {
    codes: [13903],
    meaning: 'The server drops requests from this address because there are too many: many clients behind one NAT.',
    todo: ['Look at the limits and the load of the server.'],
    ask: 'server-events',
  },
  {
    codes: [13905],
    meaning:
      'The peer was authenticated but is not allowed: with Network Access Protection the health certificate is missing; without it, the computer or user is not in an authorized group.',
    ask: 'events',
  },
  {
    codes: [13906],
    meaning:
      'The rule asks for a smart card (or one-time password) sign-in, and the user signed in otherwise: the token lacks This Organization Certificate.',
    ask: 'token',
  },
  {
    codes: [13907],
    meaning: 'The peer was authenticated but is not allowed; other credentials, such as a smart card, may be.',
    ask: 'token',
  },
  {
    codes: [13908],
    meaning:
      'The rule asks for a smart card sign-in, and the certificate of the card may not be mapped to the account.',
    todo: ['Check how the certificate of the user maps to the account, and that its issuer is in the NTAuth store.'],
    ask: 'token',
  },
  {
    codes: [13910],
    meaning:
      'A packet came for an association that is not there (event 4965): the peer still uses an old one after a restart or fail-over.',
    todo: ['Delete the associations on the peer or wait for their end.'],
    ask: 'sas',
  },
  { codes: [13911], meaning: 'A packet came on an association that had just ended. At a renewal that is harmless.' },
  {
    codes: [13912],
    meaning:
      'A packet does not fit the association on which it came: the rules of both sides select different traffic.',
    todo: ['Compare the rules of both sides.'],
    ask: 'rules',
  },
  {
    codes: [13913],
    meaning: 'Packets came twice or out of order (events 4961 and 4962), as behind some load balancers.',
    todo: ['Check the load balancer and the path for doubled packets.'],
    ask: 'events',
  },
  {
    codes: [13914, 13915],
    meaning: 'A protected packet was damaged or changed on the way (event 4960).',
    todo: [CAPTURE],
    ask: 'events',
  },
  {
    codes: [13916],
    meaning:
      'A packet came unprotected that should have been protected (event 4963): the peer does not use the tunnel.',
    todo: ['Check that the rules are active on the peer.'],
    ask: 'rules',
  },
  {
    codes: [13917],
    meaning: 'A protected packet was dropped in authenticated firewall mode. Windows itself says that this is benign.',
  },
  {
    codes: [13918, 13929, 13932],
    meaning: 'The protection against floods dropped a packet because a limit was reached.',
    todo: ['Look at the load of the server, and raise the limits of its DoS protection if it is legitimate.'],
    ask: 'server-events',
  },
  {
    codes: [13925, 13926, 13927, 13930],
    meaning:
      'The DoS protection of the server refused a packet: blocked by a rule, multicast, malformed, or of a keying module that is not allowed.',
    todo: ['Look at the DoS protection settings of the server.'],
    ask: 'server-events',
  },
  {
    codes: [13928],
    meaning:
      'The DoS protection of the server knows no negotiation to which the packet belongs: the client sends data before IKE.',
    todo: ['Let the client build its tunnel anew: list its SAs, then try again.'],
    ask: 'sas',
  },
  { codes: [13931], meaning: 'The DoS protection is not enabled on this computer. That alone breaks no tunnel.' },
];

/** The names of the policy store's codes, from 13000 on; their texts tell no more (Microsoft, System Error Codes 12000-15999). */
const POLICY_STORE: readonly string[] = [
  ...['QM_POLICY_EXISTS', 'QM_POLICY_NOT_FOUND', 'QM_POLICY_IN_USE', 'MM_POLICY_EXISTS', 'MM_POLICY_NOT_FOUND'],
  ...['MM_POLICY_IN_USE', 'MM_FILTER_EXISTS', 'MM_FILTER_NOT_FOUND', 'TRANSPORT_FILTER_EXISTS'],
  ...['TRANSPORT_FILTER_NOT_FOUND', 'MM_AUTH_EXISTS', 'MM_AUTH_NOT_FOUND', 'MM_AUTH_IN_USE'],
  ...['DEFAULT_MM_POLICY_NOT_FOUND', 'DEFAULT_MM_AUTH_NOT_FOUND', 'DEFAULT_QM_POLICY_NOT_FOUND'],
  ...['TUNNEL_FILTER_EXISTS', 'TUNNEL_FILTER_NOT_FOUND', 'MM_FILTER_PENDING_DELETION'],
  ...['TRANSPORT_FILTER_PENDING_DELETION', 'TUNNEL_FILTER_PENDING_DELETION', 'MM_POLICY_PENDING_DELETION'],
  ...['MM_AUTH_PENDING_DELETION', 'QM_POLICY_PENDING_DELETION', 'MM_POLICY_PRUNED', 'QM_POLICY_PRUNED'],
];

/** The codes of the policy store with their names. */
export const policyStoreCodes: readonly { readonly code: number; readonly name: string }[] = POLICY_STORE.map(
  (name, index) => ({ code: 13000 + index, name: `${name.endsWith('PRUNED') ? 'WARNING' : 'ERROR'}_IPSEC_${name}` }),
);
