/** The commands that several questions share. */
import { part } from './question';

/** The GUIDs of IPsec Main Mode, Quick Mode and Extended Mode: their names are localised. */
const AUDIT_SUBCATEGORIES = ['0CCE9218', '0CCE9219', '0CCE921A']
  .map((id) => `{${id}-69AE-11D9-BED3-505054503030}`)
  .join(',');
/** Shows whether the three modes are audited, and switches it on. */
export const AUDIT_GET = `auditpol /get /subcategory:${AUDIT_SUBCATEGORIES}`;
export const AUDIT_SET = `auditpol /set /subcategory:${AUDIT_SUBCATEGORIES} /success:enable /failure:enable`;
/** The IPsec events of the Security log, newest first (audit-events: 4646 to 4655, 4960 to 4965, 4976 to 4984, 5049, 5451 to 5485). */
const EVENTS =
  "wevtutil qe Security /q:\"*[System[Provider[@Name='Microsoft-Windows-Security-Auditing'] and ((EventID>=4646 and EventID<=4655) or " +
  '(EventID>=4960 and EventID<=4965) or (EventID>=4976 and EventID<=4984) or EventID=5049 or (EventID>=5451 and EventID<=5485))]]" ' +
  '/f:RenderedXml /rd:true /c:400';

export const mmsa = part('netsh-mmsa', 'netsh advfirewall monitor show mmsa');
export const qmsa = part('netsh-qmsa', 'netsh advfirewall monitor show qmsa');
export const activeRules = part('netsh-consec', 'netsh advfirewall monitor show consec verbose', {
  accept: ({ store }) => store === 'active',
});
export const profile = part('netsh-currentprofile', 'netsh advfirewall monitor show currentprofile');
export const ipHttps = part('netsh-httpstunnel', 'netsh interface httpstunnel show interfaces', { elevated: false });
export const auditGet = part('auditpol', AUDIT_GET);
export const events = part('security-events', EVENTS);
export const store = part('certutil-store', 'certutil -v -store my');
