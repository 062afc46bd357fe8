/** Archives: nested, with hostile names, sizes and ratios, damaged, and those that the collecting scripts leave. */
import { deflateRawSync } from 'node:zlib';
import { crc32 } from 'node:zlib';

import { collectScript, type StepId, type Upload } from '../../analyzers/index';
import { mutant } from '../support/mutants';
import { type SeededRandom } from '../support/seeded-random';
import { zip, zipAround, type ZipMember } from '../support/zip';
import { runBatch, runPowershell } from '../virtual-client/collecting';
import { healthyDeployment } from '../virtual-client/healthy-deployments';
import { type FuzzPath, type Trial } from './fuzz-path';
import { faultsOf } from './judgement';
import { type Json, mutatedJson } from './json-mutations';
import { passedWhole } from './passed-whole';
import { type ByteSample, contextOf, type TextSample } from './samples';
import { cutText, mutatedText } from './text-mutations';

const MIB = 1024 * 1024;
const MAX_NUMBER = 0xffff_ffff;
const MAX_MEMBERS = 8;
const MAX_NESTING = 5;
const NAMES = [
  '../../../etc/passwd',
  '/etc/passwd',
  'C:\\Windows\\System32\\config\\SAM',
  '..\\..\\mmsa.txt',
  'CON',
  'a:b',
  'mmsa.txt\0.exe',
  'mmsa.txt ',
  '.',
  '..',
  '',
  'folder/',
  'ä/ö.txt',
  '\u202etxt.exe',
  'n'.repeat(3000),
  `${'d/'.repeat(300)}mmsa.txt`,
  '__MACOSX/._mmsa.txt',
  'manifest.json',
  '__proto__',
];
const LIES: readonly NonNullable<ZipMember['lies']>[] = [
  { size: 1 },
  { size: 0xffff_ffff },
  { packedSize: 0xffff_fffe },
  { packedSize: 0 },
  { checksum: 1 },
  { flags: 1 },
  { flags: 8 },
  { method: 0 },
  { method: 9 },
  { method: 99 },
];

/** A member of so many zeros, packed once. */
function bomb(bytes: number): Buffer {
  const zeros = Buffer.alloc(bytes);
  const packed = deflateRawSync(zeros);
  return zipAround('mmsa.txt', packed, { size: bytes, packedSize: packed.length, sum: crc32(zeros), stored: false });
}

export function archivePaths(texts: readonly TextSample[], logs: readonly ByteSample[]): readonly FuzzPath[] {
  const bombs = [MIB, 8 * MIB, 64 * MIB].map(bomb);
  // Several of them may stand in one archive.
  const smallBombs = bombs.slice(0, 2);
  const lines = texts.map(({ text }) => text);

  const contentOf = (random: SeededRandom): Uint8Array | string => {
    switch (random.below(8)) {
      case 0:
        return random.pick(logs).bytes;
      case 1:
        return random.pick(smallBombs);
      case 2:
        return mutatedText(random.pick(lines), random, lines);
      case 3:
        return '';
      default:
        return random.pick(lines);
    }
  };
  const archive = (random: SeededRandom, depth: number): Buffer => {
    const count = random.below(40) === 0 ? 2500 : random.below(MAX_MEMBERS);
    const members = Array.from({ length: count }, (_, place): readonly [string, ZipMember] => {
      const name = random.below(3) === 0 ? random.pick(NAMES) : `${place}-${random.pick(texts).name}`;
      const nested = count < 10 && depth < MAX_NESTING && random.below(4) === 0;
      const content = count > MAX_MEMBERS ? 'Ok.' : nested ? archive(random, depth + 1) : contentOf(random);
      const lies = random.below(5) === 0 ? { lies: random.pick(LIES) } : {};
      return [nested ? `${name}.zip` : name, { content, stored: random.below(3) === 0, ...lies }];
    });
    return zip(Object.fromEntries(members));
  };

  return [
    {
      name: 'zip',
      share: 12,
      trial: (random) => {
        const built = random.below(12) === 0 ? random.pick(bombs) : archive(random, 1);
        const isDamaged = random.below(2) === 0;
        const maxBytes = 2 * MIB;
        const bytes = isDamaged
          ? mutant(
              { samples: [built], words: ['PK\x03\x04', 'PK\x01\x02', 'PK\x05\x06'], maxBytes },
              random.below(MAX_NUMBER),
            )
          : built;
        return {
          what: isDamaged ? 'zip, bytes' : 'zip, hostile',
          bytes,
          ending: 'zip',
          faults: () =>
            faultsOf({ uploads: [{ name: 'collected.zip', bytes }], context: contextOf(AT, undefined), allowed: null }),
        };
      },
    },
    collectedPath(lines),
  ];
}

const AT = '2026-11-24T09:30:00Z';
type Members = ReadonlyMap<string, string>;

/** The files of a folder as the script of a shell leaves them on a machine. */
function collectedFolders(): readonly Members[] {
  const deployment = healthyDeployment();
  return (['cmd', 'powershell'] as const).flatMap((shell) =>
    (['client', 'server'] as const).map((on) => {
      const around = {
        side: on,
        elevated: true,
        computer: on === 'client' ? 'FAB-LT-071' : 'FABDA1',
        canZip: true,
        parameters: on === 'client' ? [deployment.fileServer, deployment.endpoints.first] : [],
      } as const;
      const { files } = (shell === 'cmd' ? runBatch : runPowershell)(
        collectScript({ shell, on }).script,
        deployment,
        around,
      );
      return new Map(
        [...files].map(([path, text]) => [path.replace(/^.*\\(?=[^\\]+\\[^\\]+$)/, '').replaceAll('\\', '/'), text]),
      );
    }),
  );
}

const zipped = (files: Members): Upload => ({ name: 'collected.zip', bytes: zip(Object.fromEntries(files)) });

/** One output of the folder is cut or damaged, is gone or there twice, or the manifest is another. */
function collectedPath(lines: readonly string[]): FuzzPath {
  const folders = collectedFolders();
  const whole = passedWhole();
  const context = contextOf(AT, undefined);
  const changed = (files: Members, name: string, text: string, random: SeededRandom): readonly [string, Members] => {
    switch (random.below(5)) {
      case 0:
        return ['damaged', new Map([...files, [name, mutatedText(text, random, lines)]])];
      case 1:
        return ['gone', new Map([...files].filter(([each]) => each !== name))];
      case 2:
        return ['there twice', new Map([...files, [`${name}.txt`, mutatedText(text, random, lines)]])];
      case 3: {
        const [manifest = '', json = ''] = [...files].find(([each]) => each.endsWith('manifest.json')) ?? [];
        return ['another manifest', new Map([...files, [manifest, mutatedManifest(json, random)]])];
      }
      default:
        return ['cut', new Map([...files, [name, cutText(text, random)]])];
    }
  };
  return {
    name: 'collected zip',
    share: 5,
    trial: (random): Trial => {
      const place = random.below(folders.length);
      const files = folders[place] ?? new Map<string, string>();
      const [name, text] = random.pick([...files].filter(([each]) => !each.endsWith('manifest.json')));
      const [how, members] = changed(files, name, text, random);
      const upload = zipped(members);
      return {
        what: `collected ${place}, ${name} ${how}`,
        bytes: upload.bytes,
        ending: 'zip',
        faults: async () => {
          const allowed: readonly StepId[] | null =
            how === 'cut' ? await whole(String(place), () => [zipped(files)], context) : null;
          return faultsOf({ uploads: [upload], context, allowed });
        },
      };
    },
  };
}

function mutatedManifest(json: string, random: SeededRandom): string {
  if (random.below(4) === 0) return cutText(json, random);
  return JSON.stringify(mutatedJson(JSON.parse(json.replace(/^\uFEFF/, '')) as Json, random));
}
