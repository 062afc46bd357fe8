/** Diagnoses of every shape, written by hand: what the cards, the note and the terminal are shown with. */
import {
  type Cause,
  DIAGNOSIS_SCHEMA,
  type Diagnosis,
  type NextCommand,
  type Outcome,
  type Quote,
  STEP_IDS,
  type StepId,
  type TunnelOfStep,
  type UploadReport,
  type Verdict,
} from '../../analyzers/diagnosis/diagnosis';

export const nobody = 'Nobody sent it yet.';
const waits = 'It can be judged once the infrastructure tunnel is shown to be up.';

type Judged = readonly [Outcome, string, ...Quote[]];

const quote = (upload: string, line: number, text: string): Quote => ({ upload, line, text });

export const sasCommand: NextCommand = {
  id: 'sas',
  command: 'netsh advfirewall monitor show mmsa & netsh advfirewall monitor show qmsa',
  shell: 'cmd',
  runOn: 'client',
  elevated: true,
  why: 'An SA to 2002:836b:2::836b:2 with UserNTLM means that the first tunnel is up and its rules are active. If there is none, I will ask for the certificate.',
  decides: ['infra.main-mode', 'infra.quick-mode'],
};

const certificatesCommand: NextCommand = {
  id: 'certificates',
  command: 'certutil -v -store my',
  shell: 'cmd',
  runOn: 'client',
  elevated: true,
  why: 'It shows whether the computer certificate is in its time, has its private key and may be used for IPsec.',
  decides: ['security.certificate'],
};

export function upload(name: string, more: Partial<UploadReport> = {}): UploadReport {
  const readings = [{ command: 'netsh-mmsa', origin: 'client', complete: true, data: { sas: [] } }] as const;
  const found = { bytes: 812, sha256: 'a'.repeat(64), status: 'analysed', encoding: 'utf-8', language: 'en' } as const;
  return { name, ...found, readings, problems: [], ...more };
}

export const picture = upload('IMG_4471.jpg', {
  status: 'rejected',
  encoding: null,
  language: null,
  readings: [],
  problems: [
    {
      code: 'picture',
      message: 'It is a picture, and I read text. Copy the text of the window, or save it as shown below.',
    },
  ],
});

const tunnelOf = (step: StepId): TunnelOfStep => {
  if (step.startsWith('client.')) return 'prerequisite';
  if (step.startsWith('infra.')) return 'infrastructure';
  return step.startsWith('intranet.') ? 'intranet' : 'security';
};

/** A diagnosis whose steps are unknown where nothing is said of them. */
export function diagnosis(judged: Partial<Record<StepId, Judged>>, more: Partial<Diagnosis> = {}): Diagnosis {
  const steps = STEP_IDS.map((step): Verdict => {
    const [outcome, why, ...proof] = judged[step] ?? (['unknown', nobody] as const);
    return { step, tunnel: tunnelOf(step), title: `The step ${step}`, outcome, why, proof };
  });
  return {
    schema: DIAGNOSIS_SCHEMA,
    outcome: 'inconclusive',
    failedStep: steps.find(({ outcome }) => outcome === 'failed')?.step ?? null,
    steps,
    causes: [],
    deployment: [],
    next: null,
    then: [],
    uploads: [upload('mmsa.txt')],
    assumptions: [],
    computer: 'CLIENT1',
    ...more,
  };
}

const before: Partial<Record<StepId, Judged>> = {
  'client.edition': [
    'passed',
    'Windows 10 Enterprise, build 19045.',
    quote('collect.txt', 12, 'OS Name:                   Microsoft Windows 10 Enterprise'),
  ],
  'client.firewall': ['passed', 'It is on for the private and the public profile, and its services run.'],
  'client.policy': ['passed', 'DirectAccess Client Settings is applied to CLIENT1.'],
  'client.location': ['passed', 'The effective NRPT has 2 DirectAccess rules.'],
  'client.transition': [
    'passed',
    'IP-HTTPS is active, last error 0x0.',
    quote('collect.txt', 88, 'Last Error Code            : 0x0'),
  ],
  'client.endpoint': [
    'passed',
    '2002:836b:2::836b:2 answered 4 of 4 pings.',
    quote('collect.txt', 131, 'Reply from 2002:836b:2::836b:2: time=31ms'),
  ],
};

const expiry = quote('certutil-my.txt', 5, ' NotAfter: 11/2/2026 9:14 AM');

const expired: Cause = {
  id: 'certificate-expired',
  title: 'The computer certificate of CLIENT1 expired on 2 November 2026.',
  confidence: 'confirmed',
  remedy: [
    'Connect CLIENT1 to the office network or a VPN. It cannot enrol through the tunnel that is down.',
    'Renew the certificate in the Certificates console of the computer account.',
  ],
  proof: [expiry],
};

/** The cause is confirmed: the remedy stands where the next command would. */
export const failedConfirmed = diagnosis(
  {
    ...before,
    'infra.rules-received': ['passed', '2 rules named DirectAccess Policy were received.'],
    'infra.rules-active': [
      'passed',
      'DirectAccess Policy-ClientToDnsDc and DirectAccess Policy-ClientToCorp are active.',
    ],
    'infra.profile': ['passed', 'Only the public profile is in use.'],
    'infra.main-mode': [
      'failed',
      'No main mode SA to 2002:836b:2::836b:2, and event 4653 gives code 13801.',
      quote('mmsa.txt', 2, 'No SAs match the specified criteria.'),
      { upload: 'Security.xml', record: '48213', text: 'IKE authentication credentials are unacceptable' },
    ],
    'infra.quick-mode': ['waiting', waits],
    'infra.domain-controller': ['waiting', waits],
    'intranet.traffic': ['waiting', waits],
    'intranet.main-mode': ['waiting', waits],
    'intranet.quick-mode': ['waiting', waits],
    'security.certificate': [
      'failed',
      'Valid until 2 November 2026, 9:14. There is no other one that IPsec could use.',
      expiry,
    ],
    'security.health': ['not-applicable', 'Windows 10 has no health check of this kind.'],
    'security.audit': ['passed', 'Failures of all three IPsec modes are audited.'],
  },
  {
    outcome: 'failed',
    causes: [expired],
    then: [{ ...sasCommand, command: 'certutil -store my & netsh advfirewall monitor show mmsa' }],
    uploads: [
      upload('certutil-my.txt'),
      upload('collect.txt'),
      upload('mmsa.txt'),
      upload('Security.xml'),
      upload('notes.docx', {
        status: 'unrecognised',
        readings: [],
        problems: [
          {
            code: 'office-document',
            message: 'It is an Office document, which I do not read. Save its text as a .txt file.',
          },
        ],
      }),
    ],
    assumptions: [{ id: 'second-endpoint', text: 'The second endpoint is the next address, 131.107.0.3.' }],
  },
);

/** After the certificate was renewed: the first tunnel is up, and the second is refused. */
export const intranetFailed = diagnosis(
  {
    ...before,
    'infra.rules-received': ['passed', '2 rules named DirectAccess Policy were received.'],
    'infra.rules-active': [
      'passed',
      'DirectAccess Policy-ClientToDnsDc and DirectAccess Policy-ClientToCorp are active.',
    ],
    'infra.profile': ['passed', 'Only the public profile is in use.'],
    'infra.main-mode': [
      'passed',
      'SA to 2002:836b:2::836b:2 with ComputerCert and UserNTLM.',
      quote('sas.txt', 4, 'Remote IP Address:                    2002:836b:2::836b:2'),
    ],
    'infra.quick-mode': ['passed', 'Quick mode SA to 2002:836b:2::836b:2.'],
    'infra.domain-controller': ['passed', 'The client finds DC1.corp.contoso.com.'],
    'intranet.traffic': ['passed', 'net view reached \\\\IntranetFileServer.'],
    'intranet.main-mode': [
      'failed',
      'Event 4984 gives code 13906 for 2002:836b:3::836b:3.',
      { upload: 'Security.xml', record: '48391', text: '<Data Name="FailureReason">%%13906</Data>' },
    ],
    'intranet.quick-mode': ['waiting', 'It can be judged once the main mode is shown to be up.'],
    'security.certificate': ['passed', 'A new one is valid until 22 November 2027.'],
    'security.health': ['not-applicable', 'Windows 10 has no health check of this kind.'],
    'security.smart-card': ['failed', 'Code 13906 says that the sign-in was without one.'],
    'security.audit': ['unknown', nobody],
  },
  {
    outcome: 'failed',
    failedStep: 'intranet.main-mode',
    causes: [
      {
        id: 'smart-card-required',
        title: 'The server refuses the intranet tunnel with code 13906: a smart card is required.',
        confidence: 'likely',
        code: '13906',
        remedy: ['Sign in with the smart card.'],
        proof: [],
      },
    ],
    next: {
      id: 'groups',
      command: 'whoami /groups',
      shell: 'cmd',
      runOn: 'client',
      elevated: false,
      why: 'It shows whether this sign-in carries the smart card group. If not, sign in again with the smart card.',
      decides: ['security.smart-card'],
    },
    uploads: [upload('sas.txt'), upload('Security.xml')],
  },
);

/** The cause is an umbrella or only likely: one command tells more. */
export const failedOpen = diagnosis(
  {
    'client.endpoint': ['passed', 'Implied by the negotiation of event 4653.'],
    'infra.main-mode': [
      'failed',
      'Event 4653 gives code 13801 for the negotiation with 2002:836b:2::836b:2.',
      { upload: 'Security.xml', record: '48213', line: 3, text: '<Data Name="FailureReason">%%13801</Data>' },
    ],
    'infra.quick-mode': ['waiting', waits],
    'infra.domain-controller': ['waiting', waits],
    'intranet.traffic': ['waiting', waits],
    'intranet.main-mode': ['waiting', waits],
    'intranet.quick-mode': ['waiting', waits],
  },
  {
    outcome: 'failed',
    causes: [
      {
        id: 'certificate-failure',
        title: 'IKE refuses a computer certificate (13801, authentication credentials are unacceptable).',
        confidence: 'likely',
        code: '13801',
        remedy: ['Check the computer certificates of both peers.'],
        proof: [{ upload: 'Security.xml', record: '48213', text: '<Data Name="FailureReason">%%13801</Data>' }],
      },
    ],
    next: certificatesCommand,
    then: [{ ...certificatesCommand, runOn: 'server' }],
  },
);

/** Nothing failed so far; one listing was cut off. */
export const needsMore = diagnosis(
  {
    ...before,
    'infra.rules-received': ['passed', '2 rules named DirectAccess Policy were received.'],
    'infra.rules-active': ['unreadable', 'consec.txt stops after line 12, before its closing line Ok.'],
    'infra.profile': ['passed', 'Only the public profile is in use.'],
    'security.health': ['not-applicable', 'The rules ask for no health certificate.'],
    'security.smart-card': ['not-applicable', 'The rules ask for no smart card.'],
  },
  {
    next: sasCommand,
    uploads: [
      upload('collect.txt'),
      upload('consec.txt', {
        status: 'partial',
        problems: [
          {
            code: 'cut-off',
            message: 'It stops after line 12, before its closing line Ok. Send the whole output.',
            line: 12,
          },
        ],
      }),
    ],
  },
);

const up: Partial<Record<StepId, Judged>> = {
  'client.policy': ['passed', 'Implied by the main mode SA.'],
  'client.location': ['passed', 'The effective NRPT has 2 DirectAccess rules.'],
  'client.transition': ['passed', 'Implied by the main mode SA.'],
  'client.endpoint': ['passed', 'Implied by the main mode SA.'],
  'infra.rules-received': ['passed', 'Implied by the main mode SA.'],
  'infra.rules-active': ['passed', 'Implied by the main mode SA.'],
  'infra.profile': ['passed', 'Implied by the main mode SA.'],
  'infra.main-mode': [
    'passed',
    'SA to 2002:836b:2::836b:2 with ComputerCert and UserNTLM.',
    quote('sas.txt', 4, 'Remote IP Address:                    2002:836b:2::836b:2'),
    quote('sas.txt', 6, 'Auth2:                                UserNTLM'),
  ],
  'infra.quick-mode': ['passed', 'Quick mode SA to 2002:836b:2::836b:2.'],
  'infra.domain-controller': ['passed', 'The client finds DC1.corp.contoso.com.'],
};

export const healthy = diagnosis(
  {
    ...up,
    'intranet.traffic': ['passed', 'net view reached \\\\IntranetFileServer.'],
    'intranet.main-mode': [
      'passed',
      'SA to 2002:836b:3::836b:3 with ComputerCert and UserKerb.',
      quote('sas.txt', 14, 'Remote IP Address:                    2002:836b:3::836b:3'),
      quote('sas.txt', 16, 'Auth2:                                UserKerb'),
    ],
    'intranet.quick-mode': ['passed', 'Quick mode SA to 2002:836b:3::836b:3.'],
    'security.certificate': ['passed', 'Implied by the main mode SA.'],
    'security.health': ['not-applicable', 'The rules ask for no health certificate.'],
    'security.smart-card': ['not-applicable', 'The rules ask for no smart card.'],
    'security.audit': [
      'failed',
      'Failures of IPsec Quick Mode are not audited.',
      quote('auditpol.txt', 4, '  IPsec Quick Mode                        No Auditing'),
    ],
  },
  { outcome: 'healthy', failedStep: null, uploads: [upload('sas.txt'), upload('auditpol.txt')] },
);

/** One tunnel: Kerberos proxy. */
export const healthyKerberosProxy = diagnosis(
  {
    ...up,
    'intranet.traffic': ['not-applicable', 'With Kerberos proxy there is one tunnel.'],
    'intranet.main-mode': ['not-applicable', 'With Kerberos proxy there is one tunnel.'],
    'intranet.quick-mode': ['not-applicable', 'With Kerberos proxy there is one tunnel.'],
    'security.certificate': ['not-applicable', 'Kerberos proxy needs no computer certificate.'],
  },
  { outcome: 'healthy', failedStep: null },
);

/** One tunnel, which failed; two causes are only possible, and nothing can narrow further. */
export const failedKerberosProxy = diagnosis(
  {
    ...before,
    'infra.main-mode': [
      'failed',
      'No main mode SA to 2002:836b:2::836b:2.',
      quote('mmsa.txt', 2, 'No SAs match the specified criteria.'),
    ],
    'infra.quick-mode': ['waiting', waits],
    'infra.domain-controller': ['waiting', waits],
    'intranet.traffic': ['not-applicable', 'With Kerberos proxy there is one tunnel.'],
    'intranet.main-mode': ['not-applicable', 'With Kerberos proxy there is one tunnel.'],
    'intranet.quick-mode': ['not-applicable', 'With Kerberos proxy there is one tunnel.'],
    'security.certificate': ['not-applicable', 'Kerberos proxy needs no computer certificate.'],
  },
  {
    outcome: 'failed',
    causes: [
      {
        ...expired,
        id: 'kerberos-proxy',
        confidence: 'likely',
        title: 'Kerberos through the KDC proxy of the server failed.',
        remedy: ['Restart the service kpssvc on the server.'],
        proof: [],
      },
      {
        ...expired,
        id: 'negotiation-timeout',
        confidence: 'possible',
        title: 'The negotiation timed out.',
        remedy: ['Trace the negotiation: netsh wfp capture start.'],
        proof: [],
      },
    ],
  },
);

export const examples: Readonly<Record<string, Diagnosis>> = {
  'diagnosis-failed': failedConfirmed,
  'diagnosis-failed-open': failedOpen,
  'diagnosis-needs-more': needsMore,
  'diagnosis-healthy': healthy,
  'diagnosis-healthy-one-tunnel': healthyKerberosProxy,
  'diagnosis-failed-one-tunnel': failedKerberosProxy,
};
