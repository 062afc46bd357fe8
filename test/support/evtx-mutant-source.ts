/** Binary event logs to be damaged for fuzzing: small real ones where they are at hand, and written ones of every kind. */
import { corpusFiles } from './corpus';
import { eventRecord, forwardedRecord, named } from './evtx-events';
import { binary, fileTime, fileTimeOf, guid, hex64, list, sid, text, uint32 } from './evtx-values';
import { evtxFile } from './evtx-writer';
import { type MutantSource } from './mutants';

const MAX_SAMPLE_BYTES = 140_000;
const TIME = '2026-03-04T07:30:00.1234567Z';

/** Bytes that mean something in the format: signatures, tokens, value types. */
const WORDS: readonly (string | Uint8Array)[] = [
  'ElfFile\0',
  'ElfChnk\0',
  '**\0\0',
  Uint8Array.of(0x0f, 1, 1, 0),
  Uint8Array.of(0x0c, 1),
  Uint8Array.of(0x41, 0xff, 0xff),
  Uint8Array.of(0x06, 0x00),
  Uint8Array.of(0x21, 0x00),
  Uint8Array.of(0x81, 0x00),
  Uint8Array.of(0x02, 0x0e, 0x00, 0x00, 0x21),
  Uint8Array.of(0xff, 0xff, 0xff, 0xff),
];

export function evtxMutantSource(): MutantSource {
  const real = corpusFiles('evtx').filter(
    ({ name, bytes }) => /^[^/]+\.evtx$/.test(name) && bytes.length < MAX_SAMPLE_BYTES,
  );
  return { samples: [...written(), ...real.map(({ bytes }) => bytes)], words: WORDS, maxBytes: MAX_SAMPLE_BYTES };
}

/** Short files: a change hits something that is read in them, not the padding of a chunk. */
function written(): readonly Uint8Array[] {
  const data = [
    named('LocalAddress', '2001:db8::1'),
    ['Port', uint32(500)],
    ['Sid', sid('S-1-5-18')],
    ['Id', hex64(0x3e7n)],
    ['Guid', guid('54849625-5478-4994-A5BA-3E3B0328C30D')],
    ['Time', fileTime(fileTimeOf(TIME))],
    ['Bytes', binary(Uint8Array.of(1, 2, 3))],
    ['List', list([text('a'), text('b')])],
  ] as const;
  const events = Array.from({ length: 12 }, (_, index) =>
    eventRecord({ eventId: 4650 + (index % 5), recordId: BigInt(index + 1), time: TIME, data }),
  );
  const forwarded = Array.from({ length: 5 }, (_, index) =>
    forwardedRecord({
      eventId: 4653,
      recordId: BigInt(index + 1),
      time: TIME,
      texts: [['RemoteAddress', '2001:db8::7']],
    }),
  );
  return [events, forwarded].flatMap((records) => {
    const file = evtxFile(records);
    return [file, file.subarray(0, 4096 + 8000), evtxFile(records, { flags: 5, minorVersion: 2 })];
  });
}
