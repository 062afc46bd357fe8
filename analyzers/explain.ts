/** What a code means for a tunnel, and what to do: by decimal, hexadecimal, name, `%%` number or Windows' own words. */
import { causesOfCode } from './causes/failure-causes';
import { ipHttpsCause } from './causes/ip-https-codes';
import { knowledgeOf } from './causes/known-causes';
import { asNextCommand, whatItTells } from './commands/question';
import { questionOf } from './commands/questions';
import { type CauseId, type NextCommand } from './diagnosis/diagnosis';
import { type CodeMeaning, type Explanation } from './diagnosis/explanation';
import { ikeMeanings, policyStoreCodes } from './grammars/ike-code-meanings';
import { ikeErrors } from './grammars/ike-code-table';
import { ikeCode } from './grammars/ike-codes';
import { ipsecEvents } from './grammars/ipsec-event-table';
import { parameterMeaning } from './grammars/parameter-meanings';
import { parameterWord } from './grammars/parameter-words';
import { type StatusCode, statusCodes } from './grammars/status-code-table';
import { teredoWords } from './grammars/teredo-words';

/** The longest code that is looked up: the longest text of the tables has some 260 characters. */
export const MAX_CODE_CHARACTERS = 400;

/** Every meaning of one code; none where it is not known. Never throws. */
export function explain(given: string): Explanation {
  const code = given.trim();
  return { given, meanings: code === '' || code.length > MAX_CODE_CHARACTERS ? [] : meaningsOf(code) };
}

function meaningsOf(code: string): readonly CodeMeaning[] {
  const parameter = /^%%(\d{1,6})$/.exec(code)?.[1];
  if (parameter !== undefined) return parameters(Number(parameter));
  const number = numberOf(code);
  if (number !== null) {
    const meanings = [...negotiations([number]), ...statuses([number]), ...events(number)];
    return /^\d+$/.test(code) ? [...meanings, ...parameters(number)] : meanings;
  }
  const named = [...negotiations(codesNamed(negotiationNames, code)), ...statuses(codesNamed(statusNames, code))];
  return named.length > 0 ? named : [...negotiations(ikeCode(code)), ...teredo(code)];
}

/** A 32-bit number as any program prints it; an HRESULT that wraps a system error (0x8007xxxx) is that error. */
function numberOf(code: string): number | null {
  const [, minus, decimal] = /^(-?)(\d{1,10})$/.exec(code) ?? [];
  const hexadecimal = /^0x([0-9a-f]{1,8})$/i.exec(code)?.[1] ?? /^(8[0-9a-f]{7})$/i.exec(code)?.[1];
  if (hexadecimal !== undefined) return unwrapped(parseInt(hexadecimal, 16));
  if (decimal === undefined) return null;
  return unwrapped(minus === '-' ? -Number(decimal) >>> 0 : Number(decimal));
}

/** FACILITY_WIN32 in the upper half marks a system error in the lower one (winerror.h, HRESULT_FROM_WIN32). */
const unwrapped = (number: number): number => (number >>> 16 === 0x8007 ? number & 0xffff : number);

interface Named {
  readonly code: number;
  readonly name: string;
}

const negotiationNames: readonly Named[] = [...policyStoreCodes, ...ikeErrors];
const statusNames: readonly Named[] = statusCodes;

/** Names are known with and without the prefixes that people leave out. */
function codesNamed(names: readonly Named[], given: string): readonly number[] {
  const wanted = given.toUpperCase();
  const isMeant = ({ name }: Named): boolean =>
    name === wanted || ['ERROR_', 'ERROR_IPSEC_', 'ERROR_IPSEC_IKE_'].some((prefix) => name === prefix + wanted);
  return names.filter(isMeant).map(({ code }) => code);
}

function negotiations(codes: readonly number[]): readonly CodeMeaning[] {
  return codes.flatMap((code) => {
    const known = ikeMeanings.find((meaning) => meaning.codes.includes(code));
    const name = negotiationNames.find((one) => one.code === code)?.name;
    if (known === undefined || name === undefined) return [];
    const causes = causesOfNegotiation(code, known.todo === undefined && known.ask === undefined);
    return {
      kind: 'negotiation',
      code: String(code),
      alsoWritten: hex(code),
      name,
      text: ikeErrors.find((error) => error.code === code)?.text ?? null,
      meaning: known.meaning,
      ...whatToDo(causes, known.todo, known.ask),
    };
  });
}

/** A state that needs nothing done has no cause; the rules of the policy store are not negotiated. */
function causesOfNegotiation(code: number, isIdle: boolean): readonly CauseId[] {
  if (policyStoreCodes.some((one) => one.code === code)) return ['policy-mismatch'];
  return isIdle ? [] : causesOfCode(code);
}

function statuses(codes: readonly number[]): readonly CodeMeaning[] {
  return statusCodes.filter(({ code }) => codes.includes(code)).map(statusMeaning);
}

function statusMeaning({ code, name, meaning, causes = [], todo, ask }: StatusCode): CodeMeaning {
  const ipHttps = ipHttpsCause(code);
  const all = [...causes, ...(ipHttps.cause === null ? [] : [ipHttps.cause])];
  const isHexadecimal = code > 0xffff || ipHttps.cause !== null;
  return {
    kind: 'status',
    code: isHexadecimal ? hex(code) : String(code),
    alsoWritten: isHexadecimal ? String(code) : hex(code),
    name,
    text: null,
    meaning,
    ...whatToDo([...new Set(all)], todo, ask),
  };
}

function events(id: number): readonly CodeMeaning[] {
  const event = ipsecEvents.find(({ ids }) => ids.includes(id));
  if (event === undefined) return [];
  const { text, meaning, causes = [], ask } = event;
  return [
    {
      kind: 'event',
      code: String(id),
      alsoWritten: null,
      name: null,
      text: null,
      meaning: `${text} ${meaning}`,
      ...whatToDo(causes, undefined, ask),
    },
  ];
}

function parameters(parameter: number): readonly CodeMeaning[] {
  const text = parameterWord(String(parameter));
  const meaning = parameterMeaning(parameter);
  if (text === null || meaning === null) return [];
  return [
    {
      kind: 'parameter',
      code: `%%${parameter}`,
      alsoWritten: null,
      name: null,
      text,
      meaning,
      ...whatToDo([], undefined, undefined),
    },
  ];
}

function teredo(given: string): readonly CodeMeaning[] {
  const wanted = given
    .toLowerCase()
    .replace(/(?<!\s)\s+\(/, '(')
    .replace(/\.$/, '');
  const known = teredoWords.find(({ words }) => words.includes(wanted));
  if (known === undefined) return [];
  return [
    {
      kind: 'teredo',
      code: wanted,
      alsoWritten: null,
      name: null,
      text: null,
      meaning: known.meaning,
      ...whatToDo([], undefined, 'transition'),
    },
  ];
}

/** The remedies of its own where a code has some, else those of its causes. */
function whatToDo(
  causes: readonly CauseId[],
  todo: readonly string[] | undefined,
  ask: string | undefined,
): Pick<CodeMeaning, 'causes' | 'remedy' | 'next'> {
  const known = causes.map(knowledgeOf);
  return {
    causes: known.map(({ id, title }) => ({ id, title })),
    remedy: todo ?? [...new Set(known.flatMap(({ remedy }) => remedy))],
    next: ask === undefined ? null : nextOf(ask),
  };
}

function nextOf(id: string): NextCommand {
  const question = questionOf(id);
  return asNextCommand([question], question.parts, { firstEndpoint: null }, whatItTells(question));
}

const hex = (code: number): string => `0x${code.toString(16).toUpperCase()}`;
