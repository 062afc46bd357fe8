/** The commands that several questions share. */
import { part } from './question';

/** The GUIDs of IPsec Main Mode, Quick Mode and Extended Mode: their names are localised. */
const AUDIT_SUBCATEGORIES = ['0CCE9218', '0CCE9219', '0CCE921A']
  .map((id) => `{${id}-69AE-11D9-BED3-505054503030}`)
  .join(',');
/** Shows whether the three modes are audited, and switches it on. */
export const AUDIT_GET = `auditpol /get /subcategory:${AUDIT_SUBCATEGORIES}`;
export const AUDIT_SET = `auditpol /set /subcategory:${AUDIT_SUBCATEGORIES} /success:enable /failure:enable`;
/** IPsec events by number: between the ranges lie others, and sign-ins (4648) would fill the 400 newest. */
const EVENT_IDS: readonly (readonly [first: number, last: number])[] = [
  [4646, 4646],
  [4650, 4655],
  [4960, 4965],
  [4976, 4984],
  [5049, 5049],
  [5451, 5453],
  [5456, 5485],
];

/** The Event Log service refuses a query of more expressions (some 20, Microsoft's consuming events: query limits). */
export const MAX_QUERY_EXPRESSIONS = 20;

const IDS = EVENT_IDS.map(([first, last]) =>
  first === last ? `EventID=${first}` : `(EventID>=${first} and EventID<=${last})`,
).join(' or ');

/** The newest IPsec events of the Security log: one line for cmd and for PowerShell, its answer small enough to paste or to save. */
const EVENTS = `wevtutil qe Security /q:"*[System[Provider[@Name='Microsoft-Windows-Security-Auditing'] and (${IDS})]]" /f:RenderedXml /rd:true /c:400`;

export const mmsa = part('netsh-mmsa', 'netsh advfirewall monitor show mmsa');
export const qmsa = part('netsh-qmsa', 'netsh advfirewall monitor show qmsa');
export const activeRules = part('netsh-consec', 'netsh advfirewall monitor show consec verbose', {
  accept: ({ store }) => store === 'active',
});
export const profile = part('netsh-currentprofile', 'netsh advfirewall monitor show currentprofile');
export const ipHttps = part('netsh-httpstunnel', 'netsh interface httpstunnel show interfaces', { elevated: false });
export const auditGet = part('auditpol', AUDIT_GET);
export const events = part('security-events', EVENTS);
/** Windows logs failed negotiations so by default, whatever is audited (Microsoft, Logging of the Windows Filtering Platform). */
export const netEvents = part('netsh-wfp-netevents', 'netsh wfp show netevents file=-');
export const store = part('certutil-store', 'certutil -v -store my');
