/** A command: how it is typed, how its output is known among others, and how it is read. */
import { type Machine, type Shell } from '../diagnosis/diagnosis';
import { type CommandId } from '../diagnosis/reading-data';
import { type SourceId } from '../diagnosis/sources';
import { type Line, type LineText } from '../document';
import { type DateOrderFinding } from '../grammars/windows-date';
import { type Draft } from '../reading';

/** The lines that one run of one command printed. */
export interface Output {
  readonly lines: readonly Line[];
  /** The command line above the output, or null where none was copied. */
  readonly typed: string | null;
  /** Another prompt or section follows, so nothing of this output is missing at its end. */
  readonly closed: boolean;
  /** Whether the last line is known to be whole: a line end or more text follows it. Left out where nobody looked: it counts as whole. */
  readonly endsWhole?: boolean;
  /** The name of the document, where it tells what the lines leave open (`consec-active.txt`). */
  readonly document?: string;
  /** How the dates of the whole document are to be read; left out where nobody looked at more than this output. */
  readonly dates?: DateOrderFinding;
}

/** What stands right above and right below a line; below the last line stands an empty text. */
export interface Beside {
  /** Also where nothing stands above. */
  readonly isBlankAbove: boolean;
  readonly below: string;
}

export interface Command<Id extends CommandId = CommandId> {
  readonly id: Id;
  /** The command line as it is asked for; a value that is not known stands in angle brackets. */
  readonly typed: string;
  readonly shell: Shell;
  readonly runOn: Machine;
  readonly elevated: boolean;
  /** The PowerShell command whose output gives the same reading. */
  readonly powershell?: string;
  /** What its output shows, as a sentence for the reference. */
  readonly shows?: string;
  /** Where its form and its meaning are described. */
  readonly sources?: readonly SourceId[];
  /** Whether this command line (already trimmed, without its prompt) runs this command. */
  readonly runs: (commandLine: string) => boolean;
  /**
   * Whether an output of this command can begin at a line of this text at all, whatever stands around it: asked once for each text of a
   * document, so that `begins` is asked of few lines. Left out, it is asked of every line.
   */
  readonly opens?: (text: string) => boolean;
  /**
   * Whether an output can begin at a line of which `opens` says so, by the lines beside it: asked once for each pair of texts, so that
   * `begins` is asked of fewer lines still. Left out, nothing near a line tells.
   */
  readonly opensBeside?: (text: string, beside: Beside) => boolean;
  /** Whether an output of this command begins at `lines[index]`. Cheap: it is asked for every line. */
  readonly begins: (lines: readonly LineText[], index: number) => boolean;
  /** Whether the line is the last of an output (`Ok.`, an error line …); what follows belongs to another output. */
  readonly ends: (line: LineText) => boolean;
  /**
   * Whether this line can be all that the command prints, although other commands print it too (`No SAs match the specified
   * criteria.`): which of them ran must be told by something else.
   */
  readonly alone?: (line: LineText) => boolean;
  /** Whether such a sentence of other commands may also stand inside this command's output. */
  readonly holds?: (line: LineText) => boolean;
  /** Its heading stands once in an output: a second one opens another output. Left out where every record has the heading. */
  readonly once?: boolean;
  /** Whether a document of this name is likely to hold this output and nothing else: `mmsa.txt`, `my_sas.txt`. */
  readonly named?: (fileName: string) => boolean;
  /** Reads one output. Never throws; what it could not read it says in `problems`. */
  readonly read: (output: Output) => Draft<Id>;
}

/** Declares a command; the id fixes the shape of its data. */
export function defineCommand<Id extends CommandId>(command: Command<Id>): Command<Id> {
  return command;
}
