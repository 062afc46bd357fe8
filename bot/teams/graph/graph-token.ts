/** Tokens for Microsoft Graph: client credentials of the bot's own registration, in the tenant of the team that is read. */
import {
  AuthenticationRequiredError,
  ClientSecretCredential,
  CredentialUnavailableError,
  ManagedIdentityCredential,
  type TokenCredential,
} from '@azure/identity';

import { type AppRegistration } from '../../config';
import { RefusedError } from '../../refused-error';
import { ServiceError } from '../../service-error';

/** The permissions that were consented in the tenant of the token are part of it (Microsoft identity platform, `.default`). */
export const GRAPH_SCOPE = 'https://graph.microsoft.com/.default';
/** A bot of several tenants keeps so many credentials; the oldest goes first. */
const MAX_TENANTS = 100;

/** A bearer token for the tenant. Rejects with a RefusedError where only an administrator can help, and a ServiceError otherwise. */
export type TokenOf = (tenant: string) => Promise<string>;

/** Each credential keeps its token until shortly before that ends. */
export function createTokenOf(app: AppRegistration): TokenOf {
  const credentials = new Map<string, TokenCredential>();
  const credentialFor = (tenant: string): TokenCredential => {
    const known = credentials.get(tenant);
    if (known !== undefined) return known;
    const made = credentialOf(app, tenant);
    for (const oldest of credentials.keys()) if (credentials.size >= MAX_TENANTS) credentials.delete(oldest);
    credentials.set(tenant, made);
    return made;
  };
  return async (tenant) => {
    try {
      const token = await credentialFor(tenant).getToken(GRAPH_SCOPE);
      if (token === null) throw new ServiceError('graph-token', 'The credential gave no token.');
      return token.token;
    } catch (error) {
      throw refusalOf(error, app);
    }
  };
}

function credentialOf(app: AppRegistration, tenant: string): TokenCredential {
  if (app.type === 'UserAssignedMsi') return new ManagedIdentityCredential({ clientId: app.id });
  return new ClientSecretCredential(tenant, app.id, app.password ?? '', { retryOptions: { maxRetries: 1 } });
}

/** Codes of Entra that no later attempt changes: secret wrong or lapsed, application or tenant not known, access forbidden by a policy. */
const SECRET_CODES = /AADSTS(?:7000215|7000222|7000112)\b/;
const TENANT_CODES = /AADSTS(?:700016|90002|500011|53003|65001)\b/;

function refusalOf(error: unknown, { id }: AppRegistration): unknown {
  if (error instanceof RefusedError || error instanceof ServiceError) return error;
  const said = error instanceof Error ? error.message : '';
  if (SECRET_CODES.test(said)) {
    return new RefusedError(
      'graph-secret',
      `I cannot read files here, because Microsoft Entra does not take my secret: whoever runs me renews it with "az ad app credential reset --id ${id} --years 1" and puts it into MicrosoftAppPassword. Until then paste the output.`,
    );
  }
  if (TENANT_CODES.test(said)) {
    return new RefusedError(
      'graph-tenant',
      `I cannot read files here, because my application is not known in this organisation: an administrator admits it with "az ad sp create --id ${id}". Until then paste the output.`,
    );
  }
  if (error instanceof CredentialUnavailableError || error instanceof AuthenticationRequiredError) {
    return new RefusedError(
      'graph-identity',
      'I cannot read files here, because the machine that I run on has no identity: whoever runs me gives it one with "az webapp identity assign". Until then paste the output.',
    );
  }
  return new ServiceError('graph-token', 'Microsoft Entra gave no token for Microsoft Graph.', error);
}
