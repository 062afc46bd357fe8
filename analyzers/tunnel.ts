/** The two tunnels of the article, as plain data. */

export interface Tunnel {
  readonly id: 'infra' | 'intranet';
  readonly name: 'infrastructure' | 'intranet';
  /** The second authentication of a certificate deployment: the computer account's, or the signed-in user's. */
  readonly auth2: 'UserNTLM' | 'UserKerb';
  /** Which of the server's endpoints it ends at. */
  readonly endpoint: 'first' | 'second';
}

export const infrastructureTunnel: Tunnel = {
  id: 'infra',
  name: 'infrastructure',
  auth2: 'UserNTLM',
  endpoint: 'first',
};
export const intranetTunnel: Tunnel = { id: 'intranet', name: 'intranet', auth2: 'UserKerb', endpoint: 'second' };
