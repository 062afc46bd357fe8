/** What the bot says before it has seen anything: the command that settles most, and what it can read. */
import { type NextCommand } from '../analyzers/diagnosis/diagnosis';
import { words } from './words';

/** An SA implies every step below it, so the two listings of SAs settle most of the ladder at once. */
export const FIRST_COMMAND: Pick<NextCommand, 'command' | 'shell' | 'runOn' | 'elevated'> = {
  command: 'netsh advfirewall monitor show mmsa & netsh advfirewall monitor show qmsa',
  shell: 'cmd',
  runOn: 'client',
  elevated: true,
};

export const FORMATS = words`Text in any encoding, as the commands print it: netsh, certutil, nltest, net view, ipconfig, ping, gpresult, systeminfo, auditpol, whoami, the PowerShell forms of these, and Security events as text or XML. One command or a whole window, in one file or several, and .zip with any of these.`;
