/** What kind of DirectAccess this is: read from rules and SAs, never assumed. */
import { type Quote } from '../diagnosis/diagnosis';
import { sameAddress } from '../grammars/address';
import { type ReadingOf } from '../reading';
import { type Facts, latest, quotes } from './facts';
import { activeListing, directAccessRules, kerberosRule, knownRules, ruleOf } from './rules';

export interface Deployment {
  /** Kerberos proxy (the Getting Started Wizard of 2012 and later) has one tunnel and no computer certificate. */
  readonly kind: 'two-tunnels' | 'kerberos-proxy' | 'unknown';
  readonly kindProof: readonly Quote[];
  /** Whether the intranet rule asks for a health certificate; null where no rule says so. */
  readonly healthRequired: boolean | null;
  /** Whether Network Access Protection can exist here (client up to 8.1 and server up to 2012 R2); null where neither build is known. */
  readonly healthPossible: boolean | null;
  /** Whether the rules ask for an authorization such as a smart card; null where no rule says so. */
  readonly authorizationRequired: boolean | null;
  readonly rulesProof: readonly Quote[];
}

/** Windows 10 and Server 2016 begin at build 10240; they have no Network Access Protection. */
const FIRST_BUILD_WITHOUT_NAP = 10240;

export function deployment(facts: Facts, firstEndpoint: string | null): Deployment {
  const rules = knownRules(facts);
  const kerberos = kerberosRule(rules);
  const intranet = ruleOf('intranet', rules) ?? kerberos;
  const sa = kerberosSa(facts, firstEndpoint);
  const byRule = kerberos !== null && ruleOf('infra', withCertificate(facts)) === null;
  const bySa = sa !== null && ruleOf('infra', rules) === null;
  const isKerberosProxy = byRule || bySa;
  const server = rules.length > 0 || isKerberosProxy ? null : kindOfServer(facts);
  const ofClient = isKerberosProxy ? 'kerberos-proxy' : rules.length > 0 ? 'two-tunnels' : 'unknown';
  const clientProof = kerberos !== null ? quotes(kerberos.reading, `rules[${kerberos.index}].auth1`) : (sa ?? []);
  return {
    kind: server?.kind ?? ofClient,
    kindProof: server?.proof ?? clientProof,
    healthRequired: intranet?.rule.auth1HealthCert ?? null,
    healthPossible: healthPossible(facts),
    authorizationRequired: intranet?.rule.applyAuthorization ?? null,
    rulesProof:
      intranet === null
        ? []
        : quotes(
            intranet.reading,
            `rules[${intranet.index}].auth1HealthCert`,
            `rules[${intranet.index}].applyAuthorization`,
          ),
  };
}

/** The newest whole configuration of the server, whichever machine it was taken for: only a server has one. */
export function serverSettings(facts: Facts): ReadingOf<'da-server'> | null {
  return latest(facts, 'da-server', 'server') ?? latest(facts, 'da-server', 'client');
}

/**
 * What the server is set to, where the client shows neither rules nor an SA that tell (Set-DAServer: without computer certificates the
 * server is a Kerberos proxy with one tunnel). A client whose policy is older may still have other rules, so those have the last word.
 */
function kindOfServer(
  facts: Facts,
): { readonly kind: 'two-tunnels' | 'kerberos-proxy'; readonly proof: readonly Quote[] } | null {
  const settings = serverSettings(facts);
  const certificates = settings?.data.computerCertificates ?? null;
  if (settings === null || certificates === null) return null;
  return { kind: certificates ? 'two-tunnels' : 'kerberos-proxy', proof: quotes(settings, 'computerCertificates') };
}

/** The active DirectAccess rules that authenticate the computer by a certificate. */
function withCertificate(facts: Facts): ReturnType<typeof directAccessRules> {
  const listing = activeListing(facts);
  return listing === null
    ? []
    : directAccessRules(listing).filter(({ rule }) => /ComputerCert/i.test(rule.auth1 ?? ''));
}

/**
 * The lines of a main mode SA to the first endpoint that authenticated the computer by Kerberos. To any other peer it would be one of
 * domain isolation, which says nothing of DirectAccess.
 */
function kerberosSa(facts: Facts, firstEndpoint: string | null): readonly Quote[] | null {
  const listing = latest(facts, 'netsh-mmsa', 'client');
  if (listing === null) return null;
  const index = listing.data.sas.findIndex(
    (sa) =>
      /ComputerKerb/i.test(sa.auth1 ?? '') && /UserKerb/i.test(sa.auth2 ?? '') && sameAddress(sa.remote, firstEndpoint),
  );
  return index < 0 ? null : quotes(listing, `sas[${index}].auth1`, `sas[${index}].auth2`);
}

function healthPossible(facts: Facts): boolean | null {
  const builds = (['client', 'server'] as const).map((side) => latest(facts, 'systeminfo', side)?.data.build ?? null);
  if (builds.some((build) => build !== null && build >= FIRST_BUILD_WITHOUT_NAP)) return false;
  return builds.some((build) => build !== null) ? true : null;
}
