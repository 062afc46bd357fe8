/** Prompts of cmd, PowerShell and netsh's own shell, and the command lines typed at them. */
import { firstSign } from '../grammars/first-sign';

/** The longest line that is looked at for a prompt. */
export const MAX_PROMPT_CHARACTERS = 4000;

/** A prompt with what was typed; `host` where a remote PowerShell session names its machine. */
export interface Prompt {
  readonly typed: string;
  readonly host: string | null;
}

/** `C:\Windows\system32>netsh …`, `PS C:\> …`, `PS> …`, `[DA1]: PS C:\> …`. */
const SHELL_PROMPT =
  /^\s{0,8}(?:\[([\w.-]{1,255})\]:\s?)?(?:PS\s?(?:[A-Za-z]+:[^<>|"]{0,300}|\\\\[^<>|"]{1,300})?|[A-Za-z]:\\[^<>|"]{0,300}|\\\\[^<>|"]{1,300})>\s*(.*)$/;
/** `netsh advfirewall monitor>show mmsa`: the context belongs to the command. */
const NETSH_PROMPT = /^\s{0,8}(netsh(?: [a-z0-9]{1,20}){0,4})>\s*(.*)$/;
/** A command line that was copied or echoed without its prompt, as documentation and chat messages have it. */
const BARE_COMMAND =
  /^\s{0,8}((?:netsh (?:advfirewall|interface|int|namespace|dnsclient|dns|winhttp|nap|wfp) \S|nltest \/|certutil(?:\.exe)? (?:-\w+ )*-\w|auditpol(?:\.exe)? \/|gpresult(?:\.exe)? \/|whoami \/|wevtutil(?:\.exe)? \w|ping -|net view\b|nslookup \S|sc query\b|reg query\b|ipconfig \/|(?:Get-(?:Net|DA|DnsClient|Service|WinEvent|ComputerInfo|NCSI)\w{0,40}|Resolve-DnsName|Test-NetConnection)\b(?! ?:)).{0,1000})$/;

/** What the commands of BARE_COMMAND begin with: nearly every line is turned away by it. */
const BEGINS_BARE = 'acginprswGRT';

/** The prompt of a line with the command line typed at it (empty where nothing was typed); null where the line has none. */
export function commandAtPrompt(text: string): Prompt | null {
  if (text.length > MAX_PROMPT_CHARACTERS || !text.includes('>')) return null;
  const shell = SHELL_PROMPT.exec(text);
  if (shell !== null) return { typed: (shell[2] ?? '').trim(), host: shell[1] ?? null };
  const netsh = NETSH_PROMPT.exec(text);
  if (netsh !== null) return { typed: netsh[2] === '' ? '' : `${netsh[1] ?? ''} ${netsh[2] ?? ''}`.trim(), host: null };
  return null;
}

/** The command line that stands on a line of its own without a prompt; null where the line is none. */
export function bareCommand(text: string): string | null {
  if (text.length > MAX_PROMPT_CHARACTERS || !BEGINS_BARE.includes(firstSign(text))) return null;
  return BARE_COMMAND.exec(text)?.[1]?.trim() ?? null;
}

/** What parts two commands; nothing of a quotation is looked at where none of them stands anywhere. */
const PARTING = /[&;]/;

/**
 * The commands of one command line, in the order in which they print: `a & b`, `a && b`, `a ; b` (PowerShell). Quoted text is left
 * alone: the query of an event log holds such signs.
 */
export function commandsOf(typed: string): readonly string[] {
  if (!PARTING.test(typed)) return [typed.slice(0, MAX_PROMPT_CHARACTERS).trim()].filter((part) => part !== '');
  const parts: string[] = [''];
  let quote = '';
  for (const character of typed.slice(0, MAX_PROMPT_CHARACTERS)) {
    if (quote === '' && (character === '&' || character === ';')) {
      parts.push('');
      continue;
    }
    if (character === quote) quote = '';
    else if (quote === '' && (character === '"' || character === "'")) quote = character;
    parts.push((parts.pop() ?? '') + character);
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}
