/** What a language is to the readers: the words with which Windows says in it what decides, each with where it was heard. */

/**
 * What the words of a list say. A word is a part of a regular expression without groups of its own; case does not count. Labels that no
 * reader needs are not here: values are told by their order and their form.
 */
export type Notion =
  /** netsh's closing word, as a whole line. */
  | 'ok'
  /** Of "No rules match the specified criteria.": the three words that tell it from other sentences. */
  | 'criteria'
  | 'rules'
  | 'associations'
  /** Of "requires elevation (Run as administrator)": both must be there. */
  | 'administrator'
  | 'elevation'
  | 'denied'
  | 'yes'
  | 'no'
  | 'on'
  | 'off'
  /** The label above each rule. */
  | 'ruleName'
  /** The titles of firewall profiles, and the names in a rule's list of profiles. */
  | 'profile'
  | 'settings'
  | 'domain'
  | 'private'
  | 'public'
  /** Where the DNS client thinks the computer is. */
  | 'inside'
  | 'outside'
  /** "Direct access (no proxy server).", as a sentence begins. */
  | 'directAccess'
  /** The label of the computer's domain in `systeminfo`, whole. */
  | 'domainLabel'
  /** What begins an error of reg.exe, and what it says of a key that is not there. */
  | 'error'
  | 'registry'
  | 'notFound'
  /** The titles of adapters, up to their names. */
  | 'ethernetAdapter'
  | 'wirelessAdapter'
  | 'tunnelAdapter'
  | 'pppAdapter'
  | 'unknownAdapter'
  /** The heading of the name resolution policy table. */
  | 'nameResolution'
  | NetNotion
  | AuditNotion
  | PolicyNotion
  | CertutilNotion
  /** How the DNS client says that its DirectAccess settings are switched off. */
  | 'disabled'
  /** In the message of an event: on which computer a negotiation failed. */
  | 'localComputer'
  | 'remoteComputer';

/** Of `net view` and `ping`: the word before the number of a system error; whole sentences without their full stop; `{}` is the host's name. */
type NetNotion = 'systemError' | 'emptyList' | 'commandDone' | 'hostNotFound';

/**
 * Of `auditpol`: settings, each a whole text and no expression; what tells the IPsec subcategories apart, in lower case and without accents,
 * as `audit-words.ts` looks for them.
 */
type AuditNotion =
  | 'auditNone'
  | 'auditSuccess'
  | 'auditFailure'
  | 'auditBoth'
  | 'ipsecMain'
  | 'ipsecQuick'
  | 'ipsecExtended'
  | 'ipsecDriver';

/** Of `gpresult` and `whoami`: titles, what stands in an empty list, and the types of groups. */
type PolicyNotion =
  'resultTool' | 'userSection' | 'securityGroups' | 'notApplicable' | 'groupInformation' | 'groupType';

/** Of `certutil`: what it says of a private key and of a fetched address, and headings of extensions. */
type CertutilNotion =
  'keyWorks' | 'keyMissing' | 'urlGood' | 'urlBad' | 'enhancedKeyUsage' | 'distributionPoints' | 'baseList';

export type Words = Readonly<Partial<Record<Notion, readonly string[]>>>;

export interface Language {
  /** ISO 639-1. */
  readonly code: string;
  /** How every Windows locale of the language prints dates; null where they differ. */
  readonly dates: 'day-first' | 'year-first' | null;
  /** Words of labels and sentences that tell the language; none of them is a word of another language here. Case counts. */
  readonly telling: readonly string[];
  /** Letters of a script that no other language here has. */
  readonly script?: RegExp;
  /** Read in outputs of Windows that somebody published. */
  readonly seen: Words;
  /** From memory of Windows' translations: believed, and never the only proof of anything but what the word itself says. */
  readonly remembered: Words;
  /**
   * Failure reasons of IPsec events, by their code: Windows writes `FailureReason` in the language of the system, and no public list of those
   * texts exists, so these are the ones that logs and Microsoft's translated pages show (System Error Codes 12000-15999). A text that is not
   * here gives no code, and the event's id, point and state speak for it.
   */
  readonly failures?: Readonly<Record<number, readonly string[]>>;
}
