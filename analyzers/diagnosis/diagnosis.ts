/** The contract: the one answer that cards, the command line and the HTTP API carry. Fields may be added, none renamed. */

/** The version of the shape below. */
export const DIAGNOSIS_SCHEMA = 'tunnel-triage/diagnosis/1';

/** Every rung of the ladder, in ladder order. */
export const STEP_IDS = [
  'client.edition',
  'client.firewall',
  'client.policy',
  'client.location',
  'client.transition',
  'client.endpoint',
  'infra.rules-received',
  'infra.rules-active',
  'infra.profile',
  'infra.main-mode',
  'infra.quick-mode',
  'infra.domain-controller',
  'intranet.traffic',
  'intranet.main-mode',
  'intranet.quick-mode',
  'security.certificate',
  'security.revocation',
  'security.health',
  'security.smart-card',
  'security.audit',
] as const;
export type StepId = (typeof STEP_IDS)[number];

/** Every cause that a diagnosis may name. */
export const CAUSE_IDS = [
  'edition-unsupported',
  'firewall-off',
  'service-stopped',
  'policy-not-received',
  'rules-inactive',
  'domain-profile-active',
  'inside-though-outside',
  'outside-though-inside',
  'no-transition',
  'ip-https-unreachable',
  'ip-https-certificate-expired',
  'ip-https-certificate-untrusted',
  'ip-https-revocation',
  'ip-https-proxy',
  'ip-https-name',
  'ip-https-tls',
  'sixtofour-blocked',
  'ipv6-disabled',
  'endpoint-unreachable',
  'negotiation-timeout',
  'policy-mismatch',
  'certificate-missing',
  'certificate-expired',
  'certificate-untrusted',
  'certificate-no-private-key',
  'certificate-wrong-usage',
  'certificate-revoked',
  'revocation-unreachable',
  'certificate-failure',
  'server-no-domain-controller',
  'client-no-domain-controller',
  'name-resolution',
  'intranet-not-triggered',
  'user-credentials',
  'health-certificate-missing',
  'smart-card-required',
  'server-routing',
  'kerberos-proxy',
  'authorization-denied',
  'local-names-preferred',
  'negotiation-failed',
] as const;
export type CauseId = (typeof CAUSE_IDS)[number];

/**
 * What is known of one rung. `unknown`: its evidence was never given. `unreadable`: given, but cut off, not elevated, in an
 * unknown language or malformed. `waiting`: an earlier step failed. `not-applicable`: not part of this deployment.
 */
export type Outcome = 'passed' | 'failed' | 'unknown' | 'unreadable' | 'waiting' | 'not-applicable';

/** The floors of the ladder; `prerequisite` is everything before the tunnels. */
export type TunnelOfStep = 'prerequisite' | 'infrastructure' | 'intranet' | 'security';

/** One line of one document, or one event record: the smallest thing a verdict can point at. `text` is that very line. */
export interface Quote {
  readonly upload: string;
  /** Counts from 1 in the decoded text, before wrapped lines are joined. */
  readonly line?: number;
  /** The number of an event record. */
  readonly record?: string;
  readonly text: string;
}

export interface Verdict {
  readonly step: StepId;
  readonly tunnel: TunnelOfStep;
  readonly title: string;
  readonly outcome: Outcome;
  /** One sentence that names the value which decided. */
  readonly why: string;
  readonly proof: readonly Quote[];
}

export type Confidence = 'confirmed' | 'likely' | 'possible';

export interface Cause {
  readonly id: CauseId;
  /** A sentence with the value that decided. */
  readonly title: string;
  readonly confidence: Confidence;
  /** The code that showed it, decimal for IKE and name services, 0x… for HRESULTs and IP-HTTPS. */
  readonly code?: string;
  readonly remedy: readonly string[];
  readonly proof: readonly Quote[];
}

export type Shell = 'cmd' | 'powershell';
export type Machine = 'client' | 'server' | 'domain-controller';

export interface NextCommand {
  readonly id: string;
  /** One line that a person can type or paste; what is not known stands in angle brackets. */
  readonly command: string;
  readonly shell: Shell;
  readonly runOn: Machine;
  readonly elevated: boolean;
  readonly why: string;
  readonly decides: readonly StepId[];
}

export interface Problem {
  readonly code: string;
  /** One sentence that says what to do next. */
  readonly message: string;
  readonly line?: number;
}

export type Origin = 'client' | 'server' | 'unknown';

export interface ReadingReport {
  readonly command: string;
  readonly origin: Origin;
  readonly firstLine?: number;
  readonly lastLine?: number;
  readonly complete: boolean;
  readonly data: unknown;
}

export type UploadStatus = 'analysed' | 'partial' | 'unrecognised' | 'rejected';

export interface UploadReport {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly status: UploadStatus;
  readonly encoding: string | null;
  readonly language: string | null;
  readonly readings: readonly ReadingReport[];
  readonly problems: readonly Problem[];
}

export interface Assumption {
  readonly id: string;
  readonly text: string;
}

/** What a deployment can be, beside the article's two tunnels to consecutive 6to4 addresses. */
export const DEPLOYMENT_TRAITS = [
  'two-tunnels',
  'kerberos-proxy',
  'behind-nat',
  'one-endpoint',
  'smart-card',
  'health-certificate',
  'force-tunnel',
  'multisite',
  'load-balanced',
] as const;
export type DeploymentTraitId = (typeof DEPLOYMENT_TRAITS)[number];

/** One thing that rules, settings or SAs show of the deployment, and what it means for the verdicts. */
export interface DeploymentTrait {
  readonly id: DeploymentTraitId;
  readonly text: string;
  readonly proof: readonly Quote[];
}

export interface Diagnosis {
  readonly schema: typeof DIAGNOSIS_SCHEMA;
  readonly outcome: 'healthy' | 'failed' | 'inconclusive';
  /** The first failed step, in ladder order. */
  readonly failedStep: StepId | null;
  /** Every step, always, in ladder order. */
  readonly steps: readonly Verdict[];
  /** Most probable first; empty where nothing failed or is suspected. */
  readonly causes: readonly Cause[];
  /** THE command to run now. */
  readonly next: NextCommand | null;
  readonly then: readonly NextCommand[];
  readonly uploads: readonly UploadReport[];
  readonly assumptions: readonly Assumption[];
  /** Causes of which a person said that it is not this: they are suspected no more until that is taken back. Left out where there are none. */
  readonly setAside?: readonly Cause[];
  /** What kind of deployment this is, as far as it was shown; nothing of it is assumed. */
  readonly deployment: readonly DeploymentTrait[];
  /** The name of the client computer, where an upload shows it. */
  readonly computer: string | null;
}
