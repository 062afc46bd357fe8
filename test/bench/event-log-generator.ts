/**
 * Writes a log of generated events to a file, of a size in MiB, the same for the same seed: binary here; a text form needs only a writer of
 * its own for `generatedEvents`.
 */
import { closeSync, existsSync, mkdirSync, openSync, renameSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventRecord } from '../support/evtx-events';
import { guid, hex32, hex64, sid, text, uint32, uint64 } from '../support/evtx-values';
import { createEvtxWriter, FILE_HEADER_BYTES, type Template, type Value } from '../support/evtx-writer';
import { type GeneratedEvent, generatedEvents, type GeneratedField, type GeneratorOptions } from './generated-events';

/** A form of log: pieces of bytes for event after event, and what stands before and behind them. */
export interface LogForm {
  /** The ending of the file's name, without a dot. */
  readonly ending: string;
  readonly begin: () => Uint8Array;
  /** The bytes of an event; empty where the form collects several first. */
  readonly event: (event: GeneratedEvent) => Uint8Array;
  /** What stands behind the last event; `header` is written over the beginning. */
  readonly end: () => { readonly rest: Uint8Array; readonly header?: Uint8Array };
}

const MIB = 1024 * 1024;
const NOTHING = new Uint8Array(0);

/** The path of a log of at least so many MiB; one that was made before is used again. */
export function generatedLog(form: () => LogForm, mebibytes: number, options: GeneratorOptions = {}): string {
  const folder = join(tmpdir(), 'tunnel-triage-bench');
  mkdirSync(folder, { recursive: true });
  const { seed = 1, ipsecPer10000 = 68 } = options;
  const writer = form();
  const path = join(folder, `v3-${seed}-${ipsecPer10000}-${mebibytes}.${writer.ending}`);
  if (!existsSync(path) || statSync(path).size < mebibytes * MIB) {
    writeLog(`${path}.${process.pid}.part`, writer, mebibytes * MIB, options);
    renameSync(`${path}.${process.pid}.part`, path);
  }
  return path;
}

/** Writes events until the file has at least so many bytes; memory stays flat. */
export function writeLog(path: string, form: LogForm, bytes: number, options: GeneratorOptions = {}): void {
  const file = openSync(path, 'w');
  try {
    let held: Uint8Array[] = [form.begin()];
    let heldBytes = 0;
    let written = 0;
    const flush = (): void => {
      if (held.length > 0) writeSync(file, Buffer.concat(held));
      held = [];
      heldBytes = 0;
    };
    for (const event of generatedEvents(options)) {
      const piece = form.event(event);
      if (piece.length > 0) held.push(piece);
      heldBytes += piece.length;
      written += piece.length;
      if (heldBytes > MIB) flush();
      if (written >= bytes) break;
    }
    const { rest, header } = form.end();
    held.push(rest);
    flush();
    if (header !== undefined) writeSync(file, header, 0, header.length, 0);
  } finally {
    closeSync(file);
  }
}

/** The binary form. */
export function evtxForm(): LogForm {
  let full: Buffer[] = [];
  const writer = createEvtxWriter((chunk) => full.push(chunk));
  const templates = new Map<string, Template>();
  const taken = (): Uint8Array => {
    const chunks = full;
    full = [];
    return chunks.length === 0 ? NOTHING : Buffer.concat(chunks);
  };
  return {
    ending: 'evtx',
    begin: () => new Uint8Array(FILE_HEADER_BYTES),
    event: (event) => {
      const data = event.data.map((field): readonly [string, Value] => [field.name, valueOf(field)]);
      writer.add(eventRecord({ ...event, recordId: BigInt(event.recordId), data }, templates));
      return taken();
    },
    end: () => {
      const header = writer.end();
      return { rest: taken(), header };
    },
  };
}

function valueOf({ type, value }: GeneratedField): Value {
  switch (type) {
    case 'text':
      return text(value);
    case 'uint32':
      return uint32(Number(value));
    case 'uint64':
      return uint64(BigInt(value));
    case 'hex32':
      return hex32(Number(value));
    case 'hex64':
      return hex64(BigInt(value));
    case 'sid':
      return sid(value);
    case 'guid':
      return guid(value);
  }
}
