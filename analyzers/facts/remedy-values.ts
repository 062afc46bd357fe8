/** The values of this case that remedies speak of by a name in capitals: `Test-NetConnection NAME`, `certutil -repairstore my SERIAL`. */
import { type Facts, latest } from './facts';

export type RemedyValues = Readonly<Record<string, string>>;

/** What is not known is left out, and its name stays in the line. */
export function remedyValues(facts: Facts): RemedyValues {
  const name = publicName(facts);
  const serial = serialWithoutKey(facts);
  return { ...(name === null ? {} : { NAME: name }), ...(serial === null ? {} : { SERIAL: serial }) };
}

/** A line with the values that are known. */
export const withValues = (line: string, values: RemedyValues): string =>
  Object.entries(values).reduce(
    (text, [name, value]) => text.replace(new RegExp(`\\b${name}\\b`, 'g'), () => value),
    line,
  );

/** The host of the client's IP-HTTPS address. */
function publicName(facts: Facts): string | null {
  const urls = latest(facts, 'netsh-httpstunnel', 'client')?.data.interfaces.map(({ url }) => url) ?? [];
  const host = /^https:\/\/([\w.-]{1,253})(?::\d+)?(?:\/|$)/i.exec(urls.find((url) => url !== null) ?? '')?.[1];
  return host ?? null;
}

function serialWithoutKey(facts: Facts): string | null {
  const stores = (['client', 'server'] as const).map((side) => latest(facts, 'certutil-store', side));
  const keyless = stores
    .flatMap((store) => store?.data.certificates ?? [])
    .find(({ hasPrivateKey }) => hasPrivateKey === false);
  return keyless?.serial ?? null;
}
