/** From a negotiation failure to its causes: the contract's code table. A code confirms only itself. */
import { type CauseId } from '../diagnosis/diagnosis';
import { type Deployment } from '../facts/deployment';
import { type Failure, STATES } from '../facts/failures';
import { isComputerAccount } from '../facts/ipsec-events';
import { type Suspicion } from './cause';
import { firstSentence } from '../grammars/ike-codes';

const BY_CODE: Readonly<Record<number, CauseId>> = {
  13801: 'certificate-failure',
  13826: 'certificate-failure',
  13875: 'certificate-failure',
  13806: 'certificate-missing',
  13847: 'certificate-missing',
  13818: 'certificate-wrong-usage',
  13819: 'certificate-wrong-usage',
  13881: 'certificate-wrong-usage',
  13820: 'certificate-no-private-key',
  13887: 'certificate-untrusted',
  13805: 'negotiation-timeout',
  13813: 'negotiation-timeout',
  13886: 'negotiation-timeout',
  13802: 'policy-mismatch',
  13825: 'policy-mismatch',
  13850: 'policy-mismatch',
  13868: 'policy-mismatch',
  13883: 'policy-mismatch',
  13889: 'policy-mismatch',
  13894: 'policy-mismatch',
  13906: 'smart-card-required',
  13908: 'smart-card-required',
};

const REVOCATION: readonly number[] = [13817, 13848];
const AUTHORIZATION: readonly number[] = [13905, 13907];
/** The certificate codes, which say nothing of a second authentication that uses none (4984). */
const CREDENTIALS: readonly number[] = [13801, 13826, 13875, 13827];

/** Whether the failure says why; 13807, 13808 and codes beyond the table leave that to the log of the other side. */
export const namesReason = ({ codes, mode }: Failure): boolean =>
  mode === 'extended' ||
  codes.some((code) => code in BY_CODE || REVOCATION.includes(code) || AUTHORIZATION.includes(code));

/** The causes that a code stands for, whichever negotiation it ended, the likelier first; none for a state that is no failure. */
export function causesOfCode(code: number): readonly CauseId[] {
  if (STATES.includes(code)) return [];
  if (REVOCATION.includes(code)) return ['revocation-unreachable', 'certificate-revoked'];
  if (AUTHORIZATION.includes(code)) return ['health-certificate-missing', 'authorization-denied'];
  return [BY_CODE[code] ?? 'negotiation-failed'];
}

/** What a failure makes suspect, the surest first. */
export function failureCauses(failure: Failure, deployment: Deployment): readonly Suspicion[] {
  const code = failure.codes[0];
  const shown = { proof: [failure.quote], ...(code === undefined ? {} : { code: String(code) }) };
  if (code !== undefined && REVOCATION.includes(code)) {
    return (['revocation-unreachable', 'certificate-revoked'] as const).map((id) => ({
      id,
      confidence: 'likely',
      ...shown,
    }));
  }
  if (code !== undefined && AUTHORIZATION.includes(code)) return [authorization(deployment, shown)];
  const byCode = code === undefined ? undefined : BY_CODE[code];
  const accountTells = failure.mode === 'extended' && (byCode === undefined || CREDENTIALS.includes(code ?? 0));
  if (accountTells) return [secondAuthentication(failure, shown)];
  if (byCode !== undefined) return [{ id: byCode, confidence: 'confirmed', title: titleOf(failure, byCode), ...shown }];
  if (deployment.kind === 'kerberos-proxy' && code === 13827)
    return [{ id: 'kerberos-proxy', confidence: 'likely', ...shown }];
  // Where nothing shows the deployment yet, Kerberos in main mode hints at the proxy.
  const proxy: readonly Suspicion[] =
    code === 13827 && deployment.kind === 'unknown' ? [{ id: 'kerberos-proxy', confidence: 'possible', ...shown }] : [];
  if (code === undefined && failure.answered === false)
    return [{ id: 'negotiation-timeout', confidence: 'likely', ...shown }];
  return [
    {
      id: 'negotiation-failed',
      confidence: code === undefined ? 'likely' : 'confirmed',
      title: titleOf(failure, 'negotiation-failed'),
      ...shown,
    },
    ...proxy,
  ];
}

/** 13905 is the health certificate only where Network Access Protection can exist and the rules do not rule it out. */
function authorization(deployment: Deployment, shown: Pick<Suspicion, 'proof'>): Suspicion {
  if (deployment.healthPossible === false || deployment.healthRequired === false) {
    return { id: 'authorization-denied', confidence: 'confirmed', ...shown };
  }
  const certain = deployment.healthPossible === true && deployment.healthRequired === true;
  return { id: 'health-certificate-missing', confidence: certain ? 'confirmed' : 'likely', ...shown };
}

/** Whose second authentication failed: the computer's is checked by the server at a domain controller. */
function secondAuthentication(failure: Failure, shown: Pick<Suspicion, 'proof'>): Suspicion {
  const computer = failure.account === null ? failure.tunnel === 'infra' : isComputerAccount(failure.account);
  if (computer) return { id: 'server-no-domain-controller', confidence: 'possible', ...shown };
  const title = failure.account === null ? undefined : `The credentials of ${failure.account} were refused.`;
  return { id: 'user-credentials', confidence: 'likely', ...(title === undefined ? {} : { title }), ...shown };
}

function titleOf(failure: Failure, cause: CauseId): string {
  const code = failure.codes.length === 1 ? ` (code ${failure.codes[0] ?? ''})` : '';
  const where = failure.arose === 'peer' ? 'the other side' : failure.side === 'server' ? 'the server' : 'this side';
  const what = failure.text === '' ? 'The negotiation failed' : firstSentence(failure.text);
  return cause === 'negotiation-failed' || cause === 'certificate-failure'
    ? `The negotiation ended with: ${what}${code}.`
    : `${what}${code}, as ${where} logged it.`;
}
