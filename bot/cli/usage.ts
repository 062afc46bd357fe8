/** How the command line is used, and how it says that it was used otherwise. */

export const USAGE = `tunnel-triage finds the step at which a DirectAccess client's tunnels fail, and the one command to run next.

  tunnel-triage analyze [options] PATH…   analyses files, folders and archives together, as one case; - is standard input
      --json                  the whole diagnosis as JSON
      --server-ipv4 A.B.C.D   the DirectAccess server's first public IPv4 address
      --server-ipv4-2 A.B.C.D its second (if left out, the next address)
      --case FILE.json        keeps what was learnt between calls: created if absent
      --at ISO                the time against which expiry is judged (by default now)
      --fail-on LIST          exit status 1 where an outcome of the list is there: failed,unknown,unreadable,…
  tunnel-triage parse PATH…               what was read of each upload, one JSON object a line
  tunnel-triage events [options] PATH…    every event of event logs in any form (.evtx, XML, CSV, text, JSON), one JSON object a line
      --id LIST               only these event numbers: 4653,4654
      --since ISO             only events of that time or later; UTC unless a zone is given, a day alone is the whole day
      --until ISO             only events of that time or earlier
  tunnel-triage explain [--json] CODE…    what 13801, 0x80092013, a name, %%8222 or an event id means for a tunnel
  tunnel-triage collect [options]         the script that gathers all the evidence of one machine into one zip
      --shell cmd|powershell  for a Command Prompt (the default, Windows 7 too) or PowerShell (Windows 8 and later)
      --on client|server      for a client (the default) or the DirectAccess server
      --line                  the same as one line to paste into an elevated prompt
  tunnel-triage steps [--json]            the ladder: every step, its evidence, its command
  tunnel-triage --help | --version

Exit status: 0 answered; 1 an outcome of --fail-on is there; 2 usage; 3 nothing could be read.
`;

/** Commands of a later release: named, so that nobody takes them for misspelt. */
export const LATER = ['redact'] as const;

/** The command line was used in a way that it does not know; the sentence says what to do instead. Exit status 2. */
export interface Misuse {
  readonly kind: 'misuse';
  readonly sentence: string;
}

/** Node's words for a wrong option, without its advice on names that begin with a dash, whose quotes do not close. */
export const inOneSentence = (reason: string): string =>
  `${reason.replace(/\.? To specify a positional .*$/, '')}.`.replace(/\.\.$/, '.');

export const misuse = (sentence: string): Misuse => ({ kind: 'misuse', sentence });

/** What a command of the terminal answers: text for standard output, complaints for standard error, the exit status. */
export interface Answer {
  readonly kind: 'answer';
  readonly output: string;
  readonly complaints: readonly string[];
  readonly status: 0 | 1 | 3;
}

export const answer = (output: string, complaints: readonly string[] = [], status: 0 | 1 | 3 = 0): Answer => ({
  kind: 'answer',
  output,
  complaints,
  status,
});
