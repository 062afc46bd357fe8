/** What a technician would send to the bot: the outputs of a model client, as the console shows them. */
import { type Deployment } from '../virtual-client/deployment';
import { clientCertificateExpired, withFault } from '../virtual-client/faults';
import { healthyDeployment } from '../virtual-client/healthy-deployments';
import { run } from '../virtual-client/technician';

/** Its infrastructure tunnel fails at main mode, because its certificate has expired. */
export const failingClient = (): Deployment => withFault(healthyDeployment(), clientCertificateExpired);
export const healthyClient = healthyDeployment;

export const ASSOCIATIONS = 'netsh advfirewall monitor show mmsa & netsh advfirewall monitor show qmsa';

/** The window of an elevated prompt on the client, from the command to the next prompt. */
export const windowOf = (deployment: Deployment, commandLine: string): string =>
  run(deployment, { commandLine, side: 'client', elevated: true }).transcript;
