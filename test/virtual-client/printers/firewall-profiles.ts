/** `netsh advfirewall monitor show currentprofile`, `show allprofiles state` and `sc query`. */
import { type Deployment, type Profile } from '../deployment';
import { lines, RULE, setting } from './layout';

const TITLES: Readonly<Record<Profile, string>> = { domain: 'Domain', private: 'Private', public: 'Public' };
const ORDER: readonly Profile[] = ['domain', 'private', 'public'];

export function printCurrentProfile({ client }: Deployment): string {
  const attached = ORDER.filter((profile) => client.networks.some((network) => network.profile === profile));
  return lines(
    ...attached.map((profile) => [
      '',
      `${TITLES[profile]} Profile: `,
      RULE,
      ...client.networks.filter((network) => network.profile === profile).map(({ name }) => name),
    ]),
    'Ok.',
    '',
  );
}

export const printProfileStates = ({ client }: Deployment): string =>
  lines(
    ...ORDER.map((profile) => [
      '',
      `${TITLES[profile]} Profile Settings: `,
      RULE,
      setting('State', client.firewall[profile] ? 'ON' : 'OFF'),
    ]),
    'Ok.',
    '',
  );

export function printService({ client, server }: Deployment, name: string, side: 'client' | 'server'): string {
  const runs =
    side === 'client' ? !client.stoppedServices.includes(name) : name !== 'KPSSVC' || server.kdcProxyStopped !== true;
  return lines(
    '',
    `SERVICE_NAME: ${name} `,
    '        TYPE               : 20  WIN32_SHARE_PROCESS  ',
    `        STATE              : ${runs ? '4  RUNNING' : '1  STOPPED'} `,
    `                                (${runs ? 'STOPPABLE' : 'NOT_STOPPABLE'}, NOT_PAUSABLE, IGNORES_SHUTDOWN)`,
    `        WIN32_EXIT_CODE    : ${runs ? '0  (0x0)' : '1077  (0x435)'}`,
    '        SERVICE_EXIT_CODE  : 0  (0x0)',
    '        CHECKPOINT         : 0x0',
    '        WAIT_HINT          : 0x0',
  );
}
