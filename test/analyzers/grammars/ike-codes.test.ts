/** A failure of a negotiation is known by number, name, hexadecimal form and text. */
import { ikeErrors } from '../../../analyzers/grammars/ike-code-table';
import { ikeCode, ikeError } from '../../../analyzers/grammars/ike-codes';
import { parameterWord } from '../../../analyzers/grammars/parameter-words';

describe('The codes of a negotiation', () => {
  it('has every row of the system error codes 13800 to 13932, each once', () => {
    expect(ikeErrors).toHaveLength(127);
    expect(new Set(ikeErrors.map(({ code }) => code)).size).toBe(127);
    expect(ikeError(13801)).toMatchObject({ name: 'ERROR_IPSEC_IKE_AUTH_FAIL' });
  });

  it.each(['13801', '0x35e9', '0x35E9', '0x800735E9', 'ERROR_IPSEC_IKE_AUTH_FAIL', 'error_ipsec_ike_auth_fail'])(
    'reads %s as 13801',
    (given) => {
      expect(ikeCode(given)).toEqual([13801]);
    },
  );

  it('reads the text as Windows prints it, with blanks, a line end and without its full stop', () => {
    expect(ikeCode('  IKE authentication  credentials are unacceptable\r\n')).toEqual([13801]);
  });

  it('knows every text of the table again', () => {
    const forgotten = ikeErrors.filter(({ code, text }) => text !== null && !ikeCode(text).includes(code));
    expect(forgotten).toEqual([]);
  });

  it('gives every code that shares a text', () => {
    expect(ikeCode('Negotiation request sat in Queue too long.')).toEqual([13809, 13810, 13811, 13812]);
  });

  it('tells the four refusals apart that begin with the same words', () => {
    const refused = 'SA establishment is not authorized';
    expect(ikeCode(`${refused}.`)).toEqual([13905]);
    expect(ikeCode(`${refused} because there is not a sufficiently strong PKINIT-based credential.`)).toEqual([13906]);
    expect(ikeCode(`${refused}. You may need to enter updated or different credentials such as a smartcard.`)).toEqual([
      13907,
    ]);
  });

  it('takes an unknown reason behind those words for none of them', () => {
    expect(ikeCode('SA establishment is not authorized because of the phase of the moon')).toEqual([]);
  });

  it("knows the article's wording of 13906", () => {
    const text =
      'SA establishment is not authorized because of lack of a PKINIT-based credential of sufficient strength';
    expect(ikeCode(text)).toEqual([13906]);
  });

  it('knows a long text by its first sentence', () => {
    expect(ikeCode('IKE failed to find valid machine certificate')).toEqual([13806]);
  });

  it('knows the reasons that a German, a Russian and a Japanese Windows write', () => {
    expect(ikeCode('Zeitüberschreitung bei der Aushandlung\r\n')).toEqual([13805]);
    expect(ikeCode('Учетные данные проверки подлинности IKE недопустимы.')).toEqual([13801]);
    expect(ikeCode('ポリシーが構成されていません')).toEqual([13825]);
    expect(ikeCode('Согласование заняло слишком много времени.')).toEqual([13814, 13815]);
  });

  it('takes a translated reason with more words behind it for none', () => {
    expect(ikeCode('Keine Richtlinie konfiguriert haben')).toEqual([]);
  });

  it.each(['', '-', 'De onderhandeling is verlopen', '99999', '0x0000'])('gives none for "%s"', (given) => {
    expect(ikeCode(given)).toEqual([]);
  });
});

describe('The words of parameters', () => {
  it('reads %%8205 as Initiator and an unknown one as nothing', () => {
    expect(parameterWord('%%8205')).toBe('Initiator');
    expect(parameterWord('%%99999')).toBeNull();
    expect(parameterWord('Initiator')).toBeNull();
  });
});
