/** Checks the package of an app as Teams does, without asking anybody: the schemas are those that Microsoft ships in a package. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Ajv, { type ErrorObject, type ValidateFunction } from 'ajv-draft-04';
import addFormats from 'ajv-formats';

import { faultCode } from '../bot/fault';
import { type AppPackage } from './app-package';
import { iconFaults } from './icon-faults';

const MANIFEST = 'manifest.json';
const MANIFEST_SCHEMA = 'MicrosoftTeams.schema.json';
const LOCALIZATION_SCHEMA = 'MicrosoftTeams.Localization.schema.json';

/** One sentence for each fault; empty where Teams can take it. */
export function appFaults(app: AppPackage): readonly string[] {
  const manifest = readJson(app, MANIFEST);
  if (typeof manifest === 'string') return [manifest];
  const { manifestVersion } = manifest;
  const validate = validatorOf(manifestVersion, MANIFEST_SCHEMA);
  if (validate === null) {
    return [
      `${MANIFEST} is of version ${JSON.stringify(manifestVersion)}, which @microsoft/app-manifest has no schema for.`,
    ];
  }
  const faults = schemaFaults(MANIFEST, validate, manifest);
  // A manifest that the schema refuses need not have what the others are read from.
  if (faults.length > 0) return faults;
  return [...localizationFaults(app, manifest), ...iconsFaults(app, manifest)];
}

/** The schema has checked what is read here. */
interface CheckedManifest {
  readonly icons: Readonly<Record<'color' | 'outline', string>>;
  readonly localizationInfo?: {
    readonly additionalLanguages?: readonly { readonly languageTag: string; readonly file: string }[];
  };
}

function iconsFaults(app: AppPackage, manifest: Json): readonly string[] {
  const { icons } = manifest as unknown as CheckedManifest;
  return (['color', 'outline'] as const).flatMap((kind) => {
    const bytes = app.get(icons[kind]);
    return bytes === undefined ? [missing(icons[kind])] : iconFaults(icons[kind], kind, bytes);
  });
}

function localizationFaults(app: AppPackage, manifest: Json): readonly string[] {
  const { localizationInfo } = manifest as unknown as CheckedManifest;
  const validate = validatorOf(manifest['manifestVersion'], LOCALIZATION_SCHEMA);
  return (localizationInfo?.additionalLanguages ?? []).flatMap(({ file }) => {
    const texts = readJson(app, file);
    if (typeof texts === 'string') return [texts];
    if (validate === null) return [`${file} follows a schema that @microsoft/app-manifest does not have.`];
    return [...schemaFaults(file, validate, texts), ...strayTexts(file, texts, manifest)];
  });
}

/** The schema takes the place of any command; whether there is one, and whether each has its text, it does not ask. */
function strayTexts(file: string, texts: Json, manifest: Json): readonly string[] {
  const keys = new Set(Object.keys(texts).filter((key) => key !== '$schema'));
  const stray = [...keys].filter((key) => typeof at(manifest, key) !== 'string');
  const wanted = shownPlaces(manifest).filter((key) => !keys.has(key));
  return [
    ...stray.map((key) => `${file} has a text for ${key}, which ${MANIFEST} has not.`),
    ...wanted.map((key) => `${file} has no text for ${key}, so that it would be shown in another language.`),
  ];
}

/** Every title and description of a command in the manifest, in the form of a key. */
function shownPlaces(manifest: Json): readonly string[] {
  const bots = manifest['bots'];
  const lists = Array.isArray(bots) ? (bots[0] as CheckedBot | undefined)?.commandLists : undefined;
  const said = (lists ?? []).flatMap(({ commands }, list) =>
    commands.flatMap((_, command) =>
      ['title', 'description'].map((text) => `bots[0].commandLists[${list}].commands[${command}].${text}`),
    ),
  );
  const extensions = manifest['composeExtensions'];
  const actions = Array.isArray(extensions) ? ((extensions[0] as CheckedExtension | undefined)?.commands ?? []) : [];
  return [
    ...said,
    ...actions.flatMap((_, command) =>
      ['title', 'description'].map((text) => `composeExtensions[0].commands[${command}].${text}`),
    ),
  ];
}

interface CheckedBot {
  readonly commandLists?: readonly { readonly commands: readonly unknown[] }[];
}

interface CheckedExtension {
  readonly commands?: readonly unknown[];
}

/** What stands in the manifest at a key such as `bots[0].commandLists[1].commands[2].description`. */
const at = (manifest: Json, key: string): unknown =>
  key
    .split(/[.[\]]+/)
    .filter((part) => part !== '')
    .reduce<unknown>(
      (value, part) =>
        typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[part] : undefined,
      manifest,
    );

type Json = Readonly<Record<string, unknown>>;

/** The file, or the sentence that says what is wrong with it. */
function readJson(app: AppPackage, name: string): Json | string {
  const bytes = app.get(name);
  if (bytes === undefined) return missing(name);
  try {
    const value = JSON.parse(bytes.toString('utf8')) as unknown;
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Json;
  } catch {
    // Said below: it is the same fault.
  }
  return `${name} is no JSON object.`;
}

const missing = (name: string): string =>
  `The package has no ${name} at its top: zip the files themselves, not their folder.`;

function schemaFaults(file: string, validate: ValidateFunction, value: unknown): readonly string[] {
  validate(value);
  return (validate.errors ?? []).map((error) => `${file}: ${sentence(error)}`);
}

/** "name.short must NOT have more than 30 characters." */
function sentence({ instancePath, message, params }: ErrorObject): string {
  const place = instancePath
    .replace(/\/(\d+)/g, '[$1]')
    .replace(/\//g, '.')
    .replace(/^\./, '');
  const [which] = Object.values(params as Readonly<Record<string, unknown>>);
  const named = /additional properties|allowed values/.test(message ?? '') ? ` (${[which].flat().join(', ')})` : '';
  return `${place === '' ? 'it' : place} ${message ?? 'is not valid'}${named}.`;
}

/** A schema of some hundred kilobytes takes long to compile. */
const validators = new Map<string, ValidateFunction>();

/** null where Microsoft's package has no such schema. */
function validatorOf(version: unknown, name: string): ValidateFunction | null {
  // Part of a path, so nothing but a version may be in it.
  if (typeof version !== 'string' || !/^\d{1,2}\.\d{1,2}$/.test(version)) return null;
  const path = join(SCHEMAS, `v${version}`, name);
  const known = validators.get(path);
  if (known !== undefined) return known;
  const schema = readSchema(path);
  if (schema === null) return null;
  // Draft 4, whose patterns are older than the unicode flag.
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats(ajv);
  const validate = ajv.compile(schema);
  validators.set(path, validate);
  return validate;
}

const SCHEMAS = join(dirname(require.resolve('@microsoft/app-manifest/package.json')), 'build/json-schemas/teams');

function readSchema(path: string): object | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as object;
  } catch (error) {
    if (faultCode(error) === 'ENOENT') return null;
    throw error;
  }
}
