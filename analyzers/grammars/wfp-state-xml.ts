/** wfpstate.xml, read by a parser in one pass: of its megabytes of filters nothing is kept but the counters of negotiations. */
import { Parser } from 'htmlparser2';
import { type NegotiationCount } from '../diagnosis/reading-data';
import { type Line } from '../document';
import { MAX_ELEMENT_DEPTH } from './event-element';

export interface WfpState {
  readonly time: { readonly text: string; readonly line: number } | null;
  readonly sas: { readonly count: number; readonly line: number } | null;
  /** Each with the line of what was started. */
  readonly counts: readonly { readonly count: NegotiationCount; readonly line: number }[];
  /** Those that occurred. */
  readonly errors: readonly {
    readonly module: NegotiationCount['module'];
    readonly name: string;
    readonly count: number;
    readonly line: number;
  }[];
  /** The end of the document was seen, and its tags fit together. */
  readonly whole: boolean;
  readonly closing: number | null;
}

const MODULES: Readonly<Record<string, NegotiationCount['module']>> = {
  ikeStatistics: 'ike',
  authipStatistics: 'authip',
  ikeV2Statistics: 'ikev2',
};
const COUNTER = /^total(Successful|Failed)?(Main|Quick|Extended)Modes(Started)?$/;
/** Names of errors in a table: Windows has some hundred. */
export const MAX_ERRORS = 1000;

/** Lines are fed one by one, so that each value has its line. No entity but the five of XML is known, and no document type is heeded. */
export function readWfpState(lines: readonly Line[]): WfpState {
  const path: string[] = [];
  const counters = new Map<string, { readonly value: number; readonly line: number }>();
  const errors: WfpState['errors'][number][] = [];
  const state: { time: WfpState['time']; sas: WfpState['sas']; isBroken: boolean; closing: number | null } = {
    time: null,
    sas: null,
    isBroken: false,
    closing: null,
  };
  let value = '';
  let name = '';
  let number = 0;
  let items = 0;

  const leave = (tag: string): void => {
    const place = path.join('/');
    if (place === 'wfpstate/timeStamp') state.time ??= { text: value.trim(), line: number };
    if (place === 'wfpstate/ikeextSas/item') items += 1;
    if (place === 'wfpstate/ikeextSas') state.sas ??= { count: items, line: number };
    if (place === 'wfpstate') state.closing = number;
    if (path[1] !== 'ikeextStatistics') return;
    if (tag === 'error') name = value.trim();
    if (tag === 'frequency') keepError(path[2] ?? '');
    const counted = COUNTER.test(tag) ? countOf(value) : null;
    if (counted !== null) counters.set(place, { value: counted, line: number });
  };
  const keepError = (statistics: string): void => {
    const [module, count] = [MODULES[statistics], countOf(value)];
    if (module !== undefined && count !== null && count > 0 && errors.length < MAX_ERRORS) {
      errors.push({ module, name, count, line: number });
    }
  };
  const parser = new Parser(
    {
      onopentagname: (tag) => {
        if (state.isBroken) return;
        path.push(tag);
        state.isBroken = path.length > MAX_ELEMENT_DEPTH;
        value = '';
      },
      ontext: (text) => {
        value += text;
      },
      onclosetag: (tag) => {
        if (state.isBroken) return;
        if (path.at(-1) === tag) leave(tag);
        else state.isBroken = true;
        path.pop();
        value = '';
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  for (const line of lines) {
    number = line.number;
    parser.write(`${line.text}\n`);
  }
  return {
    time: state.time,
    sas: state.sas,
    counts: countsOf(counters),
    errors,
    whole: state.closing !== null && !state.isBroken && path.length === 0,
    closing: state.closing,
  };
}

/** No counter of Windows has more than 64 bits; null for what is no number. */
const countOf = (text: string): number | null => (/^\d{1,20}$/.test(text.trim()) ? Number(text) : null);

/** A mode of a module counts where all three of its numbers were seen. */
function countsOf(
  counters: ReadonlyMap<string, { readonly value: number; readonly line: number }>,
): WfpState['counts'] {
  return Object.entries(MODULES).flatMap(([statistics, module]) =>
    ([4, 6] as const).flatMap((ipVersion) =>
      (['Main', 'Quick', 'Extended'] as const).flatMap((mode) => {
        const place = `wfpstate/ikeextStatistics/${statistics}/v${ipVersion}Statistics/total`;
        const started = counters.get(`${place}${mode}ModesStarted`);
        const succeeded = counters.get(`${place}Successful${mode}Modes`);
        const failed = counters.get(`${place}Failed${mode}Modes`);
        if (started === undefined || succeeded === undefined || failed === undefined) return [];
        const lower = mode === 'Main' ? 'main' : mode === 'Quick' ? 'quick' : 'extended';
        const numbers = { started: started.value, succeeded: succeeded.value, failed: failed.value };
        return [{ count: { module, ipVersion, mode: lower, ...numbers }, line: started.line }];
      }),
    ),
  );
}
