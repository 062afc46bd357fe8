/** `auditpol /get` and `/set`, and what they say without an elevated prompt. */
import { type Deployment } from '../deployment';
import { lines } from './layout';

export const NO_PRIVILEGE = lines('Error 0x00000522 occurred:', 'A required privilege is not held by the client.', '');

export function printAuditPolicy({ moment, server }: Deployment, side: 'client' | 'server'): string {
  const audited = side === 'server' ? server.audited : moment.audited;
  const withQuickMode = audited && (side === 'server' || moment.quickModeLeftOut !== true);
  const row = (name: string, on = audited): string =>
    `  ${name.padEnd(40)}${on ? 'Success and Failure' : 'No Auditing'}`;
  return lines(
    'System audit policy',
    'Category/Subcategory                      Setting',
    'Logon/Logoff',
    row('IPsec Main Mode'),
    row('IPsec Quick Mode', withQuickMode),
    row('IPsec Extended Mode'),
  );
}

export const AUDIT_SET = lines('The command was successfully executed.', '');
