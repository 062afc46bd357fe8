/** Tokens of Microsoft Entra ID: what opens the API, and that everything else hears the same sentence. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type Caller } from '../../../bot/http/caller';
import { createCallerOf } from '../../../bot/http/create-caller-of';
import { openHome } from '../../../bot/store/open-home';
import { type Home } from '../../../bot/store/home';
import { fromNow } from '../../support/bot-issuer';
import {
  API_ID,
  API_TENANT,
  CLIENT_ID,
  CLIENT_OBJECT_ID,
  type EntraIssuer,
  startEntra,
} from '../../support/entra-issuer';
import { keptLog } from '../../support/kept-log';

const folder = mkdtempSync(join(tmpdir(), 'tunnel-triage-'));
let home: Home;
let entra: EntraIssuer;
let skewMs: number;
let callerOf: (token: string) => Promise<Caller>;

beforeAll(async () => {
  home = await openHome({ databaseUrl: null, dataFolder: folder }, keptLog().log);
});
afterAll(async () => {
  await home.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  entra = await startEntra();
  skewMs = 0;
  const of = createCallerOf({
    home,
    entra: { audience: API_ID, tenant: API_TENANT },
    authority: entra.authority,
    now: () => Date.now() + skewMs,
  });
  callerOf = (token) => of(`Bearer ${token}`);
});
afterEach(() => entra.close());

const REFUSED = {
  code: 'not-authenticated',
  message: 'The credential is missing or not accepted: send an API key or a token as Authorization: Bearer.',
};

describe('A token of Entra', () => {
  it('of an application with a role names the application and what it may', async () => {
    expect(await callerOf(entra.token())).toEqual({
      key: `app/${API_TENANT}/${CLIENT_OBJECT_ID}`,
      name: CLIENT_ID,
      scopes: new Set(['cases.read', 'cases.write']),
    });
    expect((await callerOf(entra.token({ roles: ['Cases.Read', 'Else.Where'] }))).scopes).toEqual(
      new Set(['cases.read']),
    );
    expect((await callerOf(entra.token({ idtyp: 'app' }))).name).toBe(CLIENT_ID);
  });

  it.each<[string, string, () => string]>([
    ['that has ended', 'token-expired', () => entra.token({ nbf: fromNow(-7200), exp: fromNow(-3600) })],
    ['that has not begun', 'token-not-yet', () => entra.token({ nbf: fromNow(600) })],
    ['without an end', 'token-claims', () => entra.token({ exp: undefined })],
    ['without a beginning', 'token-not-yet', () => entra.token({ nbf: undefined })],
    ['for another API', 'token-audience', () => entra.token({ aud: '99999999-2222-4333-8444-555555555555' })],
    ['for nobody', 'token-audience', () => entra.token({ aud: undefined })],
    ['of another issuer', 'token-issuer', () => entra.token({ iss: `https://issuer.example/${API_TENANT}/v2.0` })],
    [
      'of version 1.0',
      'token-issuer',
      () => entra.token({ iss: `https://sts.windows.net/${API_TENANT}/`, ver: '1.0' }),
    ],
    [
      'whose issuer only begins like ours',
      'token-issuer',
      () => entra.token({ iss: `${entra.authority}/${API_TENANT}/v2.0/` }),
    ],
    ['of another tenant', 'token-tenant', () => entra.token({ tid: '99999999-7777-4888-8999-000000000000' })],
    ['without a tenant', 'token-claims', () => entra.token({ tid: undefined })],
    ['without a role', 'token-without-role', () => entra.token({ roles: undefined })],
    ['with roles of another API', 'token-without-role', () => entra.token({ roles: ['Cases.Delete', 'toString'] })],
    ['of a person through an application', 'token-of-person', () => entra.token({ scp: 'Cases.ReadWrite' })],
    ['that is an ID token of a person', 'token-claims', () => entra.token({ azp: undefined, sub: 'pairwise' })],
    ['whose subject is no application', 'token-of-person', () => entra.token({ sub: 'pairwise' })],
    ['that says it is of a user', 'token-of-person', () => entra.token({ idtyp: 'user' })],
    ['with a forged signature', 'token-signature', () => entra.forged()],
    ['without a signature', 'token-algorithm', () => entra.unsigned()],
    ['that takes the public key for a shared secret', 'token-algorithm', () => entra.confused()],
    ['whose key is not published', 'token-key', () => entra.token({}, { kid: 'another' })],
    ['that names no key', 'token-key', () => entra.token({}, { kid: undefined })],
    ['that brings a key of its own', 'token-key', () => entra.token({}, { kid: 'x', jku: 'http://127.0.0.1:1/keys' })],
    ['that is no token', 'token-malformed', () => 'a.b.c'],
    ['that is a word', 'token-malformed', () => 'abc'],
  ])('%s is refused in the same words', async (_what, reason, token) => {
    await expect(callerOf(token())).rejects.toMatchObject({ ...REFUSED, reason });
  });

  it('whose last character was changed is refused', async () => {
    const good = entra.token();
    const [head = '', body = '', signature = ''] = good.split('.');
    const other = signature.startsWith('A') ? 'B' : 'A';
    await expect(callerOf(`${head}.${body}.${other}${signature.slice(1)}`)).rejects.toMatchObject(REFUSED);
    expect((await callerOf(good)).name).toBe(CLIENT_ID);
  });

  it('may be as much older or younger as two clocks may differ', async () => {
    expect((await callerOf(entra.token({ exp: fromNow(-30), nbf: fromNow(-3600) }))).name).toBe(CLIENT_ID);
    expect((await callerOf(entra.token({ nbf: fromNow(30) }))).name).toBe(CLIENT_ID);
  });

  it('of a new key is taken soon after the key was published, and one of the old key no more', async () => {
    const old = entra.token();
    await callerOf(old);
    entra.rotate();
    // Within the pause after the last question the new key is not asked for.
    await expect(callerOf(entra.token())).rejects.toMatchObject(REFUSED);
    expect(entra.asked()).toBe(1);
    const later = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 31_000);
    expect((await callerOf(entra.token())).name).toBe(CLIENT_ID);
    await expect(callerOf(old)).rejects.toMatchObject(REFUSED);
    expect(entra.asked()).toBe(2);
    later.mockRestore();
  });

  it('asks for the keys once, however many come at once', async () => {
    await Promise.all(Array.from({ length: 20 }, () => callerOf(entra.token())));
    expect(entra.asked()).toBe(1);
  });
});

describe('Where the keys cannot be had', () => {
  const UNREACHABLE = {
    code: 'signing-keys-unreachable',
    message:
      'The token cannot be checked now, because the keys of Microsoft Entra ID cannot be had. Try again in a minute, or use an API key.',
  };

  it('a token is neither good nor bad, and they are not asked for again at once', async () => {
    entra.answerKeysWith(503);
    for (let time = 0; time < 5; time += 1) await expect(callerOf(entra.token())).rejects.toMatchObject(UNREACHABLE);
    expect(entra.asked()).toBe(1);
    entra.answerKeysWith(200);
    skewMs = 5001;
    expect((await callerOf(entra.token())).name).toBe(CLIENT_ID);
  });

  it('a host that says nothing is not waited for beyond its time', async () => {
    entra.answerKeysWith('silence');
    const begun = performance.now();
    await expect(callerOf(entra.token())).rejects.toMatchObject(UNREACHABLE);
    expect(performance.now() - begun).toBeLessThan(7000);
  });

  it('keys that are known still open, although somebody comes with one that is not', async () => {
    await callerOf(entra.token());
    entra.answerKeysWith(500);
    const later = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 31_000);
    await expect(callerOf(entra.token({}, { kid: 'made-up' }))).rejects.toMatchObject(UNREACHABLE);
    expect((await callerOf(entra.token())).name).toBe(CLIENT_ID);
    await expect(callerOf(entra.token({}, { kid: 'made-up' }))).rejects.toMatchObject(REFUSED);
    expect(entra.asked()).toBe(2);
    later.mockRestore();
  });
});
