/** The article followed to the letter, as the measure that the diagnosis is held against. */
import { ARTICLE, articleTurns } from './virtual-client/article-order';
import { clientCertificateExpired, ikeStopped, userRefused, vpnConnected, withFault } from './virtual-client/faults';
import { healthyDeployment } from './virtual-client/healthy-deployments';
import { failed, healthy, MMSA, pasted, type Story } from './virtual-client/stories/story';

const story = (deployment: Story['deployment'], expected: Story['expect']): Story => ({
  title: 'A story',
  deployment,
  start: [pasted(MMSA)],
  expect: expected,
});

describe('The order of the article', () => {
  it('takes seven turns to find both tunnels of a healthy client', () => {
    expect(articleTurns(story(healthyDeployment(), healthy))).toBe(7);
  });

  it('takes five turns to an expired certificate of the client: rules, active rules, both listings, store', () => {
    const deployment = withFault(healthyDeployment(), clientCertificateExpired);
    expect(articleTurns(story(deployment, failed('infra.main-mode', 'certificate-expired')))).toBe(5);
  });

  it('asks for the network profile only where the rules are not active', () => {
    const deployment = withFault(healthyDeployment(), vpnConnected);
    expect(articleTurns(story(deployment, failed('infra.profile', 'domain-profile-active')))).toBe(5);
  });

  it('comes to the refused user by the log, at its very end', () => {
    const deployment = withFault(healthyDeployment(), userRefused);
    const asked = articleTurns(story(deployment, failed('intranet.main-mode', 'user-credentials')));
    expect(asked).toBeGreaterThan(articleTurns(story(healthyDeployment(), healthy)));
    expect(asked).toBeLessThan(ARTICLE.length);
  });

  it('is followed to its end for a cause that it does not know', () => {
    const stopped = articleTurns(
      story(withFault(healthyDeployment(), ikeStopped), failed('client.firewall', 'service-stopped')),
    );
    const timeout = articleTurns(
      story(withFault(healthyDeployment(), ikeStopped), failed('infra.main-mode', 'negotiation-timeout')),
    );
    expect(stopped).toBe(timeout);
  });
});
