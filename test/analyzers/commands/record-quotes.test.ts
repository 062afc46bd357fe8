/** What a cmdlet's record becomes shows the lines of that record, also where a record becomes several entries or none. */
import { takeIn } from '../../../analyzers/read';

const quotesOf = async (name: string, lines: readonly string[], field: string): Promise<readonly string[]> => {
  const bytes = Buffer.from(lines.join('\r\n'));
  const { readings } = await takeIn([{ name, bytes }], { call: 1, awaited: null });
  return readings.flatMap(({ proofs }) =>
    Object.entries(proofs).flatMap(([path, { text }]) => (path.endsWith(field) ? [`${path}: ${text}`] : [])),
  );
};

describe('The quote of an entry', () => {
  it('is of its own record below one with two namespaces', async () => {
    const record = (namespace: string): string[] => [
      '',
      'Name                             : DA-{0F1C2B3A-4D5E-6F70-8192-A3B4C5D6E7F8}',
      `Namespace                        : ${namespace}`,
      'IPsecCARestriction               :',
      'DirectAccessDnsServers           : 2001:db8:1::2',
      'DirectAccessEnabled              : True',
    ];
    const lines = [
      'PS C:\\> Get-DnsClientNrptRule',
      ...record('{.corp.example.com, .lab.example.com}'),
      ...record('{nls.corp.example.com}'),
      '',
      'PS C:\\>',
    ];
    expect(await quotesOf('nrpt.txt', lines, '.namespace')).toEqual([
      'rules[0].namespace: Namespace                        : {.corp.example.com, .lab.example.com}',
      'rules[1].namespace: Namespace                        : {.corp.example.com, .lab.example.com}',
      'rules[2].namespace: Namespace                        : {nls.corp.example.com}',
    ]);
  });

  it('is of its own record below one that is none of the three profiles', async () => {
    const lines = [
      'PS C:\\> Get-NetFirewallProfile -PolicyStore ActiveStore | ft Name,Enabled',
      '',
      'Name     Enabled',
      '----     -------',
      'Gathered    True',
      'Private    False',
      '',
      'PS C:\\>',
    ];
    expect(await quotesOf('firewall.txt', lines, '.on')).toEqual(['profiles[0].on: Private    False']);
  });

  it('is of its own record below one whose code is no number', async () => {
    const lines = [
      'PS C:\\> Get-NetIPHttpsState',
      '',
      'LastErrorCode   : none',
      'InterfaceStatus : IPHTTPS interface deactivated',
      '',
      'LastErrorCode   : 0x0',
      'InterfaceStatus : IPHTTPS interface active',
      '',
      'PS C:\\>',
    ];
    expect(await quotesOf('iphttps.txt', lines, '.status')).toEqual([
      'interfaces[0].status: InterfaceStatus : IPHTTPS interface active',
    ]);
  });

  it('is of the last answer where the status was asked for several times', async () => {
    const answer = (status: string, substatus: string): string[] => [
      `Status    : ${status}`,
      `Substatus : ${substatus}`,
      '',
    ];
    const lines = [
      'PS C:\\> Get-DAConnectionStatus',
      '',
      ...answer('Error', 'CouldNotContactDirectAccessServer'),
      ...answer('ConnectedRemotely', 'None'),
      'PS C:\\>',
    ];
    expect(await quotesOf('status.txt', lines, 'status')).toEqual([
      'status: Status    : ConnectedRemotely',
      'substatus: Substatus : None',
    ]);
  });
});
