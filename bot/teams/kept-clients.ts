/**
 * Clients of the connector, kept: the SDK makes two for every turn and every message, each with a pipeline of its own, though neither knows
 * anything of a turn. What is sent, and who may send to the bot, is decided as before.
 */
import {
  type AuthenticateRequestResult,
  AuthenticationConstants,
  BotFrameworkAuthentication,
  type ClaimsIdentity,
  ConnectorFactory,
  type UserTokenClient,
} from 'botframework-connector';

type ConnectorClient = Awaited<ReturnType<ConnectorFactory['create']>>;
type Activity = Parameters<BotFrameworkAuthentication['authenticateRequest']>[0];

/** Teams has a service for each region; whoever is authenticated names one. */
export const MAX_KEPT_CLIENTS = 100;

/** Asks the authentication of the SDK for everything, and for a client only where it has none for the same bot, service and audience. */
export class KeptClients extends BotFrameworkAuthentication {
  private readonly connectors = new Map<string, Promise<ConnectorClient>>();
  private readonly tokens = new Map<string, Promise<UserTokenClient>>();

  constructor(private readonly sdk: BotFrameworkAuthentication) {
    super();
  }

  override async authenticateRequest(activity: Activity, authorization: string): Promise<AuthenticateRequestResult> {
    const result = await this.sdk.authenticateRequest(activity, authorization);
    const { connectorFactory, claimsIdentity } = result;
    return connectorFactory === undefined
      ? result
      : { ...result, connectorFactory: this.keeping(connectorFactory, claimsIdentity) };
  }

  override authenticateStreamingRequest(authorization: string, channelId: string): Promise<AuthenticateRequestResult> {
    return this.sdk.authenticateStreamingRequest(authorization, channelId);
  }

  override createConnectorFactory(identity: ClaimsIdentity): ConnectorFactory {
    return this.keeping(this.sdk.createConnectorFactory(identity), identity);
  }

  override createUserTokenClient(identity: ClaimsIdentity): Promise<UserTokenClient> {
    return kept(this.tokens, botOf(identity), () => this.sdk.createUserTokenClient(identity));
  }

  override getOriginatingAudience(): string {
    return this.sdk.getOriginatingAudience();
  }

  private keeping(factory: ConnectorFactory, identity: ClaimsIdentity): ConnectorFactory {
    const { connectors } = this;
    return new (class extends ConnectorFactory {
      override create(serviceUrl: string, audience: string): Promise<ConnectorClient> {
        const key = JSON.stringify([botOf(identity), serviceUrl, audience]);
        return kept(connectors, key, () => factory.create(serviceUrl, audience));
      }
    })();
  }
}

/** Which bot is meant, by the claims from which the SDK takes its id. */
const botOf = (identity: ClaimsIdentity): string =>
  JSON.stringify(
    [AuthenticationConstants.AudienceClaim, AuthenticationConstants.AppIdClaim].map((type) =>
      identity.getClaimValue(type),
    ),
  );

/** One that could not be made is not kept. */
function kept<Client>(
  clients: Map<string, Promise<Client>>,
  key: string,
  make: () => Promise<Client>,
): Promise<Client> {
  const known = clients.get(key);
  if (known !== undefined) return known;
  if (clients.size >= MAX_KEPT_CLIENTS) clients.clear();
  const made = make();
  clients.set(key, made);
  made.catch(() => clients.delete(key));
  return made;
}
