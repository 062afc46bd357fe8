/** The sentences that Windows writes into FailureReason for a code (ERROR_IPSEC_IKE_… of winerror.h). */
import { type FailureLanguage } from '../deployment';

const TEXTS: Readonly<Record<number, string>> = {
  13801: 'IKE authentication credentials are unacceptable.',
  13805: 'Negotiation timed out',
  13806:
    'IKE failed to find valid machine certificate. Contact your Network Security Administrator about installing a valid certificate in the appropriate Certificate Store.',
  13807: 'IKE SA deleted by peer before establishment completed.',
  13817: 'Certificate Revocation Check failed.',
  13820:
    'IKE negotiation failed because the machine certificate used does not have a private key. IPsec certificates require a private key. Contact your Network Security administrator about replacing with a certificate that has a private key.',
  13827: 'Failed to authenticate using Kerberos.',
  13847: 'Peer failed to send valid machine certificate.',
  13848: "Certification Revocation check of peer's certificate failed.",
  13868: 'Policy match error.',
  13887: "Certificate doesn't chain to a trusted root in IPsec policy.",
  13889: 'Received invalid authentication offers.',
  13905: 'SA establishment is not authorized.',
  13906: 'SA establishment is not authorized because there is not a sufficiently strong PKINIT-based credential.',
};

/** The same sentences as other systems write them; where the language is not known here, in English. */
const TRANSLATED: Readonly<Record<Exclude<FailureLanguage, 'en'>, Readonly<Record<number, string>>>> = {
  de: {
    13801: 'Die IKE-Anmeldeinformationen zur Authentifizierung können nicht akzeptiert werden.',
    13805: 'Zeitüberschreitung bei der Aushandlung',
  },
  ru: {
    13801: 'Учетные данные проверки подлинности IKE недопустимы.',
    13805: 'Превышено время согласования',
  },
};

export function failureText(code: number, language: FailureLanguage = 'en'): string {
  const text = (language === 'en' ? undefined : TRANSLATED[language][code]) ?? TEXTS[code];
  if (text === undefined) throw new Error(`The model has no sentence for code ${code}: add it to failure-texts.ts.`);
  return text.replaceAll("'", '&apos;');
}
