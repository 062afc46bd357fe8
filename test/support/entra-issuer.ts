/** Microsoft Entra ID in the small, on the loopback interface: publishes keys, and signs tokens of applications as version 2.0 has them. */
import { createHmac, createSign, generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';

import { fromNow } from './bot-issuer';

export const API_ID = 'aaaaaaaa-2222-4333-8444-555555555555';
export const API_TENANT = 'bbbbbbbb-7777-4888-8999-000000000000';
export const CLIENT_OBJECT_ID = 'cccccccc-0000-4111-8222-333333333333';
export const CLIENT_ID = 'dddddddd-0000-4111-8222-333333333333';

export type EntraClaims = Readonly<Record<string, string | number | readonly string[] | undefined>>;

export interface EntraIssuer {
  readonly authority: string;
  /** Of an application with the role `Cases.ReadWrite`, unless a claim is another; one that is undefined is left out. */
  readonly token: (claims?: EntraClaims, header?: Readonly<Record<string, string | undefined>>) => string;
  /** Signed by a key that was never published, under the name of one that is. */
  readonly forged: () => string;
  readonly unsigned: () => string;
  /** Signed with the public key as if it were a shared secret. */
  readonly confused: () => string;
  /** Publishes another key in the place of the first, and signs with it from now on. */
  readonly rotate: () => void;
  /** How often the keys were asked for. */
  readonly asked: () => number;
  /** What the keys are answered with from now on: 200 with the keys, another status, or no answer at all. */
  readonly answerKeysWith: (status: number | 'silence') => void;
  readonly close: () => Promise<void>;
}

interface Pair {
  readonly kid: string;
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

const newPair = (): Pair => ({ kid: randomUUID(), ...generateKeyPairSync('rsa', { modulusLength: 2048 }) });

export async function startEntra(): Promise<EntraIssuer> {
  let pair = newPair();
  let answer: number | 'silence' = 200;
  let asked = 0;
  const server = createServer((request, response) => {
    if (request.url !== `/${API_TENANT}/discovery/v2.0/keys`) {
      response.writeHead(404);
      response.end();
      return;
    }
    asked += 1;
    if (answer === 'silence') return;
    const keys = [{ ...pair.publicKey.export({ format: 'jwk' }), kid: pair.kid, use: 'sig' }];
    response.writeHead(answer, { 'content-type': 'application/json' });
    response.end(answer === 200 ? JSON.stringify({ keys }) : '{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const authority = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const content = (header: object, more: EntraClaims): string =>
    `${encoded(header)}.${encoded({ ...claimsOf(authority), ...more })}`;

  return {
    authority,
    token: (claims = {}, header = {}) => signed(content({ ...headerOf(pair), ...header }, claims), pair.privateKey),
    forged: () => signed(content(headerOf(pair), {}), newPair().privateKey),
    unsigned: () => `${content({ ...headerOf(pair), alg: 'none' }, {})}.`,
    confused: () => {
      const text = content({ ...headerOf(pair), alg: 'HS256' }, {});
      const secret = pair.publicKey.export({ type: 'spki', format: 'pem' });
      return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
    },
    rotate: () => {
      pair = newPair();
    },
    asked: () => asked,
    answerKeysWith: (status) => {
      answer = status;
    },
    close: () => closed(server),
  };
}

const headerOf = ({ kid }: Pair): object => ({ alg: 'RS256', typ: 'JWT', kid });

const claimsOf = (authority: string): EntraClaims => ({
  aud: API_ID,
  iss: `${authority}/${API_TENANT}/v2.0`,
  tid: API_TENANT,
  oid: CLIENT_OBJECT_ID,
  sub: CLIENT_OBJECT_ID,
  azp: CLIENT_ID,
  ver: '2.0',
  roles: ['Cases.ReadWrite'],
  iat: fromNow(-60),
  nbf: fromNow(-60),
  exp: fromNow(3600),
});

const signed = (content: string, key: KeyObject): string =>
  `${content}.${createSign('RSA-SHA256').update(content).sign(key, 'base64url')}`;

const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');

const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.closeAllConnections();
    server.close(() => resolve());
  });
