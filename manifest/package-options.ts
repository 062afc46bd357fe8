/** What `npm run package` is told: by its options, and by the registration in the settings of the bot. */
import { isIP } from 'node:net';
import { parseArgs } from 'node:util';

import { faultReason } from '../bot/fault';
import { RefusedError } from '../bot/refused-error';
import { faultOf } from '../bot/settings';
import { type AppDeveloper } from './app-manifest';

export interface PackageOptions {
  /** null where there is no registration yet: the package can be looked at, and not be used. */
  readonly botId: string | null;
  readonly host: string | null;
  readonly developer: AppDeveloper;
  /** Where it is written; null for the usual place. */
  readonly out: string | null;
  /** Nothing is written. */
  readonly check: boolean;
  /** A package that was built before, to be checked; null for the one that would be built. */
  readonly file: string | null;
}

export const PACKAGE_USAGE = `npm run package -- [--host HOST] [--website URL] [--privacy URL] [--terms URL] [--developer NAME] [--out FILE]
npm run package -- --check [FILE]`;

/** The schema takes no more. */
const MAX_DEVELOPER_CHARACTERS = 32;
const HOST = /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+$/i;
/** Reserved for examples (RFC 2606): whoever sees it knows that nobody has set it. */
export const EXAMPLE_WEBSITE = 'https://example.com';

/** Throws a RefusedError with a line for each fault. */
export function packageOptions(
  environment: Readonly<Record<string, string | undefined>>,
  words: readonly string[],
): PackageOptions {
  const { values, positionals } = parsed(words);
  const botId = environment['MicrosoftAppId'] ?? '';
  const host = values.host ?? '';
  const website = values.website ?? EXAMPLE_WEBSITE;
  const developer = {
    name: values.developer ?? 'Tunnel Triage',
    website,
    privacy: values.privacy ?? website,
    terms: values.terms ?? website,
  };
  refuse([
    ...(botId === '' ? [] : [faultOf('MicrosoftAppId', botId) ?? []].flat()),
    ...(host === '' || (HOST.test(host) && isIP(host) === 0) ? [] : [`The host "${host}" ${HOST_RULE}`]),
    ...(['website', 'privacy', 'terms'] as const).flatMap((name) =>
      isHttps(developer[name])
        ? []
        : [`--${name} is "${developer[name]}": Teams takes an address that begins with https://.`],
    ),
    ...(developer.name.length > MAX_DEVELOPER_CHARACTERS || developer.name.trim() === ''
      ? [`--developer has ${developer.name.length} characters: Teams takes 1 to ${MAX_DEVELOPER_CHARACTERS}.`]
      : []),
    ...(positionals.length > (values.check ? 1 : 0)
      ? [`"${positionals.at(-1) ?? ''}" is no option.\n${PACKAGE_USAGE}`]
      : []),
  ]);
  return {
    botId: botId === '' ? null : botId.toLowerCase(),
    host: host === '' ? null : host.toLowerCase(),
    developer,
    out: values.out ?? null,
    check: values.check,
    file: positionals[0] ?? null,
  };
}

const HOST_RULE =
  'is no public name: write it without https:// and without a path, for example --host bot.contoso.com.';

const OPTIONS = {
  host: { type: 'string' },
  website: { type: 'string' },
  privacy: { type: 'string' },
  terms: { type: 'string' },
  developer: { type: 'string' },
  out: { type: 'string' },
  check: { type: 'boolean', default: false },
} as const;

function parsed(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new RefusedError('usage', `${faultReason(error)}\n${PACKAGE_USAGE}`);
  }
}

const isHttps = (address: string): boolean => URL.canParse(address) && new URL(address).protocol === 'https:';

function refuse(faults: readonly string[]): void {
  if (faults.length > 0) throw new RefusedError('options', faults.join('\n'));
}
