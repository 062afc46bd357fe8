/** How the bot proves who it is and checks who calls: the SDK's own way, from the registration in the configuration. */
import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { type BotFrameworkAuthentication } from 'botframework-connector';

import { type AppRegistration } from '../config';

/** Without a registration nobody is authenticated, which only local mode on the loopback interface may do. */
export function botAuthentication(app: AppRegistration | null): BotFrameworkAuthentication {
  if (app === null) return new ConfigurationBotFrameworkAuthentication({});
  return new ConfigurationBotFrameworkAuthentication({
    MicrosoftAppId: app.id,
    MicrosoftAppType: app.type,
    ...(app.password === null ? {} : { MicrosoftAppPassword: app.password }),
    ...(app.tenantId === null ? {} : { MicrosoftAppTenantId: app.tenantId }),
  });
}
