/** The printers of the virtual client lay their lines out as the reference layouts of the corpus do. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { deploymentBehindNat, healthyDeployment } from './healthy-deployments';
import { policyNotReceived, vpnConnected, withFault } from './faults';
import { type Deployment } from './deployment';
import { print } from './print';

const ROOT = resolve(__dirname, '../..');
const CORPUS = resolve(ROOT, process.env['TUNNEL_TRIAGE_CORPUS'] ?? '../shared/corpus');
const SYNTHETIC = join(CORPUS, 'synthetic');

const COMMANDS: Readonly<Record<string, string>> = {
  mmsa: 'netsh advfirewall monitor show mmsa',
  qmsa: 'netsh advfirewall monitor show qmsa',
  'consec-active': 'netsh advfirewall monitor show consec verbose',
  'consec-received': 'netsh advfirewall consec show rule name=all verbose',
  currentprofile: 'netsh advfirewall monitor show currentprofile',
  effectivepolicy: 'netsh namespace show effectivepolicy',
  httpstunnel: 'netsh interface httpstunnel show interfaces',
  teredo: 'netsh interface teredo show state',
  gpresult: 'gpresult /r /scope computer',
  urlcache: 'certutil -URLcache CRL',
  dnsclient: 'netsh dnsclient show state',
  nltest: 'nltest /dsgetdc: /force',
  global: 'netsh advfirewall show global',
};
const CMDLETS: Readonly<Record<string, string>> = {
  'mainmode-cmdlet': 'Get-NetIPsecMainModeSA',
  'quickmode-cmdlet': 'Get-NetIPsecQuickModeSA',
};

const DEPLOYMENTS: readonly (readonly [string, Deployment, Readonly<Record<string, string>>])[] = [
  ['w7-two-tunnels', healthyDeployment(), COMMANDS],
  ['w10-behind-nat', deploymentBehindNat(), { ...COMMANDS, ...CMDLETS }],
];

/** What stays of a line when its value is taken away: labels with their padding, titles, rules, closing words. */
function shape(line: string): string {
  const labelled = /^(\s*[A-Za-z][\w ()/-]*?\s*: ?\s*|[A-Za-z]\w+ {2,})\S/.exec(line)?.[1];
  return labelled ?? line.replace(/\d+/g, '0');
}

/** Names, addresses and times are the model's own, so that lines made of them alone have no shape to compare. */
const isOwnName = (line: string): boolean =>
  /northwind|NW-LT|PC-0815|DA_Clients|awalker|kbauer|Network {2}2|contoso|DirectAccess (?:Policy|Client)|^-+$| SA at |^Created On/i.test(
    line,
  );

const shapes = (text: string): readonly string[] => [
  ...new Set(
    text
      .split('\r\n')
      .filter((line) => line.trim() !== '' && !isOwnName(line))
      .map(shape),
  ),
];

const describeCorpus = existsSync(SYNTHETIC) ? describe : describe.skip;
if (!existsSync(SYNTHETIC)) console.log(`The corpus is not at ${SYNTHETIC}: the layouts are not compared.`);

describeCorpus.each(DEPLOYMENTS)('The layouts of %s', (folder, deployment, commands) => {
  it.each(Object.entries(commands))('%s has every label in its column', (name, commandLine) => {
    const reference = readFileSync(join(SYNTHETIC, folder, `${name}.txt`), 'utf8');
    const printed = print(deployment, commandLine, 'client', true);
    expect(shapes(printed)).toEqual(expect.arrayContaining([...shapes(reference)]));
  });
});

describe('The virtual client', () => {
  it('ends every line with CRLF', () => {
    const printed = Object.values(COMMANDS).map((line) => print(healthyDeployment(), line, 'client', true));
    expect(printed.filter((text) => /(?<!\r)\n/.test(text) || !text.endsWith('\r\n'))).toEqual([]);
  });

  it('lists a network in the domain profile when a VPN is connected', () => {
    const printed = print(withFault(healthyDeployment(), vpnConnected), COMMANDS['currentprofile']!, 'client', true);
    expect(printed).toContain('Domain Profile: \r\n');
  });

  it('says in the words of netsh that no rule is active', () => {
    const printed = print(
      withFault(healthyDeployment(), policyNotReceived),
      COMMANDS['consec-active']!,
      'client',
      true,
    );
    expect(printed).toContain('Connection Security Rules:\r\n\r\nNo rules match the specified criteria.\r\n');
  });

  it('refuses a listing that needs an elevated prompt', () => {
    expect(print(healthyDeployment(), COMMANDS['mmsa']!, 'client', false)).toBe(
      'The requested operation requires elevation (Run as administrator).\r\n\r\n',
    );
  });

  it('knows no command that nobody taught it', () => {
    expect(() => print(healthyDeployment(), 'netsh int show everything', 'client', true)).toThrow(
      'The virtual client does not know the command: netsh int show everything',
    );
  });
});
