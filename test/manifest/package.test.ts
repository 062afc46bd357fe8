/** The package of the Teams app as it is built, opened again and checked; and every fault that would make Teams refuse one. */
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PNG } from 'pngjs';

import { intentOf } from '../../bot/teams/message-intent';
import { ANALYZE_COMMAND } from '../../bot/teams/message-action';
import { otherLanguages, writtenIn } from '../../cards/index';
import { APP_COMMANDS, MESSAGE_ACTION } from '../../manifest/app-commands';
import { appFaults } from '../../manifest/app-faults';
import { appManifest, appTexts } from '../../manifest/app-manifest';
import { type AppPackage, openedPackage, zippedPackage } from '../../manifest/app-package';
import { EXAMPLE_BOT_ID, packageApp } from '../../manifest/package-app';
import { APP_ID } from '../support/bot-issuer';
import { type BotBundles, bundleBot } from '../support/bot-bundles';
import { zip } from '../support/zip';

const ROOT = join(__dirname, '../..');
const REGISTERED = { MicrosoftAppId: APP_ID };

let folder: string;
let out: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tunnel-triage-'));
  out = join(folder, 'app.zip');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const build = (environment: Readonly<Record<string, string>>, ...words: readonly string[]): Promise<string> =>
  packageApp(ROOT, environment, [...words, '--out', out]);
const built = (): Promise<AppPackage> => openedPackage(readFileSync(out));
const manifestOf = (app: AppPackage) => JSON.parse(String(app.get('manifest.json'))) as ReturnType<typeof appManifest>;

describe('The package of the app', () => {
  it('has the registration, the host and the addresses of whoever runs the bot', async () => {
    const said = await build(REGISTERED, '--host', 'Bot.Contoso.com', '--website', 'https://it.contoso.com/triage');
    expect(said.split('\n')).toHaveLength(1);
    const manifest = manifestOf(await built());
    expect(manifest.id).toBe(APP_ID);
    expect(manifest.bots.map(({ botId }) => botId)).toEqual([APP_ID]);
    expect(manifest.validDomains).toEqual(['bot.contoso.com']);
    expect(manifest.developer).toMatchObject({
      websiteUrl: 'https://it.contoso.com/triage',
      privacyUrl: 'https://it.contoso.com/triage',
    });
    expect(manifest.version).toBe(
      (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }).version,
    );
  });

  it('is taken when it is opened again', async () => {
    await build(REGISTERED, '--host', 'bot.contoso.com');
    expect(appFaults(await built())).toEqual([]);
    expect(await packageApp(ROOT, {}, ['--check', out])).toBe(`${out} is a package that Teams takes.`);
  });

  it('can be looked at without a registration, and says that it belongs to no bot', async () => {
    const said = await build({});
    expect(said).toContain('this package belongs to no bot');
    expect(manifestOf(await built()).bots[0]?.botId).toBe(EXAMPLE_BOT_ID);
    expect(appFaults(await built())).toEqual([]);
  });

  it('is a zip that another program reads too, with its files at the top', async () => {
    await build(REGISTERED);
    const script =
      'import sys,zipfile; z=zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; print("\\n".join(z.namelist()))';
    const names = execFileSync('python3', ['-c', script, out], { encoding: 'utf8' }).trim().split('\n');
    expect(names.sort()).toEqual(['color.png', 'de.json', 'manifest.json', 'outline.png']);
  });

  it('follows the newest schema too, so that a step up costs nothing', () => {
    const schema = JSON.parse(
      readFileSync(
        join(
          dirname(require.resolve('@microsoft/app-manifest/package.json')),
          'build/json-schemas/teams/v1.30/MicrosoftTeams.schema.json',
        ),
        'utf8',
      ),
    ) as object;
    const ajv = new Ajv({ strict: false, unicodeRegExp: false });
    addFormats(ajv);
    const validate = ajv.compile(schema);
    validate({ ...appManifest(OPTIONS), $schema: undefined, manifestVersion: '1.30' });
    expect(validate.errors?.filter(({ instancePath }) => instancePath !== '/$schema') ?? []).toEqual([]);
  });

  it('leaves nothing behind when it is only checked', async () => {
    expect(await build(REGISTERED, '--check')).toContain('Nothing was written.');
    expect(existsSync(out)).toBe(false);
  });
});

describe('What cannot be built', () => {
  it.each([
    [{ MicrosoftAppId: 'bot' }, [], 'MicrosoftAppId is "bot": it must be the application id of the bot, a GUID'],
    [{}, ['--host', 'https://bot.contoso.com'], 'The host "https://bot.contoso.com" is no public name'],
    [{}, ['--host', '10.0.0.1'], 'The host "10.0.0.1" is no public name'],
    [
      {},
      ['--website', 'http://contoso.com'],
      '--website is "http://contoso.com": Teams takes an address that begins with https://.',
    ],
    [{}, ['--developer', 'x'.repeat(33)], '--developer has 33 characters: Teams takes 1 to 32.'],
    [{}, ['--hots', 'x'], "Unknown option '--hots'"],
    [{}, ['zip'], '"zip" is no option.'],
  ])('is refused for %j %j with a sentence that says what is wanted', async (environment, words, sentence) => {
    await expect(build(environment, ...words)).rejects.toThrow(sentence);
    expect(existsSync(out)).toBe(false);
  });

  it('names every fault at once', async () => {
    await expect(build({ MicrosoftAppId: 'x' }, '--host', 'x', '--terms', 'x')).rejects.toThrow(
      /MicrosoftAppId.*\n.*host.*\n--terms/,
    );
  });

  it('says so when the file to check is not there, or no zip', async () => {
    await expect(packageApp(ROOT, {}, ['--check', out])).rejects.toThrow(`${out} cannot be read (ENOENT).`);
    writeFileSync(out, 'text');
    await expect(packageApp(ROOT, {}, ['--check', out])).rejects.toThrow('This is no zip');
  });

  it('is bounded: a zip of another kind is not unpacked', async () => {
    const many = Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`${index}.txt`, 'x']));
    await expect(openedPackage(zip(many))).rejects.toThrow('at most 50 files');
    await expect(openedPackage(zip({ 'big.bin': Buffer.alloc(1024 * 1024 + 1) }))).rejects.toThrow('1024 KB each');
  });
});

const OPTIONS = {
  botId: APP_ID,
  version: '1.2.3',
  host: null,
  developer: {
    name: 'Contoso',
    website: 'https://contoso.com',
    privacy: 'https://contoso.com/privacy',
    terms: 'https://contoso.com/terms',
  },
};

/** A package with other files in the place of its own; null takes one out. */
function changed(changes: Readonly<Record<string, object | Buffer | string | null>>): AppPackage {
  const icon = (name: string): Buffer => readFileSync(join(ROOT, 'manifest', name));
  const files: Readonly<Record<string, object | Buffer | string | null>> = {
    ...appTexts(OPTIONS),
    'color.png': icon('color.png'),
    'outline.png': icon('outline.png'),
    ...changes,
  };
  return new Map(
    Object.entries(files).flatMap(([name, content]) => {
      if (content === null) return [];
      return [
        [
          name,
          Buffer.isBuffer(content)
            ? content
            : Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)),
        ] as const,
      ];
    }),
  );
}

const withManifest = (more: object): AppPackage => changed({ 'manifest.json': { ...appManifest(OPTIONS), ...more } });
const withGerman = (more: Readonly<Record<string, string | undefined>>): AppPackage =>
  changed({ 'de.json': { ...appTexts(OPTIONS)['de.json'], ...more } });

describe('What Teams would refuse', () => {
  it('is nothing of what is built', () => {
    expect(appFaults(changed({}))).toEqual([]);
  });

  it.each([
    [
      withManifest({ name: { short: 'x'.repeat(31), full: 'x' } }),
      ['manifest.json: name.short must NOT have more than 30 characters.'],
    ],
    [withManifest({ extra: 1 }), ['manifest.json: it must NOT have additional properties (extra).']],
    [withManifest({ accentColor: 'blue' }), [expect.stringContaining('manifest.json: accentColor must match pattern')]],
    [
      withManifest({ bots: appManifest(OPTIONS).bots.map((bot) => ({ ...bot, scopes: ['groupchat'] })) }),
      [
        'manifest.json: bots[0].scopes[0] must be equal to one of the allowed values (team, personal, groupChat, copilot).',
      ],
    ],
    [
      withManifest({ manifestVersion: '9.99' }),
      ['manifest.json is of version "9.99", which @microsoft/app-manifest has no schema for.'],
    ],
    [withManifest({ manifestVersion: '../../1.25' }), [expect.stringContaining('has no schema for')]],
    [changed({ 'manifest.json': '{' }), ['manifest.json is no JSON object.']],
    [
      changed({ 'manifest.json': null }),
      ['The package has no manifest.json at its top: zip the files themselves, not their folder.'],
    ],
    [
      changed({ 'de.json': null }),
      ['The package has no de.json at its top: zip the files themselves, not their folder.'],
    ],
    [withGerman({ 'name.short': undefined }), ["de.json: it must have required property 'name.short'."]],
    [withGerman({ 'description.short': 'x'.repeat(81) }), [expect.stringContaining('description.short')]],
    [
      withGerman({ 'bots[0].commandLists[1].commands[11].description': 'x' }),
      ['de.json has a text for bots[0].commandLists[1].commands[11].description, which manifest.json has not.'],
    ],
    [
      withGerman({ 'bots[0].commandLists[0].commands[2].description': undefined }),
      [
        'de.json has no text for bots[0].commandLists[0].commands[2].description, so that it would be shown in another language.',
      ],
    ],
    [
      withGerman({ 'composeExtensions[0].commands[0].title': undefined }),
      [
        'de.json has no text for composeExtensions[0].commands[0].title, so that it would be shown in another language.',
      ],
    ],
    [
      withManifest({
        composeExtensions: [{ botId: APP_ID, commands: [{ id: 'analyze', title: 'x'.repeat(33), type: 'action' }] }],
      }),
      [expect.stringContaining('composeExtensions[0].commands[0].title must NOT have more than 32 characters')],
    ],
    [
      changed({ 'color.png': null }),
      ['The package has no color.png at its top: zip the files themselves, not their folder.'],
    ],
  ])('is said in one sentence (%#)', (app, sentences) => {
    expect(appFaults(app)).toEqual(sentences);
  });

  it.each<[string, Buffer, string]>([
    ['color.png', Buffer.from('no picture'), 'color.png is no PNG'],
    ['color.png', picture(96, () => [1, 2, 3, 255]), 'color.png has 96 by 96 pixels, and Teams takes 192 by 192.'],
    ['color.png', picture(192, () => [1, 2, 3, 255]), 'color.png is of one colour'],
    [
      'color.png',
      picture(192, (x) => (x === 47 ? [9, 9, 9, 255] : [1, 2, 3, 255])),
      'outside of its middle 96 by 96 pixels',
    ],
    [
      'color.png',
      picture(192, (x, y) => (x + y === 192 && x > 60 && x < 130 ? [9, 9, 9, 255] : [0, 0, 0, 0])),
      'lets its ground shine through',
    ],
    ['outline.png', picture(32, () => [255, 255, 255, 255]), 'outline.png has no transparent ground.'],
    ['outline.png', picture(32, () => [255, 255, 255, 0]), 'outline.png is empty'],
    [
      'outline.png',
      picture(32, (x) => (x > 9 ? [255, 255, 250, 200] : [0, 0, 0, 0])),
      'outline.png has a colour beside white.',
    ],
  ])('is an icon %s as Teams does not draw it (%#)', (name, bytes, sentence) => {
    expect(appFaults(changed({ [name]: bytes }))).toEqual([expect.stringContaining(sentence)]);
  });

  it('is not a manifest with permissions in a channel and a message extension, which a later release may have', () => {
    const later = withManifest({
      composeExtensions: [
        {
          botId: APP_ID,
          commands: [
            {
              id: 'analyze',
              type: 'action',
              context: ['message'],
              title: 'Analyze this file',
              description: 'Reads the attached outputs',
              fetchTask: true,
            },
          ],
        },
      ],
      webApplicationInfo: { id: APP_ID, resource: `api://contoso.com/${APP_ID}` },
      authorization: {
        permissions: { resourceSpecific: [{ name: 'ChannelMessage.Read.Group', type: 'Application' }] },
      },
      supportsChannelFeatures: 'tier1',
    });
    expect(appFaults(later)).toEqual([]);
  });
});

describe('What the app promises', () => {
  const manifest = appManifest(OPTIONS);

  it('are commands that the bot understands as they stand', () => {
    const known = APP_COMMANDS.map(({ title }) => [title, intentOf(title).kind] as const);
    expect(known.filter(([, kind]) => kind === 'line' || kind === 'nothing' || kind.startsWith('wrong-'))).toEqual([]);
  });

  it('are different things: no two commands mean the same', () => {
    const kinds = APP_COMMANDS.map(({ title }) => intentOf(title).kind);
    expect(new Set(kinds).size).toBe(kinds.length);
  });

  it('are examples in the descriptions that are understood too', () => {
    const said = [manifest, ...otherLanguages.map((language) => appTexts(OPTIONS)[`${language}.json`])];
    const named = [...JSON.stringify(said).matchAll(/(?:explain|erkläre|script|skript) (?:\d+|server)/g)];
    expect(new Set(named.map(([one]) => `${one}: ${intentOf(one).kind}`))).toEqual(
      new Set(['script server: script', 'explain 13801: explain', 'skript server: script', 'erkläre 13801: explain']),
    );
  });

  it('have beside them the message action, in every place that Teams has for it, in two languages', () => {
    expect(manifest.composeExtensions).toEqual([
      {
        botId: APP_ID,
        commands: [
          {
            id: ANALYZE_COMMAND,
            type: 'action',
            context: ['message', 'compose', 'commandBox'],
            title: 'Analyze with Tunnel Triage',
            description: MESSAGE_ACTION.description,
            fetchTask: true,
          },
        ],
      },
    ]);
    expect(appTexts(OPTIONS)['de.json']).toMatchObject({
      'composeExtensions[0].commands[0].title': 'Mit Tunnel Triage analysieren',
    });
  });

  it.each(otherLanguages)('are words and sentences of the language %s, which mean the same to the bot', (language) => {
    for (const { title } of APP_COMMANDS) expect(intentOf(writtenIn(language, title))).toEqual(intentOf(title));
    const texts = appTexts(OPTIONS)[`${language}.json`]! as Readonly<Record<string, string>>;
    const english = Object.entries(texts).filter(
      ([key, text]) => !['$schema', 'name.short'].includes(key) && JSON.stringify(manifest).includes(`"${text}"`),
    );
    expect(english).toEqual([]);
    expect(Object.keys(texts).length).toBe(
      7 + 2 * manifest.bots[0]!.commandLists.flatMap(({ commands }) => commands).length,
    );
  });

  it('are no rights beyond what is used, and no scope without commands', () => {
    const [bot] = manifest.bots;
    expect(bot?.commandLists.flatMap(({ scopes }) => scopes)).toEqual(bot?.scopes);
    expect(manifest.authorization.permissions).toEqual({
      resourceSpecific: [
        { name: 'ChannelMessage.Read.Group', type: 'Application' },
        { name: 'ChatMessage.Read.Chat', type: 'Application' },
      ],
    });
    expect(manifest.permissions).toEqual(['identity']);
  });

  it('are rights that are asked for by the bot itself, in private and shared channels too', () => {
    expect(manifest.webApplicationInfo.id).toBe(manifest.bots[0]?.botId);
    expect(manifest.webApplicationInfo.resource).not.toBe('');
    expect(manifest.supportsChannelFeatures).toBe('tier1');
  });

  it('are files in the personal chat', () => {
    expect(manifest.bots.map(({ supportsFiles }) => supportsFiles)).toEqual([true]);
  });
});

/** Nothing of the test's own settings. */
const PLAIN = { PATH: process.env['PATH'] };
let bundles: BotBundles | null = null;
const program = (): string => join((bundles ??= bundleBot(['package'])).folder, 'package-app.cjs');
afterAll(() => bundles?.remove());

describe('npm run package', () => {
  const run = (words: readonly string[], more: Readonly<Record<string, string>> = {}) =>
    spawnSync(process.execPath, [program(), ...words], { cwd: folder, encoding: 'utf8', env: { ...PLAIN, ...more } });

  it('reads the registration of .env, prints where the package is, and makes the same bytes in every time zone', async () => {
    await build(REGISTERED);
    writeFileSync(join(folder, '.env'), `MicrosoftAppId=${APP_ID}\n`);
    const { status, stdout } = run(['--out', 'far.zip'], { TZ: 'Pacific/Kiritimati' });
    expect([status, stdout.split('\n')[0]]).toEqual([0, 'far.zip']);
    expect(readFileSync(join(folder, 'far.zip')).equals(readFileSync(out))).toBe(true);
  });

  it('ends with 1 and every fault of a package on standard error', async () => {
    writeFileSync(out, await zippedPackage(withManifest({ name: { short: 'x'.repeat(31), full: 'x' } })));
    const { status, stdout, stderr } = run(['--check', out]);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toBe(
      'Teams would not take app.zip:\nmanifest.json: name.short must NOT have more than 30 characters.\n',
    );
  });
});

/** A picture of one side's length, pixel by pixel as red, green, blue and opacity. */
function picture(size: number, pixel: (x: number, y: number) => readonly [number, number, number, number]): Buffer {
  const image = new PNG({ width: size, height: size });
  for (let at = 0; at < size * size; at += 1) image.data.set(pixel(at % size, Math.floor(at / size)), at * 4);
  return PNG.sync.write(image);
}
