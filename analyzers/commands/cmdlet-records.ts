/** What the cmdlets with one record for each thing share: which records are whole, the lines behind them, whether all are there. */
import { type Problem } from '../diagnosis/diagnosis';
import { type Line } from '../document';
import { endsRecord, type PowershellRecord, powershellRecords } from '../grammars/powershell-list';
import { type Output } from './command';
import { isBlank, isKnownWhole, lastPrinted, wholeLines } from './whole-lines';

export interface CmdletRecords {
  readonly records: readonly PowershellRecord[];
  readonly complete: boolean;
  readonly proofs: Readonly<Record<string, number>>;
  readonly problems: readonly Problem[];
}

/** `Access is denied`, or PowerShell's own words for a cmdlet that was not run elevated: the HRESULT is the same in every language. */
const DENIED = /Access is denied|PermissionDenied|Windows System Error 5\b|HRESULT 0x80070005/i;
const FAILED = /^\s*\+ (?:CategoryInfo|FullyQualifiedErrorId)\s*:/;

/**
 * The records of an output. `isWhole` says of a last record in a cut output whether it may be believed; `paths` names the properties
 * behind each field of `list[index]`. Nothing printed between two prompts is an empty list.
 */
export function readCmdletRecords(
  output: Output,
  list: string,
  isWhole: (record: PowershellRecord) => boolean,
  paths: Readonly<Record<string, readonly string[]>>,
): CmdletRecords {
  const lines = wholeLines(output);
  const denied = lines.find(({ text }) => DENIED.test(text));
  const failed = lines.find(({ text }) => FAILED.test(text));
  const all = denied === undefined && failed === undefined ? powershellRecords(lines) : [];
  const isEmpty = lines.every(isBlank) && output.closed && output.typed !== null;
  const complete = isEmpty || (all.length > 0 && isKnownWhole(output, endsRecord(lines, all)));
  const records = all.filter((record, index) => complete || index < all.length - 1 || isWhole(record));
  const proofs: Record<string, number> = {};
  records.forEach((record, index) => {
    const [first] = record.values();
    if (first !== undefined) proofs[`${list}[${index}]`] = first.line.number;
    for (const [field, names] of Object.entries(paths)) {
      const shown = names.flatMap((name) => record.get(name.toLowerCase()) ?? [])[0];
      if (shown !== undefined) proofs[`${list}[${index}].${field}`] = shown.line.number;
    }
  });
  const closing = denied ?? failed ?? lastPrinted(lines);
  if (closing !== null) proofs['closing'] = closing.number;
  return { records, complete, proofs, problems: problems(denied, failed) };
}

function problems(denied: Line | undefined, failed: Line | undefined): readonly Problem[] {
  if (denied !== undefined) {
    const message = `"${denied.text.trim().slice(0, 100)}": PowerShell was not run elevated. Run the command again in an elevated PowerShell.`;
    return [{ code: 'not-elevated', message, line: denied.number }];
  }
  if (failed === undefined) return [];
  const message = `The cmdlet failed: "${failed.text.trim().slice(0, 100)}". Run it again in an elevated PowerShell.`;
  return [{ code: 'command-failed', message, line: failed.number }];
}
