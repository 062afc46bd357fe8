/** What 200 conversations post: outputs of mixed sizes, pasted and as files, each in several variants, so that cases grow as real ones do. */
import { zip } from '../support/zip';
import { evtxForm, generatedLog } from './event-log-generator';
import { promptedTranscript } from './transcripts';
import { readFileSync } from 'node:fs';

import { completeEvidence } from '../virtual-client/evidence';
import { healthyDeployment } from '../virtual-client/healthy-deployments';

const KIB = 1024;
const VARIANTS = 6;

export interface LoadKind {
  readonly name: string;
  /** How many of a hundred posts are of this kind. */
  readonly share: number;
  /** What is pasted; null where it is a file. */
  readonly text: ((number: number) => string) | null;
  readonly fileName: string;
  readonly file: ((number: number) => Uint8Array) | null;
}

/** The bytes are made once. */
export function loadKinds(): readonly LoadKind[] {
  const small = promptedTranscript(64 * KIB).toString('utf8');
  const pasted = Array.from({ length: VARIANTS }, (_, place) => small.slice(place * 4 * KIB, (place + 1) * 4 * KIB));
  const hundred = variants((place) => promptedTranscript((100 + place) * KIB));
  const large = variants((place) => promptedTranscript((2 * KIB + place) * KIB));
  const logs = variants((place) => readFileSync(generatedLog(evtxForm, 2, { seed: place + 1 })));
  const evidence = completeEvidence(healthyDeployment());
  const zips = variants((place) =>
    zip(Object.fromEntries(evidence.map(({ name, bytes }) => [`collected-${place}/${name}`, bytes]))),
  );
  return [
    {
      name: 'pasted 4 KiB',
      share: 40,
      text: (number) => `rem post ${number}\n${pasted[number % VARIANTS] ?? ''}`,
      fileName: '',
      file: null,
    },
    fileKind('text 100 KiB', 25, 'transcript.txt', hundred),
    fileKind('text 2 MiB', 15, 'day.txt', large),
    fileKind('evtx 2 MiB', 10, 'Security.evtx', logs),
    fileKind('zip of 31 files', 10, 'collected.zip', zips),
  ];
}

const variants = (make: (place: number) => Uint8Array): readonly Uint8Array[] =>
  Array.from({ length: VARIANTS }, (_, place) => make(place));

const fileKind = (name: string, share: number, fileName: string, made: readonly Uint8Array[]): LoadKind => ({
  name,
  share,
  text: null,
  fileName,
  file: (number) => made[number % made.length]!,
});
