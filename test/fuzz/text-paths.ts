/** Outputs as text: pasted into a chat, in files of every encoding, and as the HTML of a message that an action was chosen on. */
import iconv from 'iconv-lite';

import { type CaseEvidence, type Upload } from '../../analyzers/index';
import { textOfHtml } from '../../bot/teams/html-text';
import { plainText } from '../../bot/teams/inbound-message';
import { asCodeBlock } from '../support/message-actions';
import { mutant } from '../support/mutants';
import { type SeededRandom } from '../support/seeded-random';
import { type FuzzPath, type Trial } from './fuzz-path';
import { faultsOf } from './judgement';
import { passedWhole } from './passed-whole';
import { contextOf, type TextSample } from './samples';
import { cutText, mutatedText } from './text-mutations';

/** One of so many mutants is a pure cut, whose verdict is known. */
const ONE_CUT_OF = 3;
const ONE_DAMAGED_IN_ITS_CASE_OF = 6;
const MAX_NUMBER = 0xffff_ffff;

/** How a text becomes the upload that the analyzers get. */
interface Form {
  readonly name: string;
  readonly upload: (sample: TextSample, text: string) => Upload;
  /** The text as this form has it before it is damaged. */
  readonly prepared?: (text: string) => string;
  /** What it puts before the text: a cut that ends in it has nothing of the output. */
  readonly before?: string;
  readonly quotable: boolean;
}

/** As the living case makes an upload of a message: the chat has taken blanks and line ends away at its end. */
const pastedForm: Form = {
  name: 'pasted',
  upload: (_, text) => ({ name: 'pasted-1.txt', bytes: Buffer.from(`${plainText(text)}\n`, 'utf8') }),
  quotable: true,
};

const htmlForm: Form = {
  name: 'message HTML',
  upload: (sample, html) => pastedForm.upload(sample, textOfHtml(html)),
  prepared: asCodeBlock,
  before: asCodeBlock('').split('</code>')[0] ?? '',
  quotable: false,
};

/** Those in which redirected files, editors and PowerShell leave an output. */
const ENCODINGS = [
  'utf8',
  'utf8 BOM',
  'utf16le BOM',
  'utf16be BOM',
  'utf16le',
  'utf16be',
  'cp437',
  'cp850',
  'cp852',
  'cp866',
  'win1250',
  'win1251',
  'win1252',
  'shift_jis',
  'gb18030',
  'euc-kr',
] as const;

const encoded = (text: string, encoding: (typeof ENCODINGS)[number]): Uint8Array => {
  const [name = '', mark] = encoding.split(' ');
  return iconv.encode(text, name, { addBOM: mark !== undefined });
};

const fileForm = (encoding: (typeof ENCODINGS)[number]): Form => ({
  name: encoding,
  upload: ({ name }, text) => ({ name, bytes: encoded(text, encoding) }),
  quotable: false,
});

export function textPaths(samples: readonly TextSample[]): readonly FuzzPath[] {
  const whole = passedWhole();
  const texts = samples.map(({ text }) => text);

  const trialIn = async (form: Form, random: SeededRandom): Promise<Trial> => {
    const sample = random.pick(samples);
    const isCut = random.below(ONE_CUT_OF) === 0;
    // Beside everything else of its deployment a cut tells most, and a judgement takes longest.
    const inItsCase = sample.rest !== null && random.below(isCut ? 2 : ONE_DAMAGED_IN_ITS_CASE_OF) === 0;
    const context = contextOf(sample.at, await restOf(sample, inItsCase));
    const prepared = form.prepared?.(sample.text) ?? sample.text;
    const text = isCut ? cutText(prepared, random) : mutatedText(prepared, random, texts);
    const upload = form.upload(sample, text);
    return {
      what: `${form.name}, ${isCut ? 'cut' : 'damaged'}${inItsCase ? ', in its case' : ''}: ${sample.title}`,
      bytes: upload.bytes,
      ending: 'txt',
      faults: async () => {
        const key = `${form.name} ${String(inItsCase)} ${sample.title}`;
        const isOfOutput = text.length > (form.before ?? '').length;
        const allowed = isCut && isOfOutput ? await whole(key, () => [form.upload(sample, prepared)], context) : null;
        return faultsOf({ uploads: [upload], context, allowed, quotable: form.quotable && isOrdinary(text) });
      },
    };
  };

  /** The bytes of the file themselves are damaged. */
  const damagedBytes = (form: Form, random: SeededRandom): Trial => {
    const sample = random.pick(samples);
    const { name, bytes } = form.upload(sample, sample.text);
    const damaged = mutant(
      { samples: [bytes, random.pick(samples.map(({ text }) => Buffer.from(text)))] },
      random.below(MAX_NUMBER),
    );
    return {
      what: `${form.name}, bytes: ${sample.title}`,
      bytes: damaged,
      ending: 'txt',
      faults: () =>
        faultsOf({ uploads: [{ name, bytes: damaged }], context: contextOf(sample.at, undefined), allowed: null }),
    };
  };

  return [
    { name: 'pasted', share: 260, trial: (random) => trialIn(pastedForm, random) },
    {
      name: 'file',
      share: 220,
      trial: (random) => {
        const form = fileForm(random.pick(ENCODINGS));
        return random.below(4) === 0 ? damagedBytes(form, random) : trialIn(form, random);
      },
    },
    { name: 'html', share: 100, trial: (random) => trialIn(htmlForm, random) },
  ];
}

const restOf = async ({ rest }: TextSample, wanted: boolean): Promise<CaseEvidence | undefined> =>
  wanted && rest !== null ? rest() : undefined;

/** Where the text comes out of its bytes as it went in, so that quotes can be looked for in it. */
const isOrdinary = (text: string): boolean =>
  /^[\t\n\r -~]*$/.test(text) && !/^\s*<|^(?:>|\|| {4}|\t|12:|\*) ?/.test(text);
