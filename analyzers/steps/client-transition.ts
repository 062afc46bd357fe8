/** One of 6to4, Teredo, IP-HTTPS or native IPv6 is up. */
import { IP_HTTPS_PENDING, ipHttpsCause, ipHttpsCodeInWords } from '../causes/ip-https-codes';
import { type Suspicion } from '../causes/cause';
import { type Facts, latest, quotes } from '../facts/facts';
import { publicName } from '../facts/public-name';
import { type ReadingOf } from '../reading';
import { defineStep, failed, type Judgement, passed, unknown, unreadable } from './step';

export const clientTransition = defineStep({
  id: 'client.transition',
  tunnel: 'prerequisite',
  title: 'An IPv6 transition adapter is up',
  passes: 'One of 6to4, Teredo, IP-HTTPS or native IPv6 is up; what the others say does not matter then.',
  evidence: ['netsh interface httpstunnel show interfaces', 'netsh interface teredo show state', 'ipconfig /all'],
  question: 'transition',
  fails: 'IP-HTTPS reports an error while nothing else carries IPv6, or whole listings show no adapter that is up.',
  causes: [
    'no-transition',
    'ip-https-unreachable',
    'ip-https-certificate-expired',
    'ip-https-certificate-untrusted',
    'ip-https-revocation',
    'ip-https-proxy',
    'ip-https-name',
    'ip-https-tls',
    'ipv6-disabled',
  ],
  sources: ['ipHttps', 'ipHttpsTunnel', 'troubleshooting'],
  judge: ({ facts }) =>
    ipHttpsUp(facts) ??
    teredoUp(facts) ??
    adapterUp(facts) ??
    tunnelsDisabled(facts) ??
    ipHttpsError(facts) ??
    noneUp(facts),
});

/** Status texts of an adapter that 0x0 does not make a working one: `IPHTTPS interface deactivated`, `not installed`. */
const isIdle = (status: string): boolean => /deactivated|not installed|not configured|disabled/i.test(status);

type Interfaces = ReadingOf<'netsh-httpstunnel'>;

function clientInterfaces(reading: Interfaces | null) {
  return (reading?.data.interfaces ?? [])
    .map((one, index) => ({ ...one, index }))
    .filter(({ role }) => !/server/i.test(role ?? ''));
}

function ipHttpsUp(facts: Facts): Judgement | null {
  const reading = latest(facts, 'netsh-httpstunnel', 'client');
  const up = clientInterfaces(reading).find(
    ({ lastErrorCode, status }) =>
      lastErrorCode === 0 && status !== null && /\bactive\b/i.test(status) && !isIdle(status),
  );
  if (reading === null || up === undefined) return null;
  return passed(
    'IP-HTTPS is active, last error 0x0.',
    quotes(reading, `interfaces[${up.index}].lastErrorCode`, `interfaces[${up.index}].status`),
    reading,
  );
}

function teredoUp(facts: Facts): Judgement | null {
  const reading = latest(facts, 'netsh-teredo', 'client');
  return reading?.data.state?.toLowerCase() === 'qualified'
    ? passed('Teredo is qualified.', quotes(reading, 'state'), reading)
    : null;
}

/** A connected adapter with a global IPv6 address: 2001:0::/32 is Teredo's, 2002::/16 6to4's (RFC 4380, RFC 3056). */
function adapterUp(facts: Facts): Judgement | null {
  const reading = latest(facts, 'ipconfig', 'client');
  for (const [index, adapter] of (reading?.data.adapters ?? []).entries()) {
    const kind = adapter.kind;
    const global = adapter.ipv6.find(
      (address) => /^[23]/.test(address) || (kind === 'iphttps' && /^f[cd]/i.test(address)),
    );
    if (reading === null || adapter.connected !== true || global === undefined || kind === 'isatap' || kind === 'ppp')
      continue;
    if (kind === 'unknown' || (kind === 'tunnel' && !/^200[12]:/.test(global))) continue;
    const proof = quotes(reading, `adapters[${index}].ipv6`, `adapters[${index}].name`);
    return passed(`The adapter ${adapter.name} has the global IPv6 address ${global}.`, proof, reading);
  }
  return null;
}

/** The bit of DisabledComponents for all tunnel adapters (Microsoft KB 929852); the others leave them alone. */
const TUNNELS_DISABLED = 0x01;

/** No tunnel adapter can be up; an error that only a working adapter has shows that it was, and then counts by itself. */
function tunnelsDisabled(facts: Facts): Judgement | null {
  const registry = latest(facts, 'reg-disabled-components', 'client');
  const value = registry?.data.value ?? 0;
  if (registry === null || (value & TUNNELS_DISABLED) === 0) return null;
  const ipHttps = latest(facts, 'netsh-httpstunnel', 'client');
  const broken = brokenInterface(ipHttps);
  if (broken !== undefined && !ipHttpsCause(broken.lastErrorCode).adapter) return null;
  const title = `DisabledComponents is 0x${value.toString(16)}, so IPv6 has no tunnel adapters on this client.`;
  const code = broken === undefined ? [] : quotesOfInterface(ipHttps, broken.index);
  const proof = [...quotes(registry, 'value'), ...code];
  const seen = broken !== undefined || [ipHttps, latest(facts, 'ipconfig', 'client')].some((one) => one?.complete);
  const cause: Suspicion = { id: 'ipv6-disabled', confidence: seen ? 'confirmed' : 'likely', title, proof };
  return failed(title, proof, [cause], { decider: registry });
}

const brokenInterface = (reading: Interfaces | null) =>
  clientInterfaces(reading).find(({ lastErrorCode }) => lastErrorCode !== 0 && lastErrorCode !== IP_HTTPS_PENDING);

const quotesOfInterface = (reading: Interfaces | null, index: number) =>
  reading === null ? [] : quotes(reading, `interfaces[${index}].lastErrorCode`, `interfaces[${index}].status`);

function ipHttpsError(facts: Facts): Judgement | null {
  const reading = latest(facts, 'netsh-httpstunnel', 'client');
  const broken = brokenInterface(reading);
  if (reading === null || broken === undefined) return null;
  const code = `0x${broken.lastErrorCode.toString(16)}`;
  const proof = quotesOfInterface(reading, broken.index);
  const title = `IP-HTTPS reports error ${ipHttpsCodeInWords(broken.lastErrorCode)}${broken.status === null ? '' : `: ${broken.status.replace(/\.$/, '')}`}.`;
  return failed(title, proof, errorCauses(facts, broken, { code, title, proof }), { decider: reading });
}

function errorCauses(
  facts: Facts,
  { lastErrorCode: code, url }: Interfaces['data']['interfaces'][number],
  shown: Required<Pick<Suspicion, 'code' | 'title' | 'proof'>>,
): readonly Suspicion[] {
  const { cause, askProxy, adapter } = ipHttpsCause(code);
  const proxy = latest(facts, 'netsh-winhttp-proxy', 'client');
  if (askProxy && proxy?.complete === true && proxy.data.proxy !== null) {
    const title = `${shown.title.replace(/\.$/, '')}, and the proxy ${proxy.data.proxy} is set.`;
    const proof = [...shown.proof, ...quotes(proxy, 'proxy')];
    return [{ ...shown, id: 'ip-https-proxy', confidence: 'confirmed', title, proof }];
  }
  if (cause === null)
    return [{ ...shown, id: 'no-transition', confidence: 'likely' }, ...disabled(facts, adapter, shown)];
  if (!askProxy) return [{ ...shown, id: cause, confidence: 'confirmed' }];
  const name = publicName(facts, url);
  const begin = shown.title.replace(/\.$/, '');
  if (name !== null && name.kind !== 'resolves') {
    const known = { ...shown, title: `${begin}: ${name.words}.`, proof: [...shown.proof, ...name.proof] };
    if (name.kind !== 'covered' || proxy?.complete === true) return [{ ...known, id: cause, confidence: 'confirmed' }];
    return [
      { ...known, id: cause, confidence: 'likely' },
      { ...shown, id: 'ip-https-proxy', confidence: 'possible' },
    ];
  }
  if (proxy?.complete === true) return [{ ...shown, id: cause, confidence: 'confirmed' }];
  if (name !== null) {
    const known = { ...shown, title: `${begin}, although ${name.words}.`, proof: [...shown.proof, ...name.proof] };
    return [
      { ...known, id: 'ip-https-proxy', confidence: 'likely' },
      { ...shown, id: cause, confidence: 'possible' },
    ];
  }
  return [
    { ...shown, id: cause, confidence: 'likely' },
    { ...shown, id: 'ip-https-proxy', confidence: 'possible' },
  ];
}

/** An adapter that is missing or could not be made may have been disabled, unless the registry was seen. */
function disabled(facts: Facts, isAdapter: boolean, shown: Pick<Suspicion, 'proof'>): readonly Suspicion[] {
  if (!isAdapter || latest(facts, 'reg-disabled-components', 'client')?.complete === true) return [];
  return [{ id: 'ipv6-disabled', confidence: 'possible', proof: shown.proof }];
}

/** Nothing is up: a failure only where the listings that would show each of them are whole. */
function noneUp(facts: Facts): Judgement {
  const ipHttps = latest(facts, 'netsh-httpstunnel', 'client');
  const teredo = latest(facts, 'netsh-teredo', 'client');
  const adapters = latest(facts, 'ipconfig', 'client');
  const sent = [ipHttps, teredo, adapters].filter((one) => one !== null);
  const unread = sent.find(({ complete }) => !complete);
  if (unread !== undefined) return unreadable(unread);
  if (ipHttps === null || adapters === null) {
    const [shown] = sent;
    if (shown === undefined) return unknown();
    const proof = quotes(shown, 'state', 'interfaces[0].status');
    return unknown('No adapter is shown to be up, and not all of them were listed.', proof);
  }
  const proof = [
    ...quotes(ipHttps, 'interfaces[0].status', 'closing'),
    ...quotes(adapters, 'closing', 'adapters[0].name'),
  ];
  const why = 'No IPv6 transition adapter is up, and no adapter has a global IPv6 address.';
  const pending = clientInterfaces(ipHttps).find(({ lastErrorCode }) => lastErrorCode === IP_HTTPS_PENDING);
  if (pending !== undefined) {
    return unknown('IP-HTTPS is still connecting; look again in a minute.', quotesOfInterface(ipHttps, pending.index));
  }
  const causes: readonly Suspicion[] = [
    { id: 'no-transition', confidence: 'likely', title: why, proof },
    ...disabled(facts, true, { proof }),
  ];
  return failed(why, proof, causes, { decider: ipHttps });
}
