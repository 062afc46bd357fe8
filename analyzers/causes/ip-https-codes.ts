/** The "Last Error Code" of IP-HTTPS: what each code says (Microsoft KB 2980635, 3056560, 2980627, 2980660, 2980672; contract). */
import { type CauseId } from '../diagnosis/diagnosis';

const BY_CODE: Readonly<Record<number, CauseId>> = {
  0x102: 'ip-https-unreachable',
  0x274c: 'ip-https-unreachable',
  0x274d: 'ip-https-unreachable',
  0x4c9: 'ip-https-unreachable',
  0x800704c9: 'ip-https-unreachable',
  0x2743: 'ip-https-unreachable',
  0x2751: 'ip-https-unreachable',
  0x2750: 'ip-https-unreachable',
  0x4be: 'ip-https-name',
  0x103: 'ip-https-name',
  0x800b010f: 'ip-https-name',
  0x80090322: 'ip-https-name',
  0x800b0101: 'ip-https-certificate-expired',
  0x800b0109: 'ip-https-certificate-untrusted',
  0x800b010a: 'ip-https-certificate-untrusted',
  0x80090325: 'ip-https-certificate-untrusted',
  0x80090328: 'ip-https-certificate-expired',
  0x80092010: 'ip-https-revocation',
  0x80092012: 'ip-https-revocation',
  0x80092013: 'ip-https-revocation',
  0x80090326: 'ip-https-tls',
  0x90320: 'ip-https-tls',
  0x80090331: 'ip-https-tls',
  0x2746: 'ip-https-tls',
  0x800b0110: 'ip-https-tls',
  0x80190197: 'ip-https-proxy',
};

/** Codes of a name that was not found: a proxy on the client gives the same ones although the name resolves. */
const NAME_OR_PROXY: readonly number[] = [0x2af9, 0x2afa, 0x2afc];

/** Codes of an adapter that could not be made: `ipv6-disabled` where the registry value shows it. */
const ADAPTER: readonly number[] = [0x32, 0x34, 0x643];

/** ERROR_IO_PENDING: it is connecting, which is neither up nor broken. */
export const IP_HTTPS_PENDING = 0x3e5;

/** HTTP answers are 0x8019 and the status (BITS); something other than the DirectAccess listener gave them. */
const isHttpStatus = (code: number): boolean => code >>> 16 === 0x8019;

/** What an error code says: one cause, or that a proxy must be looked for, or that the adapter could not be made. */
export function ipHttpsCause(code: number): {
  readonly cause: CauseId | null;
  readonly askProxy: boolean;
  readonly adapter: boolean;
} {
  return {
    cause: NAME_OR_PROXY.includes(code)
      ? 'ip-https-name'
      : (BY_CODE[code] ?? (isHttpStatus(code) ? 'ip-https-unreachable' : null)),
    askProxy: NAME_OR_PROXY.includes(code),
    adapter: ADAPTER.includes(code),
  };
}

/** What the commonest codes mean in words (winerror.h, winsock2.h). */
const MEANINGS: Readonly<Record<number, string>> = {
  0x102: 'timed out',
  0x32: 'not supported',
  0x34: 'duplicate adapter',
  0x57: 'invalid parameter',
  0x643: 'adapter not installed',
  0x103: 'no usable certificate',
  0x274c: 'timed out',
  0x274d: 'connection refused',
  0x2746: 'connection reset',
  0x2743: 'network unreachable',
  0x2751: 'host unreachable',
  0x2af9: 'name not found',
  0x2afa: 'name server did not answer',
  0x2afc: 'name has no address',
  0x4be: 'invalid name',
  0x4c9: 'connection refused',
  0x800704c9: 'connection refused',
  0x90320: 'a client certificate is asked for',
  0x800b0101: 'certificate expired',
  0x800b0109: 'root not trusted',
  0x800b010a: 'certificate chain broken',
  0x800b010f: 'name does not fit the certificate',
  0x80092010: 'certificate revoked',
  0x80092012: 'revocation cannot be checked',
  0x80092013: 'revocation list unreachable',
  0x80090326: 'TLS handshake broken',
  0x80090322: 'name does not fit the certificate',
  0x80090325: 'root not trusted',
  0x80090328: 'certificate expired',
  0x80090331: 'no common cipher',
  0x800b0110: 'certificate may not be used for a server',
};

/** The code as Windows prints it, with its meaning where it is known: `0x274c (timed out)`. */
export function ipHttpsCodeInWords(code: number): string {
  const meaning = MEANINGS[code] ?? (isHttpStatus(code) ? `HTTP status ${code & 0xffff}` : undefined);
  return `0x${code.toString(16)}${meaning === undefined ? '' : ` (${meaning})`}`;
}
