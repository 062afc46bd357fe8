/** Processor time of a process and of its children, from `/proc`: unlike a duration it says little of what else the machine does. */
import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts in hundredths of a second (USER_HZ of proc_pid_stat(5)) on every machine of today. */
const TICK_MS = 10;

/** Milliseconds in user and kernel mode, those of its children too, also of those that have ended; null where there is no `/proc`. */
export function processorMs(pid: number): number | null {
  const own = statOf(pid);
  if (own === null) return null;
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => statOf(Number(name)))
    .filter((stat) => stat?.parent === pid);
  return own.ms + own.endedChildrenMs + children.reduce((sum, child) => sum + (child?.ms ?? 0), 0);
}

interface ProcessStat {
  readonly parent: number;
  readonly ms: number;
  readonly endedChildrenMs: number;
}

function statOf(pid: number): ProcessStat | null {
  let line: string;
  try {
    line = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return null;
  }
  // The name of the program stands in brackets and may hold anything.
  const fields = line
    .slice(line.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const field = (number: number): number => fields[number - 3] ?? 0;
  return {
    parent: field(4),
    ms: (field(14) + field(15)) * TICK_MS,
    endedChildrenMs: (field(16) + field(17)) * TICK_MS,
  };
}
