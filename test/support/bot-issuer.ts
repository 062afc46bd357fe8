/** A local issuer of tokens in the place of the Bot Connector's, so that authentication can be on in a test. */
import { createHmac, createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';

export const APP_ID = '11111111-2222-4333-8444-555555555555';
export const TENANT_ID = '66666666-7777-4888-8999-000000000000';
export const SERVICE_URL = 'https://smba.trafficmanager.net/teams/';
const ISSUER = 'https://api.botframework.com';

export type Claims = Readonly<Record<string, string | number>>;

export interface Issuer {
  /** Where the SDK finds the keys. */
  readonly metadataUrl: string;
  /** A token that the bot accepts, with other claims where the test wants them. */
  readonly token: (claims?: Claims) => string;
  readonly forged: () => string;
  readonly unsigned: () => string;
  /** Signed with the public key as if it were a shared secret: the classic confusion of algorithms. */
  readonly confused: () => string;
  /** Signed by a key of another channel. */
  readonly ofAnotherChannel: () => string;
  readonly close: () => Promise<void>;
}

export async function startIssuer(): Promise<Issuer> {
  const own = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const foreign = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const webChat = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = (pair: { readonly publicKey: KeyObject }, kid: string, endorsements: readonly string[]): object => ({
    ...pair.publicKey.export({ format: 'jwk' }),
    kid,
    use: 'sig',
    alg: 'RS256',
    endorsements,
  });
  const server = createServer((request, response) => {
    const { port } = server.address() as AddressInfo;
    const body =
      request.url === '/keys'
        ? { keys: [key(own, 'own', ['msteams']), key(webChat, 'web', ['webchat'])] }
        : {
            issuer: ISSUER,
            jwks_uri: `http://127.0.0.1:${port}/keys`,
            id_token_signing_alg_values_supported: ['RS256'],
          };
    response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    metadataUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/openidconfiguration`,
    token: (claims) => signed(own.privateKey, 'own', claims),
    forged: () => signed(foreign.privateKey, 'own'),
    ofAnotherChannel: () => signed(webChat.privateKey, 'web'),
    unsigned: () => `${encoded({ alg: 'none', kid: 'own' })}.${encoded(claimsWith({}))}.`,
    confused: () => {
      const content = `${encoded({ alg: 'HS256', kid: 'own' })}.${encoded(claimsWith({}))}`;
      const secret = own.publicKey.export({ type: 'pkcs1', format: 'pem' });
      return `${content}.${createHmac('sha256', secret).update(content).digest('base64url')}`;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** Seconds since 1970, now and a while from now. */
export const fromNow = (seconds: number): number => Math.floor(Date.now() / 1000) + seconds;

const claimsWith = (more: Claims): Claims => ({
  aud: APP_ID,
  iss: ISSUER,
  serviceurl: SERVICE_URL,
  nbf: fromNow(-60),
  exp: fromNow(3600),
  ...more,
});

function signed(privateKey: KeyObject, kid: string, more: Claims = {}): string {
  const content = `${encoded({ alg: 'RS256', typ: 'JWT', kid })}.${encoded(claimsWith(more))}`;
  return `${content}.${createSign('RSA-SHA256').update(content).sign(privateKey, 'base64url')}`;
}

const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
