/** The KDC proxy of the server, on which the one tunnel of a Kerberos-proxy deployment rests. */
import { type Suspicion } from '../causes/cause';
import { latestOfEach, quotes } from '../facts/facts';
import { type Ground } from '../facts/ground';

/** The KDC proxy service (kpssvc), which the server console names where it is not available. */
const KDC_PROXY = 'KPSSVC';

/** Confirmed where the server lists the service and it does not run; none in deployments without Kerberos proxy. */
export function kdcProxyStopped({ facts, deployment }: Ground): readonly Suspicion[] {
  if (deployment.kind !== 'kerberos-proxy') return [];
  return latestOfEach(facts, 'sc-query', 'server').flatMap((reading) => {
    const index = reading.data.services.findIndex(({ name }) => name.toUpperCase() === KDC_PROXY);
    const service = reading.data.services[index];
    if (service === undefined || service.state === 'RUNNING') return [];
    const title = `The KDC proxy service ${service.name} of the server is ${service.state?.toLowerCase().replace('_', ' ') ?? 'not installed'}.`;
    const proof = quotes(reading, `services[${index}].state`, `services[${index}].name`);
    return [{ id: 'kerberos-proxy', confidence: 'confirmed', title, proof }];
  });
}
