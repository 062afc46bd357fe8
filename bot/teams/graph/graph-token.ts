/** Tokens for Microsoft Graph: client credentials of the bot's own registration, in the tenant of the team that is read. */
import {
  ClientSecretCredential,
  CredentialUnavailableError,
  ManagedIdentityCredential,
  type TokenCredential,
} from '@azure/identity';

import { type AppRegistration } from '../../config';
import { RefusedError } from '../../refused-error';
import { ServiceError } from '../../service-error';
import { MissingRight } from '../missing-right';

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
    return new MissingRight('graph-secret', 'I cannot look for files: Microsoft Entra does not take my secret.', [
      {
        said: 'Whoever runs me makes a new one and puts it into MicrosoftAppPassword.',
        commands: [
          { line: `az ad app credential reset --id ${id} --years 1 --query password --output tsv`, shell: 'cmd' },
        ],
      },
    ]);
  }
  if (TENANT_CODES.test(said)) {
    return new MissingRight(
      'graph-tenant',
      'I cannot look for files: my application is not admitted in this organisation.',
      [
        {
          said: 'An administrator of the organisation admits it.',
          commands: [{ line: `az ad sp create --id ${id}`, shell: 'cmd' }],
        },
      ],
    );
  }
  if (error instanceof CredentialUnavailableError) {
    return new MissingRight('graph-identity', 'I cannot look for files: the machine that I run on has no identity.', [
      {
        said: 'Whoever runs me gives it the one that is registered as the bot.',
        commands: [
          {
            line: 'az webapp identity assign --resource-group <GROUP> --name <WEBAPP> --identities <IDENTITY>',
            shell: 'cmd',
          },
        ],
      },
    ]);
  }
  return new ServiceError('graph-token', 'Microsoft Entra gave no token for Microsoft Graph.', error);
}
