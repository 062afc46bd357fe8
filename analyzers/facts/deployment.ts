/** What kind of DirectAccess this is: read from rules and SAs, never assumed. */
import { type Quote } from '../diagnosis/diagnosis';
import { sameAddress } from '../grammars/address';
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
  return {
    kind: isKerberosProxy ? 'kerberos-proxy' : rules.length > 0 ? 'two-tunnels' : 'unknown',
    kindProof: kerberos !== null ? quotes(kerberos.reading, `rules[${kerberos.index}].auth1`) : (sa ?? []),
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
