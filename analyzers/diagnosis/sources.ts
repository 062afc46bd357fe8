/** Where the facts of steps, commands and causes come from: public pages, each named once. */

export interface Source {
  readonly title: string;
  readonly address: string;
}

export const SOURCES = {
  article: {
    title: 'DirectAccess Client Cannot Establish Tunnels to the DirectAccess Server (Microsoft, 2009)',
    address:
      'https://learn.microsoft.com/en-us/previous-versions/windows/it-pro/windows-server-2008-R2-and-2008/ee844114(v=ws.10)',
  },
  prerequisites: {
    title: 'Prerequisites for Deploying DirectAccess (Microsoft)',
    address:
      'https://learn.microsoft.com/windows-server/remote/remote-access/directaccess/prerequisites-for-deploying-directaccess',
  },
  troubleshooting: {
    title: 'Troubleshooting DirectAccess (Microsoft)',
    address:
      'https://learn.microsoft.com/windows-server/remote/remote-access/directaccess/troubleshooting-directaccess',
  },
  console: {
    title: 'Troubleshoot DirectAccess server console (Microsoft, a series)',
    address:
      'https://learn.microsoft.com/troubleshoot/windows-server/networking/troubleshoot-directaccess-server-console-6to4',
  },
  location: {
    title: 'Network Location Detection (Microsoft)',
    address:
      'https://docs.microsoft.com/en-us/previous-versions/windows/it-pro/windows-server-2008-R2-and-2008/ff641736(v=ws.10)',
  },
  systemErrors: {
    title: 'System Error Codes, 0 to 15999 (Microsoft)',
    address: 'https://learn.microsoft.com/windows/win32/debug/system-error-codes',
  },
  ikeErrors: {
    title: 'System Error Codes (12000-15999) (Microsoft)',
    address: 'https://learn.microsoft.com/windows/win32/debug/system-error-codes--12000-15999-',
  },
  comErrors: {
    title: 'COM Error Codes, Security and Setup (Microsoft)',
    address: 'https://learn.microsoft.com/windows/win32/com/com-error-codes-4',
  },
  ipHttps: {
    title: 'DirectAccess clients cannot connect: 0x103, 0x2AFC, 0x2AF9 (Microsoft, KB 2980635)',
    address: 'https://support.microsoft.com/en-us/help/2980635',
  },
  ipHttpsTunnel: {
    title: 'Netsh Commands for Interface HTTPSTunnel (Microsoft)',
    address:
      'https://learn.microsoft.com/en-us/previous-versions/windows/it-pro/windows-server-2008-r2-and-2008/dd941590(v=ws.10)',
  },
  nameTable: {
    title: 'netsh namespace (Microsoft)',
    address: 'https://learn.microsoft.com/en-us/windows-server/administration/windows-commands/netsh-namespace',
  },
  commandReference: {
    title: 'Windows commands, A to Z (Microsoft)',
    address: 'https://learn.microsoft.com/windows-server/administration/windows-commands/windows-commands',
  },
  powershell: {
    title: 'PowerShell module reference: NetSecurity, NetTCPIP, DnsClient, NetConnection (Microsoft)',
    address: 'https://github.com/MicrosoftDocs/windows-powershell-docs',
  },
  messages: {
    title: 'Message tables of Windows: msobjs.dll, iphlpsvc.dll (libyal, winevt-kb)',
    address: 'https://github.com/libyal/winevt-kb',
  },
  audit: {
    title: 'Auditing and Logging, Windows Filtering Platform (Microsoft)',
    address: 'https://learn.microsoft.com/windows/win32/fwp/auditing-and-logging',
  },
  netEvents: {
    title: 'Windows Filtering Platform API Structures: FWPM_NET_EVENT, IKEEXT_STATISTICS (Microsoft)',
    address: 'https://learn.microsoft.com/windows/win32/fwp/fwp-structs',
  },
  hicksTips: {
    title: 'R. Hicks: Top 5 DirectAccess Troubleshooting Tips',
    address: 'https://directaccess.richardhicks.com/tag/ipsec/',
  },
  hicksNames: {
    title: 'R. Hicks: Troubleshooting Name Resolution Issues on DirectAccess Clients',
    address:
      'https://directaccess.richardhicks.com/2014/01/13/troubleshooting-name-resolution-issues-on-directaccess-clients/',
  },
  hicksSixToFour: {
    title: 'R. Hicks: Disable 6to4 IPv6 Transition Protocol for DirectAccess Clients',
    address:
      'https://directaccess.richardhicks.com/2015/02/02/disable-6to4-ipv6-transition-protocol-for-directaccess-clients/',
  },
  hicksExpired: {
    title: 'R. Hicks: Expired IP-HTTPS certificate and error 0x800b0101',
    address:
      'https://directaccess.richardhicks.com/2016/11/15/directaccess-expired-ip-https-certificate-and-error-0x800b0101/',
  },
} as const satisfies Readonly<Record<string, Source>>;

export type SourceId = keyof typeof SOURCES;
