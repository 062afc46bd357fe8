/** Uploads become redacted texts: archives are opened, bytes decoded, all of them learnt from together, then each is redacted. */
import { type Upload } from '../document';
import { isEvtx } from '../grammars/evtx/evtx-reader';
import { type FoundEvent } from '../grammars/found-events';
import { MAX_HELD_BYTES } from '../intake/bounds';
import { decode } from '../intake/decode';
import { digestLog, type Report, type Watch, watched } from '../intake/event-log-intake';
import { emptyUpload, type Refusal, refusalOf } from '../intake/refusal';
import { type AnyUpload } from '../intake/source';
import { allowanceOf, type Member, unpack } from '../intake/unpack';
import { takeIn } from '../read';
import { type Redactor } from './redactor';

export interface RedactedText {
  /** That of the upload, or of a member of an archive as `ARCHIVE!/MEMBER`, redacted. */
  readonly name: string;
  readonly text: string;
}

export interface RedactedUploads {
  /** In the order in which they came. */
  readonly texts: readonly RedactedText[];
  /** What could not be read and is left out, each with a sentence; names as they were given. */
  readonly refused: readonly { readonly name: string; readonly message: string }[];
  /** Event logs of which only the IPsec events are there, by their names as they were given. */
  readonly logs: readonly string[];
}

/** An event log of the binary form cannot be written anew: its IPsec events come as JSON, one a line, under its name with this behind. */
export const EVENTS_SUFFIX = '.jsonl';

/**
 * Rejects for no input, however bad. `eventLine` is how an event is written as JSON. All texts are held in memory until the last of them
 * was learnt from, within the bounds of the intake.
 */
export async function redactUploads(
  uploads: readonly AnyUpload[],
  redactor: Redactor,
  eventLine: (found: FoundEvent) => object,
  watch: Watch = {},
): Promise<RedactedUploads> {
  const texts: RedactedText[] = [];
  const refused: { name: string; message: string }[] = [];
  const logs: string[] = [];
  const report = watched(watch);
  let room = MAX_HELD_BYTES;
  for (const upload of uploads) {
    for await (const unpacked of unpack(upload, allowanceOf(room))) {
      if (unpacked.kind === 'refused') {
        refused.push({ name: unpacked.source.name, message: unpacked.refusal.message });
        continue;
      }
      const { member } = unpacked;
      const taken = await textOf(member, eventLine, report);
      if ('code' in taken) {
        refused.push({ name: member.name, message: taken.message });
        continue;
      }
      room -= taken.text.length;
      if (taken.isLog) logs.push(member.name);
      texts.push({ name: taken.isLog ? member.name + EVENTS_SUFFIX : member.name, text: taken.text });
    }
  }
  redactor.learn([...texts.map(({ text }) => text), ...texts.map(({ name }) => name)]);
  const { readings } = await takeIn(texts.map(asUpload), { call: 1, awaited: null });
  redactor.learnReadings(readings);
  return {
    texts: texts.map(({ name, text }) => ({ name: redactor.text(name), text: redactor.text(text) })),
    refused,
    logs,
  };
}

const asUpload = ({ name, text }: RedactedText): Upload => ({ name, bytes: Buffer.from(text, 'utf8') });

interface HeldText {
  readonly text: string;
  readonly isLog: boolean;
}

async function textOf(
  member: Member,
  eventLine: (found: FoundEvent) => object,
  report: Report,
): Promise<HeldText | Refusal> {
  try {
    if (isEvtx(member.head)) {
      const log = await digestLog(member, report);
      if (log === null || log.events.length === 0) return noEvents;
      return { text: log.events.map((found) => `${JSON.stringify(eventLine(found))}\n`).join(''), isLog: true };
    }
    const bytes = await member.hold();
    if (bytes.length === 0) return emptyUpload;
    report(member, bytes.length, 0);
    const decoded = decode(bytes, member.name);
    return decoded.kind === 'refused' ? decoded.refusal : { text: decoded.text, isLog: false };
  } catch (fault) {
    const refusal = refusalOf(fault);
    if (refusal === null) throw fault;
    return refusal;
  }
}

const noEvents: Refusal = {
  code: 'empty',
  message:
    'The event log holds no IPsec event, so there is nothing of it to redact. Turn on failure auditing and export it again.',
};
