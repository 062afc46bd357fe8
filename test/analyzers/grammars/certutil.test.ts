/** Certutil's closing lines, codes and names are known in any language. */
import { certutilEnd, certutilError, distinguishedName } from '../../../analyzers/grammars/certutil';
import { toLines } from '../../../analyzers/intake/lines';

describe('The end of a run of certutil', () => {
  it('is told in every language by its beginning and its full stop', () => {
    expect(certutilEnd('CertUtil: -store command completed successfully.', 'store')).toEqual({ kind: 'done' });
    expect(certutilEnd('CertUtil: -store-Befehl wurde erfolgreich ausgeführt.', 'store')).toEqual({ kind: 'done' });
  });

  it('is not believed where its line was cut, or is of another verb', () => {
    expect(certutilEnd('CertUtil: -store command completed succ', 'store')).toBeNull();
    expect(certutilEnd('CertUtil: -verify command completed successfully.', 'store')).toBeNull();
    expect(certutilEnd('CertUtil: -store command FAILED: 0x80070005 (WIN32: 5 ERR', 'store')).toBeNull();
  });

  it('names the code of a failure', () => {
    const text = 'CertUtil: -verify command FAILED: 0x80092013 (-2146885613 CRYPT_E_REVOCATION_OFFLINE)';
    const error = { code: '0x80092013', name: 'CRYPT_E_REVOCATION_OFFLINE' };
    expect(certutilEnd(text, 'verify')).toEqual({ kind: 'failed', error });
    expect(certutilError('0x80092013 (-2146885613)')).toEqual({ code: '0x80092013', name: null });
  });
});

describe('A name over several lines', () => {
  it('reads as in one line', () => {
    const { lines } = toLines('Issuer:\n    CN=CA\n    DC=corp\n  Name Hash(sha1): 00\nSubject: CN=pc\n');
    expect(distinguishedName(lines, 0)).toBe('CN=CA, DC=corp');
    expect(distinguishedName(lines, 4)).toBe('CN=pc');
    expect(distinguishedName(lines, 3)).toBeNull();
  });
});
