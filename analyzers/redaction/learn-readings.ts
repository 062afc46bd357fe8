/** What the readings of a case name: the values whose place says what they are, whatever language the output was in. */
import { type Reading } from '../reading';
import { learnAccount, type Learner, learnName, learnPhrase, learnText } from './learn-names';
import { type NameKind } from './stand-in-names';

/** The fields of readings, and of the data of events, that hold a name. */
const FIELDS: Readonly<Record<string, NameKind>> = {
  dc: 'host',
  computer: 'host',
  hostName: 'host',
  server: 'host',
  connectTo: 'host',
  target: 'host',
  domain: 'domain',
  suffix: 'domain',
  primarySuffix: 'domain',
  namespace: 'domain',
  site: 'site',
  networks: 'network',
};

/** `SubjectUserName`, `TargetDomainName`, `WorkstationName`, `LocalMMPrincipalName` … */
const EVENT_FIELDS: readonly (readonly [RegExp, NameKind])[] = [
  [/user(?:name)?$/i, 'user'],
  [/domain(?:name)?$/i, 'domain'],
  [/(?:workstation|computer|machine)(?:name)?$/i, 'host'],
  [/principalname$|(?:first|second)id$/i, 'name'],
];

export function learnReadings(readings: readonly Pick<Reading, 'data' | 'host'>[], learner: Learner): void {
  for (const { data, host } of readings) {
    if (host !== null) learnName(host, 'host', learner.names);
    learnValue('', data, learner, 0);
  }
}

/** Readings are flat; a case from a file may be anything. */
const MAX_DEPTH = 8;

function learnValue(field: string, value: unknown, learner: Learner, depth: number): void {
  if (typeof value === 'string') {
    learnField(field, value, learner);
    return;
  }
  if (typeof value !== 'object' || value === null || depth >= MAX_DEPTH) return;
  if (Array.isArray(value)) for (const one of value) learnValue(field, one, learner, depth + 1);
  else for (const [name, one] of Object.entries(value)) learnValue(name, one, learner, depth + 1);
}

function learnField(field: string, value: string, learner: Learner): void {
  if (/^(?:serial|thumbprint)$|certhash$/i.test(field)) {
    const digits = value.replace(/[^0-9a-f]/gi, '').toLowerCase();
    if (digits.length >= MIN_NUMBER_DIGITS) learner.number(digits);
    return;
  }
  learnText(value, learner);
  const kind = FIELDS[field] ?? EVENT_FIELDS.find(([pattern]) => pattern.test(field))?.[1];
  if (kind === undefined || /[=:/]/.test(value)) return;
  if (value.includes('\\')) learnAccount(value.replace(/^\\+/, ''), '', learner.names);
  else if (/\s/.test(value.trim())) learnPhrase(value, kind, learner.names);
  else learnName(value.replace(/\$$/, ''), kind, learner.names);
}

/** A shorter number is no serial number of a certificate that anybody issued. */
export const MIN_NUMBER_DIGITS = 6;
