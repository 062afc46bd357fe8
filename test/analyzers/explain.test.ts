/** Every code that support material of DirectAccess names is explained, by each form in which a program prints it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { explain, MAX_CODE_CHARACTERS } from '../../analyzers/explain';
import { ikeErrors } from '../../analyzers/grammars/ike-code-table';
import { statusCodes } from '../../analyzers/grammars/status-code-table';

/** The codes of the support material, listed apart from the tables that are tested. */
interface Codes {
  readonly negotiation: readonly {
    readonly code: number;
    readonly hex: string;
    readonly name: string;
    readonly text: string | null;
  }[];
  readonly policyStore: readonly number[];
  readonly status: readonly number[];
  readonly statusNames: readonly string[];
  readonly events: readonly number[];
  readonly parameters: readonly number[];
  readonly teredo: readonly string[];
}

const codes = JSON.parse(readFileSync(join(__dirname, 'fixtures/codes.json'), 'utf8')) as Codes;

const kinds = (given: string): readonly string[] => explain(given).meanings.map(({ kind }) => kind);
const printed = (given: string): readonly string[] => explain(given).meanings.map(({ code }) => code);
const unknown = (forms: readonly string[]): readonly string[] => forms.filter((form) => kinds(form).length === 0);
const hex = (code: number): string => `0x${code.toString(16)}`;

describe('A negotiation code', () => {
  it.each(codes.negotiation)('$code is known as number, hexadecimal, HRESULT, name and short name', (one) => {
    const forms = [String(one.code), one.hex, one.hex.toLowerCase(), `0x8007${one.hex.slice(2)}`, one.name];
    const short = one.name.replace(/^ERROR_IPSEC_(?:IKE_)?/, '');
    const wanted = String(one.code);
    expect([...forms, short, one.name.toLowerCase()].filter((form) => !printed(form).includes(wanted))).toEqual([]);
    expect(explain(wanted).meanings[0]).toMatchObject({ kind: 'negotiation', name: one.name, text: one.text });
  });

  it('is known by the text that an event prints, every code of a shared text', () => {
    const texts = codes.negotiation.flatMap(({ code, text }) => (text === null ? [] : [{ code, text }]));
    expect(texts.filter(({ code, text }) => !printed(text).includes(String(code)))).toEqual([]);
    expect(printed('Negotiation request sat in Queue too long.')).toEqual(['13809', '13810', '13811', '13812']);
  });

  it('of the policy store is known', () => {
    expect(unknown(codes.policyStore.map(String))).toEqual([]);
    expect(explain('13025').meanings[0]?.name).toBe('WARNING_IPSEC_QM_POLICY_PRUNED');
  });

  it('shows the cause of the code table', () => {
    const causes = (given: string) => explain(given).meanings.flatMap((meaning) => meaning.causes.map(({ id }) => id));
    expect(causes('13801')).toEqual(['certificate-failure']);
    expect(causes('13906')).toEqual(['smart-card-required']);
    expect(causes('13848')).toEqual(['revocation-unreachable', 'certificate-revoked']);
    expect(causes('13804')).toEqual(['negotiation-failed']);
  });

  it.each(['13803', '13884', '13885', '13895', '13902'])('%s is a state and shows no cause', (given) => {
    expect(explain(given).meanings[0]?.causes).toEqual([]);
  });

  it('that is a failure says what to do or what to run', () => {
    const idle = codes.negotiation.filter(({ code }) => {
      const [meaning] = explain(String(code)).meanings;
      return meaning !== undefined && meaning.causes.length > 0 && meaning.remedy.length === 0 && meaning.next === null;
    });
    expect(idle).toEqual([]);
  });
});

describe('A status code', () => {
  it.each(codes.status)('%i is known as number, hexadecimal and HRESULT', (code) => {
    const wrapped = code <= 0xffff ? [`0x8007${code.toString(16).padStart(4, '0')}`] : [String(code | 0)];
    expect(
      [String(code), hex(code), hex(code).toUpperCase().replace('0X', '0x'), ...wrapped].filter(
        (form) => !kinds(form).includes('status'),
      ),
    ).toEqual([]);
  });

  it('is known by its name', () => {
    expect(unknown(codes.statusNames)).toEqual([]);
  });

  it('is printed as Windows prints it: HRESULTs and IP-HTTPS errors in hexadecimal, the others as decimals', () => {
    expect(printed('2148081683')).toEqual(['0x80092013']);
    expect(printed('10060')).toEqual(['0x274C']);
    expect(printed('0x54b')).toEqual(['1355']);
    expect(printed('800B0109')).toEqual(['0x800B0109']);
  });

  it('of IP-HTTPS shows the cause of the code table', () => {
    expect(explain('0x274c').meanings[0]?.causes).toMatchObject([{ id: 'ip-https-unreachable' }]);
    expect(explain('0x80092013').meanings[0]?.causes.map(({ id }) => id)).toContain('ip-https-revocation');
  });
});

describe('An event id or parameter', () => {
  it('is known, the parameter with and without its signs', () => {
    expect(codes.events.filter((id) => !kinds(String(id)).includes('event'))).toEqual([]);
    const forms = codes.parameters.flatMap((parameter) => [`%%${parameter}`, String(parameter)]);
    expect(forms.filter((form) => !kinds(form).includes('parameter'))).toEqual([]);
  });

  it('says how far a negotiation came', () => {
    expect(explain('%%8202').meanings[0]).toMatchObject({ text: 'Sent first (SA) payload' });
    expect(explain('%%8202').meanings[0]?.meaning).toContain('UDP port 500');
  });
});

describe('A state of Teredo', () => {
  it.each(codes.teredo)('"%s" is known', (given) => {
    expect(kinds(given)).toEqual(['teredo']);
  });
});

describe('The tables', () => {
  it('hold each code once', () => {
    for (const table of [ikeErrors, statusCodes])
      expect(new Set(table.map(({ code }) => code)).size).toBe(table.length);
  });

  it('know no code that nobody printed', () => {
    const given = ['', ' ', '99999', '0x1', '%%1', '%%', '0xZZ', 'AUTH', 'x'.repeat(MAX_CODE_CHARACTERS + 1), '13933'];
    expect(given.filter((code) => explain(code).meanings.length > 0)).toEqual([]);
  });
});
