/** A quick mode SA to the tunnel's endpoint exists. */
import { failureCauses } from '../causes/failure-causes';
import { failureSentence } from '../causes/failure-words';
import { auditedModes, QUICK_MODE } from '../facts/auditing';
import { quickModeRemarks, type Remark } from '../facts/event-remarks';
import { latest, quotes } from '../facts/facts';
import { type Ground } from '../facts/ground';
import { isLaterCapture } from '../facts/newer';
import { mainModeSight, quickModeSight, type Sight } from '../facts/security-associations';
import { type Tunnel } from '../tunnel';
import {
  defineStep,
  failed,
  type Judgement,
  notApplicable,
  passed,
  remarked,
  type Step,
  unknown,
  unreadable,
} from './step';

export const quickMode = (tunnel: Tunnel): Step =>
  defineStep({
    id: `${tunnel.id}.quick-mode`,
    tunnel: tunnel.name,
    title: `Quick mode SA of the ${tunnel.name} tunnel`,
    passes: `A quick mode SA to the ${tunnel.endpoint} endpoint.`,
    evidence: ['netsh advfirewall monitor show qmsa', 'Get-NetIPsecQuickModeSA'],
    question: 'sas',
    fails: 'A quick mode failed with a reason, or a whole listing has none beside a main mode SA.',
    causes: ['policy-mismatch', 'negotiation-failed', 'kerberos-proxy'],
    sources: ['article', 'ikeErrors'],
    judge: (ground) => {
      if (tunnel.id === 'intranet' && ground.deployment.kind === 'kerberos-proxy') {
        return notApplicable('A Kerberos-proxy deployment has one tunnel.', ground.deployment.kindProof);
      }
      const sight = quickModeSight(tunnel, ground);
      const failure = ground.failures.find((one) => one.tunnel === tunnel.id && one.mode === 'quick');
      if (failure !== undefined) {
        const causes = failureCauses(failure, ground.deployment);
        const refused = failed(failureSentence(failure, 'Event'), [failure.quote], causes, {
          decider: failure.reading,
          time: failure.time,
        });
        return remarked(refused, quickModeRemarks(tunnel, ground, false));
      }
      const judgement = bySight(tunnel, sight, ground);
      const open = judgement.outcome === 'unknown' || judgement.byAbsence;
      return remarked(judgement, [...(open ? unaudited(ground) : []), ...quickModeRemarks(tunnel, ground, open)]);
    },
  });

/** A log without event 4654 is none of a quick mode that went well where Quick Mode is left out of the audit, as the article's line does. */
function unaudited({ facts, events }: Ground): readonly Remark[] {
  const audit = latest(facts, 'auditpol', 'client');
  const mode = audit === null ? undefined : auditedModes(audit).find(({ title }) => title === QUICK_MODE);
  if (audit === null || mode?.failure !== false || !events.some(({ side }) => side === 'client')) return [];
  const sentence = 'Failures of quick mode are not audited, so a log without event 4654 says nothing of it.';
  return [{ sentence, quotes: quotes(audit, `subcategories[${mode.index}].failure`, `subcategories[${mode.index}]`) }];
}

function bySight(tunnel: Tunnel, sight: Sight, ground: Ground): Judgement {
  switch (sight.kind) {
    case 'seen':
      return passed(`Quick mode SA to ${sight.remote}.`, sight.proof, sight.reading);
    case 'absent': {
      const below = mainModeSight(tunnel, ground);
      if (below.kind === 'seen' && isLaterCapture(below.reading, sight.reading)) {
        return unknown('The listing of quick mode SAs is older than the main mode SA.', sight.proof);
      }
      if (below.kind !== 'seen') {
        return unknown('No quick mode SA is listed, and whether main mode came about is not shown.', sight.proof);
      }
      const why = `No quick mode SA of the ${tunnel.name} tunnel is listed, although its main mode SA is.`;
      const causes = (['policy-mismatch', 'negotiation-failed'] as const).map((id) => ({
        id,
        confidence: 'possible' as const,
        proof: sight.proof,
      }));
      return failed(why, sight.proof, causes, { decider: sight.reading, byAbsence: true });
    }
    case 'unassigned':
      return unknown('Quick mode SAs are listed, but nothing tells which tunnel they belong to.', sight.proof);
    case 'outdated':
      return unknown('The quick mode SAs were listed before the main mode SA of this tunnel was gone.', sight.proof);
    case 'mismatch':
    case 'unreadable':
      return unreadable(sight.reading, sight.proof);
    case 'not-sent':
      return unknown();
  }
}
