/** Windows Firewall is on for private and public networks, and the services that IPsec needs run. */
import { type Suspicion } from '../causes/cause';
import { type Facts, every, latest, quotes } from '../facts/facts';
import { type Ground } from '../facts/ground';
import { isEventNewer } from '../facts/newer';
import { type ServiceTrouble, serviceTroubles } from '../facts/service-events';
import { defineStep, failed, type Judgement, passed, unknown, unreadable } from './step';

/** The services without which there is no tunnel; others never fail this rung (the contract's ruling 8). */
const NEEDED_SERVICES = ['BFE', 'MpsSvc', 'IKEEXT', 'PolicyAgent', 'iphlpsvc'];

export const clientFirewall = defineStep({
  id: 'client.firewall',
  tunnel: 'prerequisite',
  title: 'Windows Firewall is on and its services run',
  passes:
    'Windows Firewall is on for the private and the public profile, and BFE, MpsSvc, IKEEXT, PolicyAgent and iphlpsvc run.',
  evidence: ['netsh advfirewall show allprofiles state', 'sc query'],
  question: 'firewall',
  fails:
    'A private or public profile of the firewall is off, or one of BFE, MpsSvc, IKEEXT, PolicyAgent and iphlpsvc does not run.',
  causes: ['firewall-off', 'service-stopped'],
  sources: ['prerequisites', 'hicksTips'],
  judge: (ground) => {
    const { facts } = ground;
    const [trouble] = standingTroubles(ground);
    return (
      profileOff(facts) ??
      serviceStopped(facts) ??
      (trouble === undefined ? null : serviceFailed(trouble)) ??
      withStop(bothShown(facts), trouble)
    );
  },
});

function profileOff(facts: Facts): Judgement | null {
  const reading = latest(facts, 'netsh-firewall-state', 'client');
  const index = reading?.data.profiles.findIndex(({ profile, on }) => profile !== 'domain' && on === false) ?? -1;
  const off = reading?.data.profiles[index];
  if (reading === null || off === undefined) return null;
  const proof = quotes(reading, `profiles[${index}].on`);
  return fail(`Windows Firewall is off for the ${off.profile} profile.`, 'firewall-off', proof, { decider: reading });
}

function serviceStopped(facts: Facts): Judgement | null {
  for (const { reading, index, name, state } of services(facts)) {
    if (state === 'RUNNING') continue;
    const proof = quotes(reading, `services[${index}].state`, `services[${index}].name`);
    const title =
      state === null
        ? `The service ${name} is not installed.`
        : `The service ${name} is ${state.toLowerCase().replace('_', ' ')}.`;
    return fail(title, 'service-stopped', proof, { decider: reading });
  }
  return null;
}

/** What the log says of the services, where no newer listing shows them running: the listing has the last word. */
function standingTroubles({ facts, events }: Ground): readonly ServiceTrouble[] {
  const listed = services(facts);
  return serviceTroubles(events, 'client').filter(({ service, located: { event, reading } }) =>
    listed
      .filter(({ name, state }) => same(name, service) && state === 'RUNNING')
      .every(({ reading: { at: time, call } }) =>
        isEventNewer({ time: event.time, call: reading.call }, { time, call }),
      ),
  );
}

/** A service that only stopped may have been told to, and may have been started by something that the log does not show. */
function serviceFailed({ kind, sentence: title, located }: ServiceTrouble): Judgement | null {
  if (kind === 'stopped') return null;
  const proof = [located.quote];
  const confidence = kind === 'not-started' ? 'confirmed' : 'likely';
  const more = { decider: located.reading, time: located.event.time };
  return failed(title, proof, [{ id: 'service-stopped', confidence, title, proof }], more);
}

function withStop(judgement: Judgement, trouble: ServiceTrouble | undefined): Judgement {
  if (judgement.outcome !== 'unknown' || trouble === undefined) return judgement;
  const why = `${trouble.sentence} Whether it runs now, sc query ${trouble.service} shows.`;
  return { ...judgement, why, proof: [...judgement.proof, trouble.located.quote] };
}

function bothShown(facts: Facts): Judgement {
  const reading = latest(facts, 'netsh-firewall-state', 'client');
  const on = (['private', 'public'] as const).map(
    (name) => reading?.data.profiles.findIndex(({ profile, on }) => profile === name && on === true) ?? -1,
  );
  const running = services(facts);
  const allRun = NEEDED_SERVICES.every((needed) => running.some(({ name }) => same(name, needed)));
  if (reading !== null && on.every((index) => index >= 0) && allRun) {
    const proof = [
      ...quotes(reading, ...on.map((index) => `profiles[${index}].on`)),
      ...running.flatMap((one) => quotes(one.reading, `services[${one.index}].state`)),
    ];
    return passed('It is on for the private and the public profile, and its services run.', proof, reading);
  }
  const unread = [reading, ...every(facts, 'sc-query', 'client')].find((one) => one !== null && !one.complete);
  if (unread !== undefined && unread !== null) return unreadable(unread);
  if (reading === null)
    return unknown(running.length > 0 ? 'The services run; nobody sent the firewall profiles yet.' : undefined);
  return unknown('The firewall profiles are on; nobody sent the services yet.');
}

/** The newest state of each needed service. */
function services(facts: Facts) {
  const readings = every(facts, 'sc-query', 'client');
  return NEEDED_SERVICES.flatMap((needed) => {
    for (const reading of readings) {
      const index = reading.data.services.findIndex(({ name }) => same(name, needed));
      const service = reading.data.services[index];
      if (service !== undefined) return [{ reading, index, ...service }];
    }
    return [];
  });
}

const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

function fail(
  title: string,
  id: Suspicion['id'],
  proof: Judgement['proof'],
  more: Partial<Pick<Judgement, 'decider' | 'time'>>,
): Judgement {
  return failed(title, proof, [{ id, confidence: 'confirmed', title, proof }], more);
}
