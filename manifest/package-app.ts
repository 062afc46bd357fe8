/** Builds the package of the Teams app and checks it as it was written, or checks one that was built before. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';

import { faultCode } from '../bot/fault';
import { RefusedError } from '../bot/refused-error';
import { appFaults } from './app-faults';
import { appTexts } from './app-manifest';
import { type AppPackage, openedPackage, zippedPackage } from './app-package';
import { ICONS } from './draw-icons';
import { EXAMPLE_WEBSITE, packageOptions, type PackageOptions } from './package-options';

/** Stands for the registration in a package that can only be looked at. */
export const EXAMPLE_BOT_ID = '11111111-2222-4333-8444-555555555555';

/** What is printed: the path, then what is still to be done. Throws a RefusedError with one line for each fault. */
export async function packageApp(
  project: string,
  environment: Readonly<Record<string, string | undefined>>,
  words: readonly string[],
): Promise<string> {
  const options = packageOptions(environment, words);
  if (options.file !== null) {
    refuse(options.file, appFaults(await openedPackage(await fileAt(options.file))));
    return `${options.file} is a package that Teams takes.`;
  }
  const bytes = await zippedPackage(await membersOf(project, options));
  const path =
    options.out ?? join(project, '.build', options.botId === null ? 'teams-app-example.zip' : 'teams-app.zip');
  // What is checked is what was written: the bytes of the zip, not what it was made of.
  refuse(path, appFaults(await openedPackage(bytes)));
  if (options.check) return ['The package would be taken by Teams. Nothing was written.', ...notes(options)].join('\n');
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytes);
  return [shortPath(path), ...notes(options)].join('\n');
}

async function membersOf(project: string, { botId, host, developer }: PackageOptions): Promise<AppPackage> {
  const texts = appTexts({ botId: botId ?? EXAMPLE_BOT_ID, version: await versionOf(project), host, developer });
  const icons = await Promise.all(
    ICONS.map(async ({ name }) => [`${name}.png`, await readFile(join(project, 'manifest', `${name}.png`))] as const),
  );
  return new Map([
    ...Object.entries(texts).map(
      ([name, value]) => [name, Buffer.from(`${JSON.stringify(value, null, 2)}\n`)] as const,
    ),
    ...icons,
  ]);
}

/** The product's own: Teams offers an update where it grew. */
async function versionOf(project: string): Promise<string> {
  const description = JSON.parse(await readFile(join(project, 'package.json'), 'utf8')) as { readonly version: string };
  return description.version;
}

function notes({ botId, developer }: PackageOptions): readonly string[] {
  return [
    ...(botId === null
      ? [
          'MicrosoftAppId is unset, so this package belongs to no bot: look at it, and set MicrosoftAppId before you upload one.',
        ]
      : []),
    ...(developer.website === EXAMPLE_WEBSITE
      ? [
          `Teams will show ${EXAMPLE_WEBSITE} as your website, privacy statement and terms of use: name yours with --website, --privacy and --terms.`,
        ]
      : []),
  ];
}

async function fileAt(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new RefusedError(
      'no-file',
      `${path} cannot be read (${faultCode(error) ?? 'unknown'}). Build a package with: npm run package`,
    );
  }
}

function refuse(path: string, faults: readonly string[]): void {
  if (faults.length === 0) return;
  throw new RefusedError('package-refused', [`Teams would not take ${shortPath(path)}:`, ...faults].join('\n'));
}

/** As seen from where the command runs. */
const shortPath = (path: string): string => relative(process.cwd(), path) || path;
