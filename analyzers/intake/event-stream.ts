/** All events of event logs in any form, of archives too, as a stream: nothing is kept, and who reads slowly is not overrun. */
import { createEventLogReader, type EventLog } from '../grammars/event-log';
import { type EventFilter } from '../grammars/evtx/evtx-reader';
import { type FoundEvent } from '../grammars/found-events';
import { PROGRESS_BYTES, type Report, type Watch, watched } from './event-log-intake';
import { type Refusal, refusalOf } from './refusal';
import { type AnyUpload } from './source';
import { type Member, unpack } from './unpack';

/** What comes next of an upload, or of one member of an archive: some events, its end, or why it is not read. */
export type EventStreamPart =
  | { readonly kind: 'events'; readonly name: string; readonly events: readonly FoundEvent[] }
  | { readonly kind: 'end'; readonly name: string; readonly log: EventLog }
  | { readonly kind: 'refused'; readonly name: string; readonly refusal: Refusal }
  | { readonly kind: 'no-log'; readonly name: string };

/** The wanted events of every log, log by log, in the order of the log. Rejects only where `watch` says that nobody waits any more. */
export async function* eventStream(
  uploads: readonly AnyUpload[],
  filter: EventFilter,
  watch: Watch = {},
): AsyncGenerator<EventStreamPart> {
  const report = watched(watch);
  for (const upload of uploads) {
    for await (const unpacked of unpack(upload)) {
      if (unpacked.kind === 'member') yield* eventsOf(unpacked.member, filter, report);
      else yield { kind: 'refused', name: unpacked.source.name, refusal: unpacked.refusal };
    }
  }
}

async function* eventsOf(member: Member, filter: EventFilter, report: Report): AsyncGenerator<EventStreamPart> {
  const { name } = member;
  let events: FoundEvent[] = [];
  const onEvent = (found: FoundEvent): void => {
    events.push(found);
  };
  const reader = createEventLogReader(member.head, name, { filter, onEvent });
  if (reader === null) {
    yield { kind: 'no-log', name };
    return;
  }
  let bytes = 0;
  let told = 0;
  try {
    for await (const piece of member.stream()) {
      reader.push(piece);
      bytes += piece.length;
      if (events.length > 0) yield { kind: 'events', name, events };
      events = [];
      if (bytes - told < PROGRESS_BYTES) continue;
      told = bytes;
      report(member, bytes, reader.progress().matched);
    }
  } catch (fault) {
    const refusal = refusalOf(fault);
    if (refusal === null) throw fault;
    yield { kind: 'refused', name, refusal };
    return;
  }
  const log = reader.end();
  if (events.length > 0) yield { kind: 'events', name, events };
  yield { kind: 'end', name, log };
}
