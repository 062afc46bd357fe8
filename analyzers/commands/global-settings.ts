/**
 * `netsh advfirewall show global`: whether certificates are checked strictly, and which groups may connect; elevated only.
 *
 *     Global Settings:
 *     ----------------------------------------------------------------------
 *     IPsec:
 *     StrongCRLCheck                        0:Disabled
 *     SAIdleTimeMin                         5min
 *     AuthzUserGrp                          None
 *     AuthzComputerGrp                      None
 *     …
 *     Ok.
 *
 * The same block at the head of `monitor show consec` belongs to that listing.
 */
import { isDenied, isOk, isRefusal, needsElevation } from '../grammars/netsh';
import { type Draft } from '../reading';
import { type Command, defineCommand, type Output } from './command';
import { isGlobalTitle, listsRulesBelow, opensSettings } from './global-settings-title';
import { printedFields, type PrintedField, proofsOf } from './netsh-fields';
import { notElevated } from './output-problems';

export const globalSettings: Command<'netsh-global'> = defineCommand({
  id: 'netsh-global',
  typed: 'netsh advfirewall show global',
  shell: 'cmd',
  runOn: 'client',
  elevated: true,
  shows: 'Whether certificates are checked strictly, and which groups may connect.',
  sources: ['article'],
  once: true,
  powershell: 'Get-NetFirewallSetting -PolicyStore ActiveStore',
  runs: (commandLine) => /^netsh(?:\.exe)?\s+advfirewall\s+show\s+global\b/i.test(commandLine),
  opens: opensSettings,
  begins: (lines, index) => isGlobalTitle(lines, index) && listsRulesBelow(lines, index) !== true,
  ends: ({ text }) => isOk(text) || needsElevation(text),
  alone: isRefusal,
  named: (fileName) => /(?:^|[^a-z])global(?:[^a-z]|$)/i.test(fileName),
  read,
});

function read(output: Output): Draft<'netsh-global'> {
  const fields = printedFields(output);
  const find = (label: string): PrintedField | undefined => fields.find((one) => one.label === label);
  const text = (found: PrintedField | undefined): string | null =>
    found === undefined || isDenied(found.value) || found.value === '' ? null : found.value;
  const number = (found: PrintedField | undefined): number | null => {
    const digits = /^(\d{1,6})(?:\D|$)/.exec(found?.value ?? '')?.[1];
    return digits === undefined ? null : Number(digits);
  };
  const shown = {
    strongCrlCheck: find('strongcrlcheck'),
    saIdleTimeMin: find('saidletimemin'),
    authzUserGrp: find('authzusergrp'),
    authzComputerGrp: find('authzcomputergrp'),
  };
  const closing = output.lines.find(({ text: one }) => isOk(one));
  const denied = output.lines.find(({ text: one }) => needsElevation(one) || isDenied(one));
  const last = closing ?? denied;
  return {
    data: {
      strongCrlCheck: number(shown.strongCrlCheck),
      saIdleTimeMin: number(shown.saIdleTimeMin),
      authzUserGrp: text(shown.authzUserGrp),
      authzComputerGrp: text(shown.authzComputerGrp),
    },
    complete: closing !== undefined && denied === undefined && shown.strongCrlCheck !== undefined,
    problems: denied === undefined ? [] : [notElevated(denied.number)],
    proofs: {
      ...proofsOf(shown),
      ...(last === undefined ? {} : { closing: last.number }),
    },
  };
}
