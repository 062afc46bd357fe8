/** Windows Firewall is on for private and public networks, and the services that IPsec needs run. */
import { type Suspicion } from '../causes/cause';
import { type Facts, every, latest, quotes } from '../facts/facts';
import { locatedEvents } from '../facts/failures';
import { compareTimes } from '../facts/newer';
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
  judge: ({ facts }) => profileOff(facts) ?? serviceStopped(facts) ?? ikeNotStarted(facts) ?? bothShown(facts),
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

/** Event 5453: a negotiation failed because IKEEXT was not started. Any later IPsec event shows that it runs again. */
function ikeNotStarted(facts: Facts): Judgement | null {
  const events = locatedEvents(facts).filter(({ side }) => side === 'client');
  const newest = events.reduce<(typeof events)[number] | null>(
    (best, located) => (best === null || compareTimes(located.event.time, best.event.time) > 0 ? located : best),
    null,
  );
  if (newest?.event.eventId !== 5453) return null;
  const title = 'The service IKEEXT was not started when a negotiation was tried (event 5453).';
  return fail(title, 'service-stopped', [newest.quote], { decider: newest.reading, time: newest.event.time });
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
