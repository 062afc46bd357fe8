/** The settings of the ticket system as they belong together: what each system needs, and the sentence where something of it is missing. */
import { isLoopbackHost } from '../loopback';
import { TICKET_SYSTEMS, type TicketSystemName } from './ticket-system';

export interface TicketSettings {
  readonly system: TicketSystemName;
  /** Without a slash at its end. */
  readonly url: string;
  readonly user: string | null;
  readonly secret: string;
  /** Finds a ticket's number in a title, a name or a message; its first group that takes part is the number, else the whole match. */
  readonly pattern: RegExp;
  /** The table of ServiceNow. */
  readonly table: string;
  /** Whether names and addresses are replaced in what is written. */
  readonly redacted: boolean;
}

/** As they stand in the environment, each by itself already checked. */
export interface GivenTicketSettings {
  readonly TUNNEL_TRIAGE_TICKET_SYSTEM: TicketSystemName | undefined;
  readonly TUNNEL_TRIAGE_TICKET_URL: string | undefined;
  readonly TUNNEL_TRIAGE_TICKET_USER: string | undefined;
  readonly TUNNEL_TRIAGE_TICKET_SECRET: string | undefined;
  readonly TUNNEL_TRIAGE_TICKET_PATTERN: string | undefined;
  readonly TUNNEL_TRIAGE_TICKET_TABLE: string | undefined;
  readonly TUNNEL_TRIAGE_TICKET_REDACT: 'on' | 'off' | undefined;
}

/** Keys of Jira look like SHA-256 and UTF-8 too, and of a webhook nobody knows how they look: there the operator must say it. */
const PATTERNS: Readonly<Record<TicketSystemName, string | null>> = {
  servicenow: String.raw`\bINC\d{7,10}\b`,
  'request-tracker': String.raw`\b(?:RT|ticket)\s?#?(\d{1,9})\b|\[[^\]#]{1,60} #(\d{1,9})\]`,
  jira: null,
  webhook: null,
};
/** A webhook has its secret; Request Tracker takes a token in the place of user and password. */
const NEEDS_USER: ReadonlySet<TicketSystemName> = new Set(['servicenow', 'jira']);
const DEFAULT_TABLE = 'incident';
const SYSTEM = 'TUNNEL_TRIAGE_TICKET_SYSTEM';

/** null where no ticket system is set up. `faults` must have been empty. */
export function ticketSettings(given: GivenTicketSettings): TicketSettings | null {
  const system = given.TUNNEL_TRIAGE_TICKET_SYSTEM;
  if (system === undefined) return null;
  return {
    system,
    url: (given.TUNNEL_TRIAGE_TICKET_URL ?? '').replace(/\/$/, ''),
    user: given.TUNNEL_TRIAGE_TICKET_USER ?? null,
    secret: given.TUNNEL_TRIAGE_TICKET_SECRET ?? '',
    pattern: ticketPattern(given.TUNNEL_TRIAGE_TICKET_PATTERN ?? PATTERNS[system] ?? ''),
    table: given.TUNNEL_TRIAGE_TICKET_TABLE ?? DEFAULT_TABLE,
    redacted: given.TUNNEL_TRIAGE_TICKET_REDACT === 'on',
  };
}

/** Upper and lower case make no difference: people write inc0012345. */
export const ticketPattern = (source: string): RegExp => new RegExp(source, 'iu');

/** One sentence for each setting that is missing, or that means nothing without another. */
export function faultsOfTickets(given: GivenTicketSettings): readonly string[] {
  const system = given.TUNNEL_TRIAGE_TICKET_SYSTEM;
  if (system === undefined) return faultsWithoutSystem(given);
  const missing = (name: string, why: string, example: string): string =>
    `${name} is unset and ${SYSTEM} is ${system}: ${why}, for example ${name}=${example}.`;
  return [
    ...(given.TUNNEL_TRIAGE_TICKET_URL === undefined
      ? [missing('TUNNEL_TRIAGE_TICKET_URL', 'set its address', EXAMPLES[system])]
      : []),
    ...(given.TUNNEL_TRIAGE_TICKET_SECRET === undefined
      ? [missing('TUNNEL_TRIAGE_TICKET_SECRET', 'set the password, token or shared secret', 'the-secret')]
      : []),
    ...(given.TUNNEL_TRIAGE_TICKET_USER === undefined && NEEDS_USER.has(system)
      ? [missing('TUNNEL_TRIAGE_TICKET_USER', 'set the account that writes the notes', 'tunnel-triage@example.com')]
      : []),
    ...(given.TUNNEL_TRIAGE_TICKET_PATTERN === undefined && PATTERNS[system] === null
      ? [missing('TUNNEL_TRIAGE_TICKET_PATTERN', 'say how its ticket numbers look', String.raw`\bNET-\d+\b`)]
      : []),
  ];
}

const EXAMPLES: Readonly<Record<TicketSystemName, string>> = {
  servicenow: 'https://example.service-now.com',
  jira: 'https://example.atlassian.net',
  'request-tracker': 'https://rt.example.com',
  webhook: 'https://hooks.example.com/tunnel-triage',
};

function faultsWithoutSystem(given: GivenTicketSettings): readonly string[] {
  const meant = Object.entries(given).find(([, value]: [string, unknown]) => value !== undefined)?.[0];
  if (meant === undefined) return [];
  return [`${meant} is set and ${SYSTEM} is not: set it to one of ${TICKET_SYSTEMS.join(', ')}, or unset ${meant}.`];
}

/** Whether credentials may be sent to an address: encrypted, or within this machine, and without any in the address itself. */
export function isTicketUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  const open = protocol === 'http:' && isLoopbackHost(hostname);
  return (protocol === 'https:' || open) && username === '' && password === '';
}

/** A repetition of something that repeats by itself may take longer than anybody waits. */
const REPEATS_REPETITIONS = /[+*}]\)[+*{]/;

/** A pattern that can be read, finds something, and takes time in proportion to what it is given. */
export function isTicketPattern(source: string): boolean {
  if (REPEATS_REPETITIONS.test(source)) return false;
  try {
    return !ticketPattern(source).test('');
  } catch {
    return false;
  }
}
