/** How netsh lists connection security rules: the name above dashes, one labelled value a line, a blank line between rules. */
import { type ConnectionSecurityRule } from '../diagnosis/reading-data';
import { type Line, type LineText } from '../document';
import { canonicalAddress } from './address';
import { spoken, whole } from './languages/spoken';
import { keptWithLines } from './kept-with-lines';
import { field, isOk, isRuled, nothingFound, yesOrNo } from './netsh';
import { profileNamed } from './profile-names';

/** A rule with the line behind each of its values, by the name of the value. */
export interface RuleBlock {
  readonly rule: ConnectionSecurityRule;
  readonly lines: Readonly<Partial<Record<keyof ConnectionSecurityRule, number>>>;
  /** What stands behind the deciding values was seen too: nothing of them was cut off. */
  readonly whole: boolean;
}

type Values = Partial<Record<keyof ConnectionSecurityRule, { readonly value: string; readonly line: Line }>>;

const LABELS: Readonly<Record<string, keyof ConnectionSecurityRule>> = {
  'rule name': 'name',
  enabled: 'enabled',
  profiles: 'profiles',
  type: 'type',
  mode: 'mode',
  localtunnelendpoint: 'localTunnelEndpoint',
  remotetunnelendpoint: 'remoteTunnelEndpoint',
  endpoint1: 'endpoint1',
  endpoint2: 'endpoint2',
  action: 'action',
  auth1: 'auth1',
  auth1caname: 'auth1CaName',
  auth1healthcert: 'auth1HealthCert',
  auth2: 'auth2',
  applyauthorization: 'applyAuthorization',
};
/** The values that follow each other from `Enabled` on: their places decide where the labels are translated. */
const ORDER: readonly (keyof ConnectionSecurityRule)[] = [
  'enabled',
  'profiles',
  'type',
  'mode',
  'localTunnelEndpoint',
  'remoteTunnelEndpoint',
];
/** What is printed below the deciding values, in the article 949856 even without its colon. */
const TAIL = /^\s*(?:MainModeSecMethods|QuickModeSecMethods|QuickModePFS|Rule source|ApplyAuthorization)/i;
const AUTHENTICATION = /^(?:Computer|User)(?:Cert|Kerb|NTLM|PSK|NegoEx)|^Anonymous$/;
/** Lines that one rule takes at most. */
const MAX_RULE_LINES = 80;
export const MAX_RULES = 5000;

/** The rules of a listing in order. `cut` says that a line behind the last one was left out, or that another prompt follows. */
export function ruleBlocks(lines: readonly Line[], cut: boolean): readonly RuleBlock[] {
  const starts = lines.flatMap((_line, index) => (startsRule(lines, index) ? [index] : [])).slice(0, MAX_RULES);
  return starts.map((start, position) => {
    const next = starts[position + 1];
    const end = Math.min(next ?? lines.length, start + MAX_RULE_LINES);
    return readRule(lines.slice(start, end), next !== undefined, cut && next === undefined);
  });
}

/**
 * Whether a rule begins at a line: at its label, `Rule Name:` or what another language has for it, or in an unknown language at a
 * labelled value that stands above dashes. Where the label is translated, what follows must be that of such a rule.
 */
export function startsRule(lines: readonly LineText[], index: number): boolean {
  const text = lines[index]?.text ?? '';
  const isRuledBelow = isRuled(lines[index + 1]?.text ?? '');
  if (!isRuledBelow && !isNamed(lines, text)) return false;
  const found = field(text);
  if (found === null || found.value === '') return false;
  if (found.label.toLowerCase() === 'rule name') return !isFirewallRule(lines, index);
  if (!isRuledBelow && !isNameLabel(found.label)) return false;
  const end = Math.min(lines.length, index + MAX_RULE_LINES);
  for (let below = index + (isRuledBelow ? 2 : 1); below < end; below += 1) {
    const { bounds, tells } = shownBy(lines, lines[below]?.text ?? '');
    if (bounds || tells) return !bounds;
  }
  return false;
}

/** Whether a line bounds the rule above it, and whether only a rule has such a line: every title above dashes has forty looked at below. */
const shownBy = keptWithLines((text) => ({
  bounds: isRuled(text) || isOk(text) || isNameLabel(field(text)?.label ?? ''),
  tells: /^\s*(?:RemoteTunnelEndpoint|Endpoint1|Auth1)\b/i.test(text) || AUTHENTICATION.test(field(text)?.value ?? ''),
}));

/** Whether a rule can begin at a line of this text above one of that. */
export const opensRule = (text: string, below: string): boolean => isRuled(below) || NAMED.test(text);

const NAMED = new RegExp(`^\\s*(?:${spoken('ruleName')})`, 'iu');
const isNamed = keptWithLines((text) => NAMED.test(text));
const RULE_NAME = whole('ruleName');
const isNameLabel = (label: string): boolean => RULE_NAME.test(label);

/** Rules of the firewall have the same heading; a few lines below stand a direction and ports, which these rules have not. */
function isFirewallRule(lines: readonly LineText[], index: number): boolean {
  const below = lines.slice(index + 1, index + MAX_RULE_LINES).map(({ text }) => text);
  const end = below.findIndex((text) => /^\s*rule name\s*:/i.test(text) || isOk(text));
  const own = end < 0 ? below : below.slice(0, end);
  return own.some((text) => /^\s*(?:Direction|LocalIP|RemoteIP|Edge traversal|Grouping)\s*:/i.test(text));
}

function readRule(lines: readonly Line[], isFollowed: boolean, cut: boolean): RuleBlock {
  const end = lines.findIndex(({ text }) => isOk(text) || nothingFound(text) !== null);
  const own = end < 0 ? lines : lines.slice(0, end);
  const fields = own.flatMap((line) => {
    const found = isRuled(line.text) ? null : field(line.text);
    return found === null || found.value === '' ? [] : [{ ...found, line }];
  });
  const enabledAt = isTranslated(own) ? fields.findIndex(({ value }) => yesOrNo(value) !== null) : -1;
  const values: Values = {};
  fields.forEach(({ label, value, line }, index) => {
    const byPlace = enabledAt < 0 ? null : (ORDER[index - enabledAt] ?? null);
    const name = index === 0 ? 'name' : (nameOf(label, value, values) ?? byPlace);
    if (name !== null) values[name] ??= { value, line };
  });
  const tailAt = own.findIndex(({ text }) => TAIL.test(text));
  const hasTail = tailAt >= 0 && (tailAt + 1 < own.length || cut || (own[tailAt]?.text ?? '').includes(':'));
  return {
    rule: ruleOf(values),
    lines: Object.fromEntries(Object.entries(values).map(([name, { line }]) => [name, line.number])),
    whole: isFollowed || end >= 0 || hasTail,
  };
}

const isTranslated = (lines: readonly Line[]): boolean =>
  field(lines[0]?.text ?? '')?.label.toLowerCase() !== 'rule name';

/** What a value is: by its label, and where that is translated by the value itself. */
function nameOf(label: string, value: string, known: Values): keyof ConnectionSecurityRule | null {
  const named = LABELS[label.toLowerCase().replace(/\s+/g, label.includes(' ') ? ' ' : '')];
  if (named !== undefined) return named;
  if (AUTHENTICATION.test(value)) return known.auth1 === undefined ? 'auth1' : 'auth2';
  return null;
}

function ruleOf(values: Values): ConnectionSecurityRule {
  const text = (name: keyof ConnectionSecurityRule): string | null => values[name]?.value ?? null;
  const yes = (name: keyof ConnectionSecurityRule): boolean | null => yesOrNo(text(name) ?? '');
  const address = (name: keyof ConnectionSecurityRule): string | null =>
    canonicalAddress(text(name) ?? '') ?? text(name);
  return {
    name: text('name') ?? '',
    enabled: yes('enabled'),
    profiles: profilesOf(text('profiles') ?? ''),
    type: text('type'),
    mode: text('mode'),
    localTunnelEndpoint: address('localTunnelEndpoint'),
    remoteTunnelEndpoint: address('remoteTunnelEndpoint'),
    endpoint1: text('endpoint1'),
    endpoint2: text('endpoint2'),
    auth1: text('auth1'),
    auth2: text('auth2'),
    action: text('action'),
    auth1CaName: text('auth1CaName'),
    auth1HealthCert: yes('auth1HealthCert'),
    applyAuthorization: yes('applyAuthorization'),
  };
}

/** `Domain,Private,Public` in any language as lower-case names; `Any` and `All` stay as they are. */
const profilesOf = (value: string): readonly string[] =>
  value
    .split(',')
    .map((profile) => profile.trim())
    .filter((profile) => profile !== '')
    .map((profile) => profileNamed(profile) ?? profile.toLowerCase());
