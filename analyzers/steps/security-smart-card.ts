/** The user signed in with a smart card, where the deployment asks for one. */
import { latest, quotes } from '../facts/facts';
import { mainModeSight } from '../facts/security-associations';
import { intranetTunnel } from '../tunnel';
import { defineStep, failed, notApplicable, passed, unknown, unreadable } from './step';

const STRONG_CREDENTIAL = [13906, 13908];
/** `NT AUTHORITY\This Organization Certificate`: the token of a smart card sign-in. `This Organization`, S-1-5-15, is another group. */
const THIS_ORGANIZATION_CERTIFICATE = 'S-1-5-65-1';

export const securitySmartCard = defineStep({
  id: 'security.smart-card',
  tunnel: 'security',
  title: 'The smart card is accepted',
  passes:
    'The token of the user holds This Organization Certificate, or the intranet tunnel is up under a rule that asks for it.',
  evidence: ['Security events', 'whoami /groups'],
  question: 'token',
  fails: 'An event gives code 13906 or 13908.',
  causes: ['smart-card-required'],
  sources: ['article', 'ikeErrors'],
  judge: (ground) => {
    const { facts, deployment, failures } = ground;
    if (deployment.kind === 'kerberos-proxy')
      return notApplicable(
        'Kerberos proxy goes with neither smart cards nor one-time passwords.',
        deployment.kindProof,
      );
    const failure = failures.find(({ codes }) => codes.some((code) => STRONG_CREDENTIAL.includes(code)));
    if (failure !== undefined) {
      const why = `Event ${failure.event} gives code ${failure.codes[0] ?? ''}: the sign-in was without a smart card.`;
      return failed(why, [failure.quote], [], { decider: failure.reading, time: failure.time });
    }
    const token = latest(facts, 'whoami-groups', 'client');
    const index = token?.data.groups.findIndex(({ sid }) => sid.toUpperCase() === THIS_ORGANIZATION_CERTIFICATE) ?? -1;
    if (token !== null && index >= 0) {
      return passed(
        'The token of the user holds This Organization Certificate.',
        quotes(token, `groups[${index}].sid`, `groups[${index}]`),
        token,
      );
    }
    const intranet = mainModeSight(intranetTunnel, ground);
    if (deployment.authorizationRequired === true && intranet.kind === 'seen') {
      return passed(
        'The intranet tunnel is up under a rule that asks for authorization.',
        intranet.proof,
        intranet.reading,
      );
    }
    if (deployment.authorizationRequired === false)
      return notApplicable('The rules ask for no authorization.', deployment.rulesProof);
    if (token === null) return unknown();
    if (!token.complete) return unreadable(token);
    return unknown(
      'The token has no smart card group; whether one is asked for is not shown.',
      quotes(token, 'closing', 'groups[0].sid'),
    );
  },
});
