/** No attached network is in the domain profile, where the DirectAccess rules are not active. */
import { latest, quotes } from '../facts/facts';
import { defineStep, failed, passed, unknown, unreadable } from './step';

export const infraProfile = defineStep({
  id: 'infra.profile',
  tunnel: 'infrastructure',
  title: 'No network is in the domain profile',
  passes: 'Every attached network is in the private or the public profile.',
  evidence: ['netsh advfirewall monitor show currentprofile'],
  question: 'rules',
  fails: 'A network that is attached is in the domain profile.',
  causes: ['domain-profile-active'],
  sources: ['article', 'location'],
  judge: ({ facts }) => {
    const reading = latest(facts, 'netsh-currentprofile', 'client');
    if (reading === null) return unknown();
    const { profiles } = reading.data;
    const index = profiles.findIndex(({ profile }) => profile === 'domain');
    const domain = profiles[index];
    if (domain !== undefined) {
      const proof = quotes(reading, `profiles[${index}].networks[0]`, `profiles[${index}].profile`);
      const title = `The network ${domain.networks.join(', ') || 'in use'} is in the domain profile, where the DirectAccess rules are not active.`;
      return failed(title, proof, [{ id: 'domain-profile-active', confidence: 'confirmed', title, proof }], {
        decider: reading,
      });
    }
    if (!reading.complete || profiles.length === 0) return unreadable(reading);
    const names = profiles
      .map(({ profile, networks }) => `${networks.join(', ')} in the ${profile} profile`)
      .join('; ');
    return passed(`${names}.`, quotes(reading, 'profiles[0].profile', 'profiles[0].networks[0]'), reading);
  },
});
