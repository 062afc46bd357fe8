/** Holds the quotes of a diagnosis against what was sent: each must be that very line of that upload. */
import { type Diagnosis, type Quote } from '../../analyzers/diagnosis/diagnosis';
import { type Upload } from '../../analyzers/document';

/** Lines longer than this are quoted in part (the contract's ruling 16). */
const WHOLE_LINE = 400;

/** A sentence for every quote that is not what was sent; empty where all are. */
export function wrongQuotes(
  { steps, causes }: Diagnosis,
  sent: ReadonlyMap<string, Upload>,
  decode: (bytes: Uint8Array) => string = (bytes) => Buffer.from(bytes).toString('utf8'),
): readonly string[] {
  const quotes = [...steps.flatMap(({ proof }) => proof), ...causes.flatMap(({ proof }) => proof)];
  const documents = new Map(
    [...sent].map(([name, { bytes }]) => [
      name,
      decode(bytes)
        .replace(/^\uFEFF/, '')
        .split(/\r\n|\n|\r/),
    ]),
  );
  return quotes
    .filter((quote) => !isVeryLine(quote, documents.get(quote.upload)))
    .map((quote) => JSON.stringify(quote));
}

function isVeryLine({ line, record, text }: Quote, lines: readonly string[] | undefined): boolean {
  if (lines === undefined || (line === undefined && record === undefined)) return false;
  if (line === undefined) return lines.some((one) => one.includes(`<EventRecordID>${record ?? ''}<`));
  const whole = lines[line - 1];
  if (whole === undefined) return false;
  return whole.length > WHOLE_LINE ? text !== '' && whole.includes(text) : text === whole;
}
