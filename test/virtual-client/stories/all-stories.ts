/** Every story of the virtual client. */
import { bundleStories } from './bundle-stories';
import { beforeTunnelStories } from './before-tunnel-stories';
import { certificateStories } from './certificate-stories';
import { cmdletStories } from './cmdlet-stories';
import { deploymentStories } from './deployment-stories';
import { eventStories } from './event-stories';
import { filteringPlatformStories } from './filtering-platform-stories';
import { healthyStories } from './healthy-stories';
import { intranetStories } from './intranet-stories';
import { languageStories } from './language-stories';
import { nameStories } from './name-stories';
import { negotiationStories } from './negotiation-stories';
import { pathStories } from './path-stories';
import { type Story } from './story';
import { trapStories } from './trap-stories';

export const allStories: readonly Story[] = [
  ...healthyStories,
  ...pathStories,
  ...certificateStories,
  ...negotiationStories,
  ...intranetStories,
  ...trapStories,
  ...eventStories,
  ...bundleStories,
  ...beforeTunnelStories,
  ...cmdletStories,
  ...deploymentStories,
  ...nameStories,
  ...filteringPlatformStories,
  ...languageStories,
];
